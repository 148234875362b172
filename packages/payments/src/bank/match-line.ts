import type { Moment, Tx } from '@baunghe/db';
import { dong } from '@baunghe/money';
import { lockPayment } from '../amount-due.ts';
import { type MoneyTaken, takeMoney } from '../take-money.ts';
import type { TellingOfLine } from './bank-line.ts';
import { orderNamedIn } from './find-order.ts';
import { type KeptLine, keepLine, type Teller } from './keep-line.ts';
import { giveByLine, refundOfLine } from './match-refund.ts';
import { type LineRow, writeMatch } from './write-match.ts';

/** What became of a movement that was told. */
export type LineOutcome = 'told_before' | 'unknown' | 'refund_given' | MoneyTaken['kind'];

/**
 * Keeps a movement that was told, and takes it for what it says it is: money for the order that it names, or a refund
 * that was sent. What it is not known for, or what moved on another account than `ours`, waits for staff. `taken` hears
 * of an order that money was taken for, in the same transaction.
 */
export async function takeLine(
  tx: Tx,
  moment: Moment,
  teller: Teller,
  told: TellingOfLine,
  ours: string | null,
  taken: (orderId: string, kind: MoneyTaken['kind']) => Promise<void> = async () => {},
): Promise<LineOutcome> {
  const kept: KeptLine = await keepLine(tx, moment, teller, told);
  if (!kept.isNew) return 'told_before';
  if (!isOurs(told, ours)) return 'unknown';
  const line = await tx.bankLine.findUniqueOrThrow({ where: { id: kept.id } });
  if (line.direction === 'out') {
    const refundId = await refundOfLine(tx, line);
    const isGiven = refundId !== null && (await giveByLine(tx, moment, line, refundId, null));
    return isGiven ? 'refund_given' : 'unknown';
  }
  const orderId = await orderNamedIn(tx, told);
  if (orderId === null) return 'unknown';
  const kind = await takeForOrder(tx, moment, line, orderId, null);
  await taken(orderId, kind);
  return kind;
}

/** Takes a movement's money for an order; where somebody wrote that very money down by hand, it is not booked again. */
export async function takeForOrder(
  tx: Tx,
  moment: Moment,
  line: LineRow,
  orderId: string,
  byUser: string | null,
): Promise<MoneyTaken['kind']> {
  const eventOfHand = await writtenByHand(tx, line, orderId);
  if (eventOfHand !== null) {
    await writeMatch(tx, moment, line.id, { kind: 'order', eventId: eventOfHand, byUser });
    return 'told_before';
  }
  const source = 'bank';
  const reference = await referenceOf(tx, line.id);
  const money = { orderId, source, reference, amount: dong(line.amountDong), into: 'bank' } as const;
  const taken = await takeMoney(tx, moment, { ...money, byUser });
  if (!taken.ok) throw new Error(`money of a movement was refused: ${taken.error.code}`);
  const where = { source_reference: { source, reference } };
  const { id: eventId } = await tx.paymentEvent.findUniqueOrThrow({ where, select: { id: true } });
  await writeMatch(tx, moment, line.id, { kind: 'order', eventId, byUser });
  return taken.value.kind;
}

/** What tells this taking apart: a movement that was taken for the wrong order before may be taken again. */
async function referenceOf(tx: Tx, lineId: string): Promise<string> {
  const before = await tx.bankMatch.count({ where: { lineId, kind: 'order' } });
  return before === 0 ? lineId : `${lineId}/${before + 1}`;
}

const DAY_MS = 86_400_000;

/** The hand-written event that a movement shows to be true: of the same sum, and written when it could be seen. */
async function writtenByHand(tx: Tx, line: LineRow, orderId: string): Promise<string | null> {
  await lockPayment(tx, orderId);
  const events = await tx.paymentEvent.findMany({
    where: { payment: { orderId }, source: 'staff', amountDong: line.amountDong, bankMatch: null },
    orderBy: { at: 'asc' },
  });
  const at = line.at.getTime();
  const isIt = events.find(
    (event) =>
      (line.reference !== '' && event.reference === line.reference) ||
      (event.at.getTime() > at - DAY_MS && event.at.getTime() < at + 10 * DAY_MS),
  );
  return isIt?.id ?? null;
}

/** Whether a movement was on the account `ours`, or on one that nobody names. */
export function isOurs(
  { account, subAccount }: Pick<TellingOfLine, 'account' | 'subAccount'>,
  ours: string | null,
): boolean {
  const told = [account, subAccount].filter((each) => each !== null);
  return ours === null || told.length === 0 || told.includes(ours);
}
