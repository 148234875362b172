import { ClaimReason, type OrderState } from '@baunghe/db';

/** What can be wrong with fruit, in the words of TCVN 10739 and in the order in which it is asked. */
export const CLAIM_REASONS = Object.values(ClaimReason);

/** The cooperative's own rule for fruit that was not good, in one place. */
export const CLAIM_RULE = {
  /** From delivery on; later ones are taken and marked. */
  hoursToClaim: 48,
  hoursToAnswer: 24,
  mostPhotos: 3,
} as const;

const HOUR_MS = 3_600_000;

/** Until when a claim is in time; null while the order is not delivered. */
export function claimableUntil(order: {
  state: OrderState;
  steps: readonly { toState: OrderState; at: Date }[];
}): Date | null {
  const delivered = order.steps.findLast((step) => step.toState === 'delivered');
  return delivered ? new Date(+delivered.at + CLAIM_RULE.hoursToClaim * HOUR_MS) : null;
}

/** Until when the office is to have answered a claim. */
export const answerBy = (at: Date): Date => new Date(+at + CLAIM_RULE.hoursToAnswer * HOUR_MS);
