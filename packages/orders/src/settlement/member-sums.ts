import type { SettledKind, SettlementState, Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';

/** What one member gets, and how that comes about: `sales + takenOff − coop + carried − advance − pay = left`. */
export interface MemberSum {
  memberId: string;
  grams: number;
  sales: Dong;
  takenOff: Dong;
  coop: Dong;
  carried: Dong;
  advance: Dong;
  pay: Dong;
  left: Dong;
}

interface Shared {
  memberId: string;
  kind: SettledKind;
  grams: number;
  gross: Dong;
  coop: Dong;
}

/** A settlement that waits to be approved holds its boxes already, and so it does what it takes off. */
const COUNTING: readonly SettlementState[] = ['prepared', 'approved'];

/**
 * The sums of the members who have a line. What a member owes from before is taken off first, then advances as far as
 * they go; nobody is paid less than nothing, and the rest is carried on.
 */
export async function memberSums(tx: Tx, lines: readonly Shared[]): Promise<MemberSum[]> {
  const ids = [...new Set(lines.map(({ memberId }) => memberId))].sort();
  const [carried, open] = await Promise.all([carriedOf(tx, ids), openAdvances(tx, ids, COUNTING)]);
  return ids.map((memberId) => {
    const own = lines.filter((line) => line.memberId === memberId);
    const sum = (of: (line: Shared) => number) => own.reduce((all, line) => all + of(line), 0);
    const earns = ({ kind }: Shared) => kind === 'sale' || kind === 'replacement';
    const sales = dong(sum((line) => (earns(line) ? line.gross : 0)));
    const takenOff = dong(sum((line) => (earns(line) ? 0 : line.gross)));
    const coop = dong(sum((line) => line.coop));
    const before = carried.get(memberId) ?? dong(0);
    const owed = sales + takenOff - coop + before;
    const advance = dong(Math.max(0, Math.min(owed, open.get(memberId) ?? 0)));
    return {
      ...{ memberId, grams: sum((line) => line.grams), sales, takenOff, coop, carried: before, advance },
      pay: dong(Math.max(0, owed - advance)),
      left: dong(Math.min(0, owed)),
    };
  });
}

/** What members were left owing by their last statement, or will be by one that waits to be approved. */
async function carriedOf(tx: Tx, memberIds: readonly string[]): Promise<Map<string, Dong>> {
  const last = await tx.memberStatement.findMany({
    where: { memberId: { in: [...memberIds] }, settlement: { state: { in: [...COUNTING] } } },
    orderBy: [{ memberId: 'asc' }, { settlement: { toDay: 'desc' } }],
    distinct: ['memberId'],
  });
  return new Map(last.map(({ memberId, leftDong }) => [memberId, dong(leftDong)]));
}

/** What members had in advance and no settlement of the given states has taken off: as the books say it, no approved one. */
export async function openAdvances(
  tx: Tx,
  memberIds: readonly string[],
  states: readonly SettlementState[] = ['approved'],
): Promise<Map<string, Dong>> {
  const of = { memberId: { in: [...memberIds] } };
  const [given, taken] = await Promise.all([
    tx.memberAdvance.groupBy({ by: ['memberId'], where: of, _sum: { amountDong: true } }),
    tx.memberStatement.groupBy({
      by: ['memberId'],
      where: { ...of, settlement: { state: { in: [...states] } } },
      _sum: { advanceDong: true },
    }),
  ]);
  const off = new Map(taken.map(({ memberId, _sum }) => [memberId, _sum.advanceDong ?? 0n]));
  return new Map(
    given.map(({ memberId, _sum }) => [memberId, dong((_sum.amountDong ?? 0n) - (off.get(memberId) ?? 0n))]),
  );
}
