import type { Thing } from '@baunghe/coop';
import type { Tx } from '@baunghe/db';

/** Kinds of things that acts are about. */
export const THINGS = [
  'order',
  'lot',
  'plot',
  'member',
  'box',
  'variety',
  'voucher',
  'place',
  'refund',
  'person',
  'application',
  'request',
] as const;
export type ThingKind = (typeof THINGS)[number];

/** Fields whose text is a thing's own code, wherever they stand. Nothing else of an input is looked at. */
const CODE_FIELDS: Record<string, ThingKind> = {
  orderCode: 'order',
  newOrderCode: 'order',
  batch: 'lot',
  plotCode: 'plot',
  memberCode: 'member',
  serial: 'box',
  varietyCode: 'variety',
};

/** What a field called `code` is the code of, by the procedures it stands in. Where none is written, it is left out. */
const CODES_OF: Record<string, ThingKind> = {
  'bank.assign': 'order',
  'members.add': 'member',
  'plots.keep': 'plot',
  'listings.addVariety': 'variety',
  'listings.changeVariety': 'variety',
  'vouchers.make': 'voucher',
  'store.addPlace': 'place',
  'applications.askMore': 'application',
  'applications.decide': 'application',
  'applications.inviteAgain': 'application',
  'applications.look': 'application',
  'applications.openPaper': 'application',
  'applications.vote': 'application',
  'memberRequests.answer': 'request',
  'memberRequests.askCopy': 'request',
  'memberRequests.askCorrection': 'request',
  'memberRequests.withdraw': 'request',
};

/** Records that are named by their code; a record's kind is in the first letters of its id. */
const RECORD = /^(ord|lot|plo|mem|box|vou|rfd|usr)_[A-Za-z0-9_]{1,59}$/;
const ID_FIELD = /^(id|[a-z]+Id)$/;
const MOST_LOOKED_AT = 500;

/** What an act was about: codes out of its input and its answer, and those of the records whose ids stand there. */
export async function aboutOf(tx: Tx, procedure: string, ...parts: unknown[]): Promise<Thing[]> {
  const things: Thing[] = [];
  const ids = new Set<string>();
  const fields = parts.flatMap((part) => fieldsOf(part, 0)).slice(0, MOST_LOOKED_AT);
  for (const [name, text] of fields) {
    const kind = CODE_FIELDS[name] ?? (name === 'code' ? CODES_OF[procedure] : undefined);
    if (kind) things.push({ kind, code: kind === 'box' ? text : text.trim().toUpperCase() });
    else if (ID_FIELD.test(name) && RECORD.test(text)) ids.add(text);
  }
  return ids.size === 0 ? things : [...things, ...(await thingsOf(tx, [...ids]))];
}

/** Names and texts of the fields in a value, also of those further in; bytes and dates are none. */
function fieldsOf(value: unknown, depth: number): [string, string][] {
  if (value === null || typeof value !== 'object' || depth > 4) return [];
  if (value instanceof Uint8Array || value instanceof Date) return [];
  if (Array.isArray(value)) return value.slice(0, 200).flatMap((each) => fieldsOf(each, depth + 1));
  return Object.entries(value).flatMap(([name, inside]): [string, string][] =>
    typeof inside === 'string' ? [[name, inside]] : fieldsOf(inside, depth + 1),
  );
}

/** The codes of records, each kind by one look. */
async function thingsOf(tx: Tx, ids: readonly string[]): Promise<Thing[]> {
  const of = (prefix: string) => ids.filter((id) => id.startsWith(`${prefix}_`));
  const things: Thing[] = of('usr').map((code) => ({ kind: 'person', code }));
  const add = (kind: ThingKind, codes: readonly { code: string }[]) =>
    things.push(...codes.map(({ code }) => ({ kind, code })));
  const select = { code: true } as const;
  if (of('ord').length > 0)
    add('order', await tx.order.findMany({ where: { id: { in: of('ord') } }, select }));
  if (of('plo').length > 0) add('plot', await tx.plot.findMany({ where: { id: { in: of('plo') } }, select }));
  if (of('mem').length > 0)
    add('member', await tx.member.findMany({ where: { id: { in: of('mem') } }, select }));
  if (of('vou').length > 0)
    add('voucher', await tx.voucher.findMany({ where: { id: { in: of('vou') } }, select }));
  if (of('lot').length > 0) {
    const lots = await tx.lot.findMany({ where: { id: { in: of('lot') } }, select: { batch: true } });
    things.push(...lots.map(({ batch }) => ({ kind: 'lot', code: batch })));
  }
  if (of('box').length > 0) things.push(...(await thingsOfBoxes(tx, of('box'))));
  if (of('rfd').length > 0) things.push(...(await thingsOfRefunds(tx, of('rfd'))));
  return things;
}

async function thingsOfBoxes(tx: Tx, ids: string[]): Promise<Thing[]> {
  const boxes = await tx.box.findMany({
    where: { id: { in: ids } },
    select: { serial: true, order: { select: { code: true } } },
  });
  return boxes.flatMap(({ serial, order }) => [
    { kind: 'box', code: serial },
    { kind: 'order', code: order.code },
  ]);
}

async function thingsOfRefunds(tx: Tx, ids: string[]): Promise<Thing[]> {
  const refunds = await tx.refund.findMany({
    where: { id: { in: ids } },
    select: { id: true, payment: { select: { order: { select: { code: true } } } } },
  });
  return refunds.flatMap(({ id, payment }) => [
    { kind: 'refund', code: id },
    { kind: 'order', code: payment.order.code },
  ]);
}
