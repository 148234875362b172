import { lockRows, type Moment, type Tx } from '@baunghe/db';
import { settleRefund } from '../refund.ts';
import { foldContent } from './bank-line.ts';
import { type LineRow, writeMatch } from './write-match.ts';

/** How long ago a refund may have been closed by hand when the bank comes to tell of it. */
const RECENT_MS = 60 * 86_400_000;

/** What is written on the transfer that gives a refund, so that the bank's own telling leads back to it: 15 of A–Z, 0–9. */
export function refundPurpose(refundId: string): string {
  return `TL${refundId.slice(-13).toUpperCase()}`;
}

/** The refund that an outgoing movement gives: of the same sum, named by its purpose or by what staff wrote down. */
export async function refundOfLine(tx: Tx, line: LineRow): Promise<string | null> {
  return refundIn(await refundsLike(tx, [line]), line);
}

/** A refund that a movement may be, in the eyes of `refundIn`. */
export interface RefundToGive {
  id: string;
  amountDong: bigint;
  reference: string | null;
  closedAt: Date | null;
}

/** Refunds that no movement was found to be yet, of the sums of some movements, in one query. */
export function refundsLike(tx: Tx, lines: readonly LineRow[]): Promise<RefundToGive[]> {
  const earliest = Math.min(...lines.map(({ at }) => at.getTime()));
  const open = [
    { state: 'due' as const },
    { through: 'bank' as const, closedAt: { gt: new Date(earliest - RECENT_MS) } },
  ];
  const amountDong = { in: [...new Set(lines.map((line) => line.amountDong))] };
  return tx.refund.findMany({
    where: { amountDong, bankMatch: null, OR: open },
    orderBy: { id: 'asc' },
    select: { id: true, amountDong: true, reference: true, closedAt: true },
  });
}

/** Which of some refunds a movement gives, if it is one alone. */
export function refundIn(refunds: readonly RefundToGive[], line: LineRow): string | null {
  const since = line.at.getTime() - RECENT_MS;
  const content = foldContent(line.content);
  const named = refunds.filter(
    ({ id, amountDong, reference, closedAt }) =>
      amountDong === line.amountDong &&
      (closedAt === null || closedAt.getTime() > since) &&
      (content.includes(refundPurpose(id)) || (line.reference !== '' && reference === line.reference)),
  );
  return named.length === 1 ? (named[0]?.id ?? null) : null;
}

/**
 * Closes a refund with the movement that gave it; one that staff closed as sent by bank is only tied to it. False where
 * it was dropped or given in another way meanwhile.
 */
export async function giveByLine(
  tx: Tx,
  moment: Moment,
  line: LineRow,
  refundId: string,
  byUser: string | null,
): Promise<boolean> {
  const { paymentId } = await tx.refund.findUniqueOrThrow({ where: { id: refundId } });
  await lockRows(tx, 'payment', [paymentId]);
  const refund = await tx.refund.findUniqueOrThrow({ where: { id: refundId } });
  if (refund.state !== 'due' && refund.through !== 'bank') return false;
  if (refund.state === 'due') {
    const reference = line.reference || line.id;
    const given = await settleRefund(tx, moment, { refundId, through: 'bank', reference, byUser });
    if (!given.ok) throw new Error(`a refund that is locked and due was refused: ${given.error.code}`);
  }
  await writeMatch(tx, moment, line.id, { kind: 'refund', refundId, byUser });
  return true;
}
