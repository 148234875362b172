import { fail, lockSettlements, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import { dong } from '@baunghe/money';
import { enterInBooks } from '@baunghe/payments';
import { reckonYear } from './reckon-year.ts';
import { yearOf } from './year-days.ts';
import { costOf, incomeOf } from './year-sums.ts';

/** An act that was under way when the year ended is over by then. */
const SETTLES_AFTER_MS = 3_600_000;

/** Why a year is not prepared. */
export type PrepareYearRefusal =
  | { code: 'year_not_over'; year: number }
  | { code: 'year_closed'; year: number }
  /** Another is prepared and waits. */
  | { code: 'year_prepared'; year: number }
  | { code: 'no_rule_for_year'; year: number };

/** Why a year stays as it is. */
export type CloseYearRefusal = { code: 'year_unknown' } | { code: 'year_end_closed'; at: Date };

type By = { userId: string };

/** Freezes what a year came to, for somebody else to approve; from then on it takes no entry. Returns its id. */
export async function prepareYear(
  tx: Tx,
  moment: Moment,
  by: By,
  year: number,
): Promise<Result<{ id: string }, PrepareYearRefusal>> {
  await lockSettlements(tx);
  if (yearOf(new Date(+moment.now - SETTLES_AFTER_MS)) <= year) return fail({ code: 'year_not_over', year });
  const others = await tx.yearEnd.findMany({ where: { state: { not: 'dropped' } } });
  if (others.some((other) => other.year === year && other.state === 'approved')) {
    return fail({ code: 'year_closed', year });
  }
  const open = others.find(({ state }) => state === 'prepared');
  if (open) return fail({ code: 'year_prepared', year: open.year });
  const reckoned = await reckonYear(tx, year);
  if (!reckoned.ok) return reckoned;
  const { rule, sums, surplus, fund, members, shares } = reckoned.value;
  const id = newId('yer', moment);
  await tx.yearEnd.create({
    data: {
      ...{ id, year, ruleId: rule.id, preparedAt: moment.now, preparedBy: by.userId },
      internalIncomeDong: BigInt(incomeOf(sums.internal)),
      externalIncomeDong: BigInt(incomeOf(sums.external)),
      internalCostDong: BigInt(costOf(sums.internal)),
      externalCostDong: BigInt(costOf(sums.external)),
      ...{ surplusDong: BigInt(surplus), fundDong: BigInt(fund), membersDong: BigInt(members) },
    },
  });
  await tx.yearShare.createMany({
    data: shares.map(({ memberId, grams, sold, capital, share, byCapital }) => ({
      ...{ yearEndId: id, memberId, grams, soldDong: BigInt(sold), shareDong: BigInt(share) },
      ...{ capitalDong: BigInt(capital), byCapitalDong: BigInt(byCapital) },
    })),
  });
  return ok({ id });
}

/** Approves a year that somebody else prepared: its surplus is in the common fund and owed to members from now on. */
export async function approveYear(
  tx: Tx,
  moment: Moment,
  by: By,
  id: string,
): Promise<Result<void, CloseYearRefusal | { code: 'prepared_by_you' }>> {
  const open = await lockOpen(tx, id);
  if (!open.ok) return open;
  const { preparedBy, fundDong, membersDong } = open.value;
  if (preparedBy === by.userId) return fail({ code: 'prepared_by_you' });
  const closed = { state: 'approved', closedAt: moment.now, closedBy: by.userId } as const;
  await tx.yearEnd.update({ where: { id }, data: closed });
  const [fund, members] = [dong(fundDong), dong(membersDong)];
  // Of a year without a surplus the books hold nothing.
  if (fund + members === 0) return ok(undefined);
  await enterInBooks(tx, moment, {
    key: `year:${id}`,
    orderId: null,
    sides: [
      { account: 'surplus', dong: dong(fund + members) },
      { account: 'common_fund', dong: dong(-fund) },
      { account: 'members_surplus', dong: dong(-members) },
    ],
  });
  return ok(undefined);
}

/** Drops a year that was prepared wrongly, with the reason; it takes entries again. */
export async function dropYear(
  tx: Tx,
  moment: Moment,
  by: By,
  { id, why }: { id: string; why: string },
): Promise<Result<void, CloseYearRefusal>> {
  const open = await lockOpen(tx, id);
  if (!open.ok) return open;
  const closed = { state: 'dropped', closedAt: moment.now, closedBy: by.userId, closedNote: why } as const;
  await tx.yearEnd.update({ where: { id }, data: closed });
  return ok(undefined);
}

async function lockOpen(tx: Tx, id: string) {
  await lockSettlements(tx);
  const found = await tx.yearEnd.findUnique({ where: { id } });
  if (!found) return fail({ code: 'year_unknown' } as const);
  if (found.closedAt) return fail({ code: 'year_end_closed', at: found.closedAt } as const);
  return ok(found);
}
