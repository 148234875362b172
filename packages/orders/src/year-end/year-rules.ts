import {
  fail,
  lockSettlements,
  type Moment,
  newId,
  ok,
  type Result,
  type Tx,
  type UseMeasure,
} from '@baunghe/db';

/** How a surplus is shared from a year on. */
export interface YearRule {
  id: string;
  fromYear: number;
  /** What goes into the common fund, of income from outside, in hundredths of a percent. */
  fundHundredths: number;
  byUse: UseMeasure;
  /** What of the members' surplus is shared by capital, in hundredths of a percent. */
  capitalHundredths: number;
  note: string | null;
}

/** The least that goes into the common fund: 5 % (Law on Cooperatives 17/2023/QH15). */
const LEAST_FUND_HUNDREDTHS = 500;
/** A surplus is shared mainly by use of service (the same law): less than half by capital. */
const MOST_CAPITAL_HUNDREDTHS = 4999;

/** Why a rule is not written down. */
export type YearRuleRefusal =
  | { code: 'year_rule_taken' }
  /** That year is prepared or closed. */
  | { code: 'year_closed'; year: number }
  | { code: 'fund_too_small' }
  | { code: 'capital_part_too_big' };

/** All rules, the newest year first. */
export async function yearRules(tx: Tx): Promise<YearRule[]> {
  const rows = await tx.yearRule.findMany({ orderBy: { fromYear: 'desc' } });
  return rows.map(({ id, fromYear, fundHundredths, byUse, capitalHundredths, note }) => ({
    ...{ id, fromYear, fundHundredths, byUse, capitalHundredths, note },
  }));
}

/** The rule of a year; null where none was written down. */
export const ruleOfYear = async (tx: Tx, year: number): Promise<YearRule | null> =>
  (await yearRules(tx)).find(({ fromYear }) => fromYear <= year) ?? null;

/** Writes down how a surplus is shared from a year on; never for one that is prepared or closed. */
export async function addYearRule(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  rule: Omit<YearRule, 'id'>,
): Promise<Result<{ id: string }, YearRuleRefusal>> {
  if (rule.fundHundredths < LEAST_FUND_HUNDREDTHS) return fail({ code: 'fund_too_small' });
  if (rule.capitalHundredths > MOST_CAPITAL_HUNDREDTHS) return fail({ code: 'capital_part_too_big' });
  await lockSettlements(tx);
  if (await tx.yearRule.findUnique({ where: { fromYear: rule.fromYear } })) {
    return fail({ code: 'year_rule_taken' });
  }
  const closed = await tx.yearEnd.aggregate({ where: { state: { not: 'dropped' } }, _max: { year: true } });
  const { year } = closed._max;
  if (year !== null && year >= rule.fromYear) return fail({ code: 'year_closed', year });
  const id = newId('yrl', moment);
  await tx.yearRule.create({ data: { id, ...rule, at: moment.now, byUser: by.userId } });
  return ok({ id });
}
