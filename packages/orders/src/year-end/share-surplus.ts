import type { UseMeasure } from '@baunghe/db';
import { type Dong, dong, share } from '@baunghe/money';

/** How much a member used the cooperative in a year: fruit sold through it, by weight and by what it brought. */
export interface MemberUse {
  memberId: string;
  grams: number;
  sold: Dong;
  /** Capital that stood for the member in the year, on a day's average. */
  capital: Dong;
}

/** What becomes of a surplus. */
export interface SharedSurplus {
  fund: Dong;
  /** What members get together. */
  members: Dong;
  shares: (MemberUse & { share: Dong /** What of the share comes by capital. */; byCapital: Dong })[];
}

/**
 * Into the common fund goes its rate of the income from outside, rounded up to the đồng, as far as there is a surplus;
 * the rest is the members', to the đồng: a part of it by the capital they put in (none where there is no capital), the
 * other by how much they used the cooperative. Where nobody used it all goes into the fund; of a loss there is nothing
 * to share.
 */
export function shareSurplus({
  surplus,
  externalIncome,
  fundHundredths,
  byUse,
  capitalHundredths,
  uses,
}: {
  surplus: Dong;
  externalIncome: Dong;
  fundHundredths: number;
  byUse: UseMeasure;
  capitalHundredths: number;
  uses: readonly MemberUse[];
}): SharedSurplus {
  const toShare = Math.max(0, surplus);
  const exact = BigInt(Math.max(0, externalIncome)) * BigInt(fundHundredths);
  const asked = Number((exact + 9_999n) / 10_000n);
  const weights = uses.map((use) => Math.max(0, byUse === 'grams' ? use.grams : use.sold));
  const nobody = weights.every((weight) => weight === 0);
  const fund = dong(nobody ? toShare : Math.min(toShare, asked));
  const members = dong(toShare - fund);
  const capitals = uses.map(({ capital }) => Math.max(0, capital));
  const none = uses.map(() => dong(0));
  const hasCapital = !nobody && capitals.some((capital) => capital > 0);
  const forCapital = hasCapital ? partOf(members, capitalHundredths) : dong(0);
  const byCapital = hasCapital ? share(forCapital, capitals) : none;
  const parts = nobody ? none : share(dong(members - forCapital), weights);
  const shares = uses.map((use, at) => {
    const own = byCapital[at] ?? dong(0);
    return { ...use, share: dong((parts[at] ?? 0) + own), byCapital: own };
  });
  return { fund, members, shares };
}

/** A part of a sum, in hundredths of a percent, to the whole đồng below. */
const partOf = (sum: Dong, hundredths: number): Dong => dong((BigInt(sum) * BigInt(hundredths)) / 10_000n);
