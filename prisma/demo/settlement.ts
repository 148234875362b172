import { type Moment, plusDays, type Tx, vietnamDay } from '@baunghe/db';
import { dong } from '@baunghe/money';
import {
  addCapital,
  addCharterCapital,
  addDealing,
  addSharingRule,
  addVatRule,
  addYearRule,
  approveSettlement,
  confirmAccount,
  payAdvance,
  payStatement,
  prepareSettlement,
  proposeAccount,
} from '@baunghe/orders';
import { enterInBooks } from '@baunghe/payments';
import type { Chance } from './chance.ts';

const MILLION = 1_000_000n;
/** What stays in the cash box. */
const CHANGE = 3_000_000n;

/** Who sees to the money in the demo: one prepares, the other approves. */
interface Keepers {
  managerId: string;
  accountantId: string;
}

/**
 * What members were paid in the demo: a settlement of everything up to thirty days ago, approved and mostly paid, and one
 * of the fortnight after it that waits for the accountant. A last fortnight is left for whoever wants to try.
 */
export async function settleSome(tx: Tx, chance: Chance, now: Date, keepers: Keepers): Promise<void> {
  const [manager, accountant] = [{ userId: keepers.managerId }, { userId: keepers.accountantId }];
  const today = vietnamDay(now);
  const at = (daysAgo: number) => chance.at(new Date(+now - daysAgo * 86_400_000));
  const rule = { claimsOnMember: true, note: 'Quy tắc minh họa' };
  const keeps = { kind: 'percent', hundredths: 850 } as const;
  expect(await addSharingRule(tx, at(90), manager, { fromDay: plusDays(today, -130), keeps, ...rule }));
  const members = await tx.member.findMany({ orderBy: { code: 'asc' }, select: { id: true }, take: 4 });
  for (const [index, { id: memberId }] of members.slice(0, 3).entries()) {
    const account = { bin: '970405', account: `000000000${index + 1}`, holder: 'XA VIEN MINH HOA' };
    const proposed = expect(await proposeAccount(tx, at(80), accountant, { memberId, ...account }));
    expect(await confirmAccount(tx, at(79), manager, proposed.id));
  }
  const [, second] = members;
  const moved = { bin: '970436', account: '0000000092', holder: 'XA VIEN MINH HOA' };
  if (second) expect(await proposeAccount(tx, at(2), accountant, { memberId: second.id, ...moved }));
  const [first] = members;
  if (!first) throw new Error('demo without members');
  const advance = {
    memberId: first.id,
    amount: dong(2_000_000),
    through: 'cash',
    reference: 'PC-MH-01',
  } as const;
  expect(await payAdvance(tx, at(60), accountant, advance));
  await takeCashToBank(tx, at(31));
  const old = { fromDay: plusDays(today, -110), toDay: plusDays(today, -31) };
  const settled = expect(await prepareSettlement(tx, at(30), accountant, old));
  expect(await approveSettlement(tx, at(29), manager, settled.id));
  const owed = await tx.memberStatement.findMany({
    where: { settlementId: settled.id, payDong: { gt: 0 } },
    orderBy: { member: { code: 'asc' } },
  });
  for (const [index, { id: statementId }] of owed.slice(0, -2).entries()) {
    const paid = { statementId, through: 'bank', reference: `FTMINHHOA${100 + index}` } as const;
    expect(await payStatement(tx, at(28), accountant, paid));
  }
  const waiting = { fromDay: plusDays(today, -30), toDay: plusDays(today, -15) };
  expect(await prepareSettlement(tx, at(1), manager, waiting));
}

/** What lies in the cash box but for some change, in whole millions: most buyers pay at the door, members are paid by bank. */
async function takeCashToBank(tx: Tx, moment: Moment): Promise<void> {
  const { _sum } = await tx.posting.aggregate({
    where: { account: 'cash', journal: { at: { lte: moment.now } } },
    _sum: { dong: true },
  });
  const taken = ((_sum.dong ?? 0n) - CHANGE) / MILLION;
  if (taken <= 0n) throw new Error('demo sold nothing for cash');
  await enterInBooks(tx, moment, {
    key: 'cash_to_bank:PNT-MH-01',
    orderId: null,
    sides: [
      { account: 'bank', dong: dong(taken * MILLION) },
      { account: 'cash', dong: dong(-taken * MILLION) },
    ],
  });
}

/**
 * What a year's page shows beside that: a rule from long ago on, a few dealings, and one product whose VAT the accountant
 * chose. Orders of the demo were placed before and keep what they had.
 */
export async function keepYear(tx: Tx, chance: Chance, now: Date, keepers: Keepers): Promise<void> {
  const [manager, accountant] = [{ userId: keepers.managerId }, { userId: keepers.accountantId }];
  const [moment, today] = [chance.at(now), vietnamDay(now)];
  const shared = { fundHundredths: 500, byUse: 'dong', capitalHundredths: 2000 } as const;
  const rule = { ...shared, note: 'Quy tắc minh họa' };
  await putInCapital(tx, moment, accountant);
  expect(await addYearRule(tx, moment, manager, { fromYear: today.getUTCFullYear() - 1, ...rule }));
  const dealings = [
    { kind: 'income', side: 'internal', what: 'Phun thuốc thuê cho xã viên (minh họa)', thousands: 450 },
    { kind: 'cost', side: 'external', what: 'Tiền điện kho lạnh (minh họa)', thousands: 380 },
    { kind: 'cost', side: 'internal', what: 'Thuê xe của xã viên (minh họa)', thousands: 250 },
  ] as const;
  for (const [index, { thousands, ...told }] of dealings.entries()) {
    const paper = { through: 'cash', reference: `PT-MH-0${index + 1}`, day: today } as const;
    expect(await addDealing(tx, moment, accountant, { ...told, ...paper, amount: dong(thousands * 1000) }));
  }
  const product = await tx.product.findFirst({ orderBy: { sort: 'desc' }, select: { id: true } });
  if (!product) throw new Error('demo without products');
  const why = 'Xã viên tự trồng, chưa chế biến (minh họa)';
  const vat = { productId: product.id, kind: 'not_subject', rate: 0, why, fromDay: today } as const;
  expect(await addVatRule(tx, moment, accountant, vat));
}

/** Charter capital, and what five members put in of it as the season began, none more than 30 %; one took a little out again. */
async function putInCapital(tx: Tx, moment: Moment, by: { userId: string }): Promise<void> {
  const members = await tx.member.findMany({ orderBy: { code: 'asc' }, select: { id: true }, take: 5 });
  const today = vietnamDay(moment.now);
  const charter = { fromDay: plusDays(today, -120), amount: dong(80_000_000), paper: 'Giấy minh họa' };
  expect(await addCharterCapital(tx, moment, by, charter));
  const entries = [
    { at: 0, ago: 95, turn: 'put_in', millions: 20 },
    { at: 1, ago: 94, turn: 'put_in', millions: 15 },
    { at: 2, ago: 90, turn: 'put_in', millions: 15 },
    { at: 3, ago: 90, turn: 'put_in', millions: 10 },
    { at: 4, ago: 88, turn: 'put_in', millions: 10 },
    { at: 0, ago: 20, turn: 'taken_out', millions: 5 },
  ] as const;
  for (const [index, { at, ago, turn, millions }] of entries.entries()) {
    const paper = { through: 'bank', reference: `VG-MH-0${index + 1}`, note: 'Minh họa' } as const;
    const told = { memberId: members[at]?.id ?? '', turn, day: plusDays(today, -ago), ...paper };
    expect(await addCapital(tx, moment, by, { ...told, amount: dong(millions * 1_000_000) }));
  }
}

function expect<T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!result.ok) throw new Error(`demo step refused: ${result.error.code}`);
  return result.value;
}
