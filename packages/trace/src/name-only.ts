import { classOfBoxEpc } from '@baunghe/gs1';

type Fields = Record<string, unknown>;

/** Lists of EPCs, and where EPCIS 2.0 has what is known of them by their class alone (7.4.1 to 7.4.6). */
const CLASSES_OF: Record<string, string> = {
  epcList: 'quantityList',
  childEPCs: 'childQuantityList',
  inputEPCList: 'inputQuantityList',
  outputEPCList: 'outputQuantityList',
};

/** The EPCs of single boxes that an event names. */
export function boxesIn(event: object): string[] {
  const fields = event as Fields;
  return [...Object.keys(CLASSES_OF).flatMap((field) => listOf(fields[field])), ...listOf(fields.parentID)]
    .filter((epc) => typeof epc === 'string')
    .filter((epc) => classOfBoxEpc(epc) !== null);
}

/**
 * An event as it is told to who may know only some of its boxes: the others are counted by their GTIN, as many as there
 * are (`quantityList` and its like), and in `baunghe:unnamedBoxes`, which says that this is not the whole event, so that
 * nobody takes its hash for the event's. The photo of the packing goes with the boxes. As it is when it names no other.
 */
export function nameOnly<T extends object>(event: T, named: ReadonlySet<string>): T {
  const isOther = (epc: unknown) => typeof epc === 'string' && classOfBoxEpc(epc) !== null && !named.has(epc);
  const others = boxesIn(event).filter(isOther);
  if (others.length === 0) return event;
  const { 'baunghe:photo': _photo, parentID, ...told } = event as Fields;
  for (const [field, classes] of Object.entries(CLASSES_OF)) {
    const list = listOf(told[field]);
    const unnamed = list.filter(isOther);
    if (unnamed.length === 0) continue;
    const kept = list.filter((epc) => !isOther(epc));
    delete told[field];
    if (kept.length > 0) told[field] = kept;
    told[classes] = [...listOf(told[classes]), ...countsOf(unnamed)];
  }
  const parent = parentID === undefined || isOther(parentID) ? {} : { parentID };
  return { ...told, ...parent, 'baunghe:unnamedBoxes': others.length } as T;
}

function countsOf(epcs: readonly unknown[]): { epcClass: string; quantity: number }[] {
  const counts = new Map<string, number>();
  for (const epc of epcs) {
    const epcClass = classOfBoxEpc(String(epc)) ?? '';
    counts.set(epcClass, (counts.get(epcClass) ?? 0) + 1);
  }
  return [...counts].map(([epcClass, quantity]) => ({ epcClass, quantity }));
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}
