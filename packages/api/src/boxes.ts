import { fail, ok } from '@baunghe/db';
import { boxEpcUri } from '@baunghe/gs1';
import { boxStory, type LotStory, lotStory } from '@baunghe/orders';
import { type EventsProof, nameOnly, proveEvents, type RecordedEvent } from '@baunghe/trace';
import { z } from 'zod';
import type { ApiContext } from './context.ts';
import { anyone, router } from './trpc.ts';

const gtin = z.string().regex(/^\d{14}$/);
const code = z.string().min(1).max(20);

/** The place of a story's events in the log, and the keys to check it with; null before anything was sealed. */
async function proofOf(
  { database, logKeys, witnessKeys, knownNodes }: ApiContext,
  { events }: { events: readonly { id: string }[] },
  epc: string | null,
): Promise<(EventsProof & { logKeys: readonly string[]; witnessKeys: readonly string[] }) | null> {
  const proof = await proveEvents(
    database,
    events.map((event) => event.id),
    epc,
    knownNodes,
  );
  return proof && { ...proof, logKeys, witnessKeys };
}

/** A story's events as they are told to who holds the box `epc`, or none: they name that box and no other. */
function toldTo(epc: string | null, { events, told }: Pick<LotStory, 'events' | 'told'>) {
  const named = new Set(epc === null ? [] : [epc]);
  const only = (event: RecordedEvent) => ({ ...event, body: nameOnly(event.body, named) });
  return { events: events.map(only), told: told.map(only) };
}

/** What a scanned code tells, to anyone. */
export const boxesRouter = router({
  story: anyone
    .input(z.object({ gtin, serial: code, batch: code.nullable() }))
    .query(async ({ ctx, input }) => {
      const story = await boxStory(ctx.database, input);
      if (!story) return fail({ code: 'box_unknown' });
      const epc = boxEpcUri(story.gtin, story.serial);
      return ok({ ...story, ...toldTo(epc, story), proof: await proofOf(ctx, story, epc) });
    }),

  lot: anyone.input(z.object({ gtin, batch: code })).query(async ({ ctx, input }) => {
    const story = await lotStory(ctx.database, input);
    if (!story) return fail({ code: 'lot_unknown' });
    return ok({ ...story, ...toldTo(null, story), proof: await proofOf(ctx, story, null) });
  }),
});
