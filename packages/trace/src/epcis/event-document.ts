import type { Tx } from '@baunghe/db';
import { GS1_CONTEXT } from './context.ts';
import { isObject, type Json, type JsonObject } from './json.ts';

const ROWS_AT_ONCE = 500;

/**
 * Own events by the ids of their rows, in that order, as an EPCISDocument (EPCIS 2.0, 9.5) that another repository can
 * capture. Every box stands in it by its serial: it is for those whom the office gives it to.
 */
export async function eventDocument(
  tx: Tx,
  ids: readonly string[],
  { now, ownNamespace }: { now: Date; ownNamespace: string },
): Promise<JsonObject> {
  const eventList: JsonObject[] = [];
  for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) {
    const some = ids.slice(from, from + ROWS_AT_ONCE);
    const rows = await tx.traceEvent.findMany({ where: { id: { in: some } } });
    const bodies = new Map(rows.map(({ id, body, recordedAt }) => [id, { body: body as Json, recordedAt }]));
    for (const id of some) {
      const row = bodies.get(id);
      if (row && isObject(row.body))
        eventList.push({ ...row.body, recordTime: row.recordedAt.toISOString() });
    }
  }
  return {
    '@context': [GS1_CONTEXT, { baunghe: ownNamespace }],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: now.toISOString(),
    epcisBody: { eventList },
  };
}
