import type { UseMeasure } from '@baunghe/db';
import { type Dong, dong, share } from '@baunghe/money';

/** How much a member used the cooperative in a year: fruit sold through it, by weight and by what it brought. */
export interface MemberUse {
  memberId: string;
  grams: number;
  sold: Dong;
}

/** What becomes of a surplus. */
export interface SharedSurplus {
  fund: Dong;
  /** What members get together. */
  members: Dong;
  shares: (MemberUse & { share: Dong })[];
}

/**
 * Into the common fund goes its rate of the income from outside, rounded up to the đồng, as far as there is a surplus;
 * the rest is the members', by how much they used the cooperative, to the đồng. Where nobody used it all goes into the
 * fund; of a loss there is nothing to share.
 */
export function shareSurplus({
  surplus,
  externalIncome,
  fundHundredths,
  byUse,
  uses,
}: {
  surplus: Dong;
  externalIncome: Dong;
  fundHundredths: number;
  byUse: UseMeasure;
  uses: readonly MemberUse[];
}): SharedSurplus {
  const toShare = Math.max(0, surplus);
  const exact = BigInt(Math.max(0, externalIncome)) * BigInt(fundHundredths);
  const asked = Number((exact + 9_999n) / 10_000n);
  const weights = uses.map((use) => Math.max(0, byUse === 'grams' ? use.grams : use.sold));
  const nobody = weights.every((weight) => weight === 0);
  const fund = dong(nobody ? toShare : Math.min(toShare, asked));
  const members = dong(toShare - fund);
  const parts = nobody ? uses.map(() => dong(0)) : share(members, weights);
  return { fund, members, shares: uses.map((use, at) => ({ ...use, share: parts[at] ?? dong(0) })) };
}
