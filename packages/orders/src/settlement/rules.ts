import { fail, lockSettlements, type Moment, newId, ok, plusDays, type Result, type Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';

/** How much of a sale the cooperative keeps: hundredths of a percent, or đồng a kilogram. */
export type Keeps = { kind: 'percent'; hundredths: number } | { kind: 'per_kg'; amount: Dong };

/** How sales are shared from a day on. */
export interface SharingRule {
  id: string;
  fromDay: Date;
  keeps: Keeps;
  /** Whether what is given back for bad fruit is taken off what its member is owed. */
  claimsOnMember: boolean;
  note: string | null;
}

/** Why a rule is not written down. */
export type RuleRefusal =
  | { code: 'rule_day_taken' }
  /** Days from this one on are settled already, up to the named day. */
  | { code: 'rule_in_settled_days'; settledTo: Date };

const VIETNAM_MS = 7 * 3_600_000;

/** The instant at which a day begins in Vietnam. */
export const beginOfDay = (day: Date): Date => new Date(+day - VIETNAM_MS);

/** The instant at which a day is over in Vietnam. */
export const endOfDay = (day: Date): Date => beginOfDay(plusDays(day, 1));

/** All rules, the newest day first. */
export async function sharingRules(tx: Tx): Promise<SharingRule[]> {
  const rows = await tx.settlementRule.findMany({ orderBy: { fromDay: 'desc' } });
  return rows.map(({ id, fromDay, percentHundredths, perKgDong, claimsOnMember, note }) => ({
    ...{ id, fromDay, claimsOnMember, note },
    keeps:
      percentHundredths === null
        ? { kind: 'per_kg', amount: dong(perKgDong ?? 0n) }
        : { kind: 'percent', hundredths: percentHundredths },
  }));
}

/** Writes down how sales are shared from a day on; never for days that are settled already. */
export async function addSharingRule(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  { fromDay, keeps, claimsOnMember, note }: Omit<SharingRule, 'id'>,
): Promise<Result<{ id: string }, RuleRefusal>> {
  await lockSettlements(tx);
  if (await tx.settlementRule.findUnique({ where: { fromDay } })) return fail({ code: 'rule_day_taken' });
  const settled = await lastSettledDay(tx);
  if (settled && settled >= fromDay) return fail({ code: 'rule_in_settled_days', settledTo: settled });
  const id = newId('srl', moment);
  await tx.settlementRule.create({
    data: {
      ...{ id, fromDay, claimsOnMember, note, at: moment.now, byUser: by.userId },
      percentHundredths: keeps.kind === 'percent' ? keeps.hundredths : null,
      perKgDong: keeps.kind === 'per_kg' ? BigInt(keeps.amount) : null,
    },
  });
  return ok({ id });
}

/** The last day of the settlements that count; null before the first. */
export async function lastSettledDay(tx: Tx): Promise<Date | null> {
  const last = await tx.settlement.aggregate({
    where: { state: { not: 'dropped' } },
    _max: { toDay: true },
  });
  return last._max.toDay;
}

/**
 * What the cooperative keeps of fruit that was sold for `gross`: a percentage rounded down to the đồng, so that the
 * member has what is left over, or a sum by weight, at most the whole.
 */
export function cooperativePart(keeps: Keeps, gross: Dong, grams: number): Dong {
  if (keeps.kind === 'percent') return dong((BigInt(gross) * BigInt(keeps.hundredths)) / 10_000n);
  const byWeight = (BigInt(keeps.amount) * BigInt(grams)) / 1000n;
  return dong(byWeight < BigInt(gross) ? byWeight : BigInt(gross));
}
