import { diaryDigest, openedEvent, type ShownEvent } from '@baunghe/proof';
import type { PageFault, ProofData, ShownFacts } from '../proof-data';
import { sealedDigest } from '../sealed-digest';

/** What the events say of a piece of fruit. */
interface Told {
  epcList?: string[];
  childEPCs?: string[];
  outputEPCList?: string[];
  inputQuantityList?: { epcClass: string; quantity: number }[];
  outputQuantityList?: { epcClass: string }[];
  quantityList?: { epcClass: string; quantity: number }[];
  ilmd?: Record<string, unknown>;
  bizStep?: string;
}

/** An event with what is disclosed of it; `hides`: it names boxes by hashes, of which a page shows its own alone. */
interface Opened {
  event: Told;
  hides: boolean;
}

const ADDRESS = /\/01\/(\d{14})(?:\/10\/([^/]+))?(?:\/21\/([^/]+))?\/?$/;

/**
 * Holds the page's address and what it says of the fruit against its sealed events: the proof of another box proves
 * nothing of this one, and a figure that was changed in the shop's tables is not the one that was sealed.
 */
export function factFaults(
  { events, shown }: Pick<ProofData, 'events' | 'shown'>,
  path: string,
): PageFault[] {
  const opened = events.map(openedFor);
  const told = opened.map(({ event }) => event);
  const [, gtin = '', batch, serial] = ADDRESS.exec(path) ?? [];
  const packing = told.find((event) => event.outputEPCList?.length);
  const harvest = told.find((event) => event.ilmd?.['cbvmda:lotNumber'] !== undefined);
  const lots = lotsFrom(harvest?.quantityList?.[0]?.epcClass, told);
  const named = `/10/${batch ?? encodeURIComponent(shown.batch)}`;
  const isOfLot = lots.some((lotClass) => lotClass.endsWith(named));
  if (harvest && !isOfLot) return [{ code: 'other_fruit' }];
  if (serial !== undefined && packing) {
    const fromLot = packing.inputQuantityList?.some(({ epcClass }) => lots.includes(epcClass)) ?? false;
    if (harvest && !fromLot) return [{ code: 'other_fruit' }];
  }
  if (serial !== undefined && !opened.every((event) => isOfBox(event, `/01/${gtin}/21/${serial}`)))
    return [{ code: 'other_fruit' }];
  const faults = differing(shown, harvest, packing, lots);
  const sealed = harvest && sealedDigest(harvest);
  // A harvest of before the diary was sealed claims nothing of it.
  if (sealed !== undefined && sealed !== diaryDigest(shown.diary)) faults.push({ code: 'diary_changed' });
  return faults;
}

/** What does not belong to its event is told by the check of the events; here it shows nothing. */
function openedFor(shown: ShownEvent): Opened {
  const opened = openedEvent(shown);
  const hides = (opened?.withheld ?? 0) + (shown.disclosures?.length ?? 0) > 0;
  return { event: (opened?.event ?? {}) as Told, hides };
}

/** Whether an event that names boxes names this one; where it could hide the others, no other. */
function isOfBox({ event: { epcList, childEPCs, outputEPCList }, hides }: Opened, own: string): boolean {
  const boxes = [epcList, childEPCs, outputEPCList]
    .flatMap((list) => list ?? [])
    .filter((epc) => epc.includes('/21/'));
  if (boxes.length === 0) return !hides;
  return hides ? boxes.every((epc) => epc.endsWith(own)) : boxes.some((epc) => epc.endsWith(own));
}

/** The lot that was cut, and those that sealed sortings made of it, step by step. */
function lotsFrom(cut: string | undefined, told: readonly Told[]): string[] {
  const lots = cut === undefined ? [] : [cut];
  for (const { inputQuantityList = [], outputQuantityList = [] } of told) {
    if (!inputQuantityList.some(({ epcClass }) => lots.includes(epcClass))) continue;
    lots.push(...outputQuantityList.map(({ epcClass }) => epcClass));
  }
  return lots;
}

function differing(
  shown: ShownFacts,
  harvest: Told | undefined,
  packing: Told | undefined,
  lots: readonly string[],
): PageFault[] {
  const facts: Exclude<keyof ShownFacts, 'diary'>[] = [];
  const ilmd = harvest?.ilmd;
  if (ilmd && ilmd['cbvmda:harvestEndDate'] !== shown.cutOn) facts.push('cutOn');
  const own = packing?.inputQuantityList?.map(({ epcClass }) => epcClass) ?? lots;
  if (ilmd && !own.some((lot) => lot.endsWith(`/10/${encodeURIComponent(shown.batch)}`))) facts.push('batch');
  const grams = packing?.inputQuantityList?.reduce((sum, { quantity }) => sum + quantity * 1000, 0);
  if (shown.grams !== null && grams !== undefined && Math.round(grams) !== shown.grams) facts.push('grams');
  return facts.map((fact) => ({ code: 'page_differs', fact }));
}
