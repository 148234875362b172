import { fail, lockSettlements, type Moment, newId, ok, type Result, type Tx, vietnamDay } from '@baunghe/db';
import { type Reckoning, type ReckonRefusal, reckon } from './reckon.ts';
import { lastSettledDay } from './rules.ts';

/** Days from and to, both counted in. */
export interface Period {
  fromDay: Date;
  toDay: Date;
}

/** Why a period is not settled. */
export type PeriodRefusal =
  | ReckonRefusal
  | { code: 'period_turned_round' }
  /** Its last day is not over yet. */
  | { code: 'period_not_over'; today: Date }
  /** Days of it are settled already, up to the named one. */
  | { code: 'period_settled'; settledTo: Date }
  | { code: 'nothing_to_settle' };

/** What the settlement of a period would be. Writes nothing. */
export async function previewSettlement(
  tx: Tx,
  moment: Moment,
  { fromDay, toDay }: Period,
): Promise<Result<Reckoning, PeriodRefusal>> {
  const today = vietnamDay(moment.now);
  if (fromDay > toDay) return fail({ code: 'period_turned_round' });
  if (toDay >= today) return fail({ code: 'period_not_over', today });
  const settledTo = await lastSettledDay(tx);
  if (settledTo && settledTo >= fromDay) return fail({ code: 'period_settled', settledTo });
  const reckoned = await reckon(tx, toDay);
  if (reckoned.ok && reckoned.value.lines.length === 0) return fail({ code: 'nothing_to_settle' });
  return reckoned;
}

/** Freezes a period's settlement, for somebody else to approve. One at a time. Returns its id. */
export async function prepareSettlement(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  period: Period,
): Promise<Result<{ id: string }, PeriodRefusal | { code: 'settlement_open'; id: string }>> {
  await lockSettlements(tx);
  const open = await tx.settlement.findFirst({ where: { state: 'prepared' }, select: { id: true } });
  if (open) return fail({ code: 'settlement_open', id: open.id });
  const reckoned = await previewSettlement(tx, moment, period);
  if (!reckoned.ok) return reckoned;
  const id = newId('stl', moment);
  await tx.settlement.create({
    data: { id, ...period, preparedAt: moment.now, preparedBy: by.userId },
  });
  await freeze(tx, moment, id, reckoned.value);
  return ok({ id });
}

async function freeze(tx: Tx, moment: Moment, settlementId: string, { lines, members }: Reckoning) {
  await tx.settlementLine.createMany({
    data: lines.map(({ gross, coop, member, ...line }) => ({
      ...{ settlementId, ...line },
      ...{ grossDong: BigInt(gross), coopDong: BigInt(coop), memberDong: BigInt(member) },
    })),
  });
  await tx.memberStatement.createMany({
    data: members.map(({ memberId, grams, ...sum }) => ({
      ...{ id: newId('stm', moment), settlementId, memberId, grams },
      ...{ salesDong: BigInt(sum.sales), takenOffDong: BigInt(sum.takenOff), coopDong: BigInt(sum.coop) },
      ...{ carriedDong: BigInt(sum.carried), advanceDong: BigInt(sum.advance) },
      ...{ payDong: BigInt(sum.pay), leftDong: BigInt(sum.left) },
    })),
  });
}
