import { type Dong, dong } from '@baunghe/money';

/** What an area charges: by weight, and nothing from a sum of goods on. */
export interface FeeRule {
  /** By weight, the lightest first; each holds up to and with its weight. */
  steps: readonly { upToGrams: number; fee: Dong }[];
  /** For what is heavier than every step; null: that is not sent. */
  beyond: Dong | null;
  /** The sum of goods from which on nothing is charged. */
  freeFrom: Dong | null;
}

/** What it costs to send goods of a sum and a weight; null when so heavy a load is not sent. */
export function feeOfArea(rule: FeeRule, load: { goods: Dong; grams: number }): Dong | null {
  const step = rule.steps.find(({ upToGrams }) => load.grams <= upToGrams);
  const fee = step ? step.fee : rule.beyond;
  if (fee === null) return null;
  return rule.freeFrom !== null && load.goods >= rule.freeFrom ? dong(0) : fee;
}

/** What an area charges at least for any load, before anything is free. */
export function leastFee({ steps, beyond }: FeeRule): Dong {
  return steps[0]?.fee ?? beyond ?? dong(0);
}
