import { fail, ok, type Result, type Tx, type YearState } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { type Dealing, dealingsOf } from './dealings.ts';
import { notableSides, type OrderOnSide } from './order-sides.ts';
import { reckonYear } from './reckon-year.ts';
import { yearBounds, yearOf } from './year-days.ts';
import { type YearRule, yearRules } from './year-rules.ts';
import { type ShareOfYear, shareOf } from './year-shares.ts';
import { costOf, incomeOf, type YearSums, yearSums } from './year-sums.ts';

/** What a year comes to, as it would be or as it was frozen. */
export interface YearResult {
  internalIncome: Dong;
  externalIncome: Dong;
  internalCost: Dong;
  externalCost: Dong;
  surplus: Dong;
  fund: Dong;
  members: Dong;
  fundHundredths: number;
  byUse: YearRule['byUse'];
  capitalHundredths: number;
  shares: (Omit<ShareOfYear, 'year'> & { memberId: string; code: string; name: string })[];
}

/** How far a year is: prepared, or closed. */
export interface YearClosing {
  id: string;
  state: Exclude<YearState, 'dropped'>;
  preparedBy: string;
  preparedAt: Date;
  closedBy: string | null;
  closedAt: Date | null;
}

/** A year on its page. */
export interface YearView {
  year: number;
  /** Whether its days are over. */
  over: boolean;
  sums: YearSums;
  closing: YearClosing | null;
  /** Refused where no rule says how it is shared. */
  result: Result<YearResult, { code: 'no_rule_for_year'; year: number }>;
  dealings: Dealing[];
  sides: OrderOnSide[];
  rules: YearRule[];
  /** Years that have anything in the books, the newest first. */
  years: number[];
}

/** A year with all that its page shows. Writes nothing. */
export async function yearView(tx: Tx, now: Date, year: number): Promise<YearView> {
  const closing = await tx.yearEnd.findFirst({ where: { year, state: { not: 'dropped' } } });
  const [sums, result, dealings, sides, rules, years] = await Promise.all([
    yearSums(tx, year),
    closing ? frozen(tx, closing.id) : wouldBe(tx, year),
    dealingsOf(tx, year),
    notableSides(tx, yearBounds(year)),
    yearRules(tx),
    yearsInBooks(tx, now),
  ]);
  const over = yearOf(now) > year;
  return {
    ...{ year, over, sums, result, dealings, sides, rules, years },
    closing: closing && (await closingOf(tx, closing)),
  };
}

async function closingOf(
  tx: Tx,
  { id, state, preparedBy, preparedAt, closedBy, closedAt }: Kept,
): Promise<YearClosing> {
  const people = await tx.user.findMany({
    where: { id: { in: [preparedBy, ...(closedBy === null ? [] : [closedBy])] } },
    select: { id: true, name: true },
  });
  const name = (userId: string) => people.find((person) => person.id === userId)?.name ?? userId;
  const how = state === 'approved' ? 'approved' : 'prepared';
  return {
    ...{ id, state: how, preparedBy: name(preparedBy), preparedAt, closedAt },
    closedBy: closedBy === null ? null : name(closedBy),
  };
}

interface Kept extends Omit<YearClosing, 'state'> {
  state: YearState;
}

async function wouldBe(tx: Tx, year: number): Promise<YearView['result']> {
  const reckoned = await reckonYear(tx, year);
  if (!reckoned.ok) return fail(reckoned.error);
  const { rule, sums, surplus, fund, members, shares } = reckoned.value;
  const known = await tx.member.findMany({ select: { id: true, code: true, name: true } });
  const { fundHundredths, byUse, capitalHundredths } = rule;
  return ok({
    internalIncome: incomeOf(sums.internal),
    externalIncome: incomeOf(sums.external),
    internalCost: costOf(sums.internal),
    externalCost: costOf(sums.external),
    ...{ surplus, fund, members, fundHundredths, byUse, capitalHundredths },
    shares: shares.map((share) => {
      const { code = '', name = '' } = known.find(({ id }) => id === share.memberId) ?? {};
      return { ...share, code, name, paid: null };
    }),
  });
}

async function frozen(tx: Tx, id: string): Promise<YearView['result']> {
  const { shares, rule, ...kept } = await tx.yearEnd.findUniqueOrThrow({
    where: { id },
    include: {
      rule: true,
      shares: { include: { member: true, payout: true }, orderBy: { member: { code: 'asc' } } },
    },
  });
  return ok({
    internalIncome: dong(kept.internalIncomeDong),
    externalIncome: dong(kept.externalIncomeDong),
    internalCost: dong(kept.internalCostDong),
    externalCost: dong(kept.externalCostDong),
    ...{ surplus: dong(kept.surplusDong), fund: dong(kept.fundDong), members: dong(kept.membersDong) },
    ...{ fundHundredths: rule.fundHundredths, byUse: rule.byUse, capitalHundredths: rule.capitalHundredths },
    shares: shares.map(({ member, ...row }) => ({
      ...{ memberId: member.id, code: member.code, name: member.name, ...shareOf(row) },
    })),
  });
}

async function yearsInBooks(tx: Tx, now: Date): Promise<number[]> {
  const first = await tx.journal.aggregate({ _min: { at: true } });
  const [from, to] = [yearOf(first._min.at ?? now), yearOf(now)];
  return Array.from({ length: to - from + 1 }, (_, at) => to - at);
}
