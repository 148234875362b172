import type { APIRequestContext } from '@playwright/test';

const DAY_MS = 86_400_000;

/** A box of the demo season: the path of its page, and the batch code of its lot. */
export interface DemoBox {
  path: string;
  serial: string;
  batch: string;
}

interface Packing {
  outputEPCList: string[];
  inputQuantityList: { epcClass: string }[];
}

/** Boxes packed so many days ago or in the ten days before that, one of each lot, as its events tell the manager. */
export async function boxesPacked(request: APIRequestContext, daysAgo: number): Promise<DemoBox[]> {
  const at = (days: number) => encodeURIComponent(new Date(Date.now() - days * DAY_MS).toISOString());
  const days = `GE_eventTime=${at(daysAgo + 10)}&LT_eventTime=${at(daysAgo)}`;
  const answer = await request.get(`/epcis/events?EQ_bizStep=packing&perPage=30&${days}`);
  const { epcisBody } = await answer.json();
  const events: Packing[] = epcisBody.queryResults.resultsBody.eventList;
  const boxes = events.map(({ outputEPCList: [epc = ''], inputQuantityList: [fruit] }) => ({
    path: new URL(epc).pathname,
    serial: epc.split('/').at(-1) ?? '',
    batch: fruit?.epcClass.split('/').at(-1) ?? '',
  }));
  return [...new Map(boxes.map((box) => [box.batch, box])).values()];
}
