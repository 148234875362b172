import { fail, ok, type Result, type Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { meanCapital } from './capital.ts';
import { type MemberUse, type SharedSurplus, shareSurplus } from './share-surplus.ts';
import { yearBounds } from './year-days.ts';
import { ruleOfYear, type YearRule } from './year-rules.ts';
import { costOf, incomeOf, type YearSums, yearSums } from './year-sums.ts';

/** A year as it stands: what it brought and cost, and what would become of its surplus. */
export interface YearReckoned extends SharedSurplus {
  rule: YearRule;
  sums: YearSums;
  surplus: Dong;
}

/** Reckons a year from the books and the settlements. Writes nothing. */
export async function reckonYear(
  tx: Tx,
  year: number,
): Promise<Result<YearReckoned, { code: 'no_rule_for_year'; year: number }>> {
  const rule = await ruleOfYear(tx, year);
  if (!rule) return fail({ code: 'no_rule_for_year', year });
  const [sums, uses] = await Promise.all([yearSums(tx, year), usesIn(tx, year)]);
  const externalIncome = incomeOf(sums.external);
  const income = incomeOf(sums.internal) + externalIncome;
  const surplus = dong(income - costOf(sums.internal) - costOf(sums.external));
  const { fundHundredths, byUse, capitalHundredths } = rule;
  return ok({
    ...{ rule, sums, surplus },
    ...shareSurplus({ surplus, externalIncome, fundHundredths, byUse, capitalHundredths, uses }),
  });
}

/** Who used the cooperative in a year or has capital in it, by their codes. */
async function usesIn(tx: Tx, year: number): Promise<MemberUse[]> {
  const { begins, ends } = yearBounds(year);
  const [rows, capital] = await Promise.all([
    tx.$queryRaw<{ memberId: string; grams: bigint; sold: bigint }[]>`
      SELECT l."memberId", sum(l."grams")::bigint AS grams, greatest(0, sum(l."grossDong"))::bigint AS sold
      FROM "settlement" s JOIN "settlement_line" l ON l."settlementId" = s."id"
      WHERE s."state" = 'approved' AND s."closedAt" >= ${begins} AND s."closedAt" < ${ends}
      GROUP BY l."memberId"`,
    meanCapital(tx, year),
  ]);
  const used = new Map(rows.map((row) => [row.memberId, row]));
  const members = await tx.member.findMany({
    where: { id: { in: [...used.keys(), ...capital.keys()] } },
    orderBy: { code: 'asc' },
    select: { id: true },
  });
  return members.map(({ id }) => ({
    ...{ memberId: id, grams: Number(used.get(id)?.grams ?? 0n), sold: dong(used.get(id)?.sold ?? 0n) },
    capital: capital.get(id) ?? dong(0),
  }));
}
