import { fail, lockSettlements, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import { dong } from '@baunghe/money';
import { enterInBooks } from '@baunghe/payments';

/** Why a settlement stays as it is. */
export type CloseSettlementRefusal = { code: 'settlement_unknown' } | { code: 'settlement_closed'; at: Date };

/**
 * Approves a settlement that somebody else prepared: from now on members are owed what it says, and the books hold it.
 * Worth of fruit sent anew is booked as sold for a claim, so that what is shared out never exceeds what was sold.
 */
export async function approveSettlement(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  id: string,
): Promise<Result<void, CloseSettlementRefusal | { code: 'prepared_by_you' }>> {
  const open = await lockOpen(tx, id);
  if (!open.ok) return open;
  if (open.value.preparedBy === by.userId) return fail({ code: 'prepared_by_you' });
  const closed = { state: 'approved', closedAt: moment.now, closedBy: by.userId } as const;
  await tx.settlement.update({ where: { id }, data: closed });
  await enter(tx, moment, id);
  return ok(undefined);
}

/** Drops a settlement that was prepared wrongly; its boxes may be settled again. */
export async function dropSettlement(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  { id, why }: { id: string; why: string },
): Promise<Result<void, CloseSettlementRefusal>> {
  const open = await lockOpen(tx, id);
  if (!open.ok) return open;
  const closed = { state: 'dropped', closedAt: moment.now, closedBy: by.userId, closedNote: why } as const;
  await tx.settlement.update({ where: { id }, data: closed });
  return ok(undefined);
}

async function lockOpen(tx: Tx, id: string) {
  await lockSettlements(tx);
  const found = await tx.settlement.findUnique({ where: { id } });
  if (!found) return fail({ code: 'settlement_unknown' } as const);
  if (found.closedAt) return fail({ code: 'settlement_closed', at: found.closedAt } as const);
  return ok(found);
}

async function enter(tx: Tx, moment: Moment, settlementId: string): Promise<void> {
  const sumOf = { grossDong: true, coopDong: true, memberDong: true } as const;
  const [all, anew, advances] = await Promise.all([
    tx.settlementLine.aggregate({ where: { settlementId }, _sum: sumOf }),
    tx.settlementLine.aggregate({ where: { settlementId, kind: 'replacement' }, _sum: sumOf }),
    tx.memberStatement.aggregate({ where: { settlementId }, _sum: { advanceDong: true } }),
  ]);
  const { grossDong, coopDong, memberDong } = all._sum;
  const replaced = dong(anew._sum.grossDong ?? 0n);
  const advance = dong(advances._sum.advanceDong ?? 0n);
  const owed = dong((memberDong ?? 0n) - BigInt(advance));
  const sides = [
    { account: 'settled', dong: dong(grossDong ?? 0n) },
    { account: 'cooperative', dong: dong(-(coopDong ?? 0n)) },
    { account: 'members_owed', dong: dong(-owed) },
    { account: 'advances', dong: dong(-advance) },
    { account: 'claims', dong: replaced },
    { account: 'sales', dong: dong(-replaced) },
  ] as const;
  // Of a settlement whose corrections undo just what it adds, the books hold nothing.
  if (sides.every((side) => side.dong === 0)) return;
  await enterInBooks(tx, moment, { key: `settled:${settlementId}`, orderId: null, sides });
}
