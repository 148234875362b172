import type { ShareRule } from '@baunghe/db';
import { dong, share } from '@baunghe/money';

/**
 * Shares whole units out among those who wait, who stand oldest first. `oldest_first` serves each in full before the
 * next; `pro_rata` gives each the same part of what they wait for, the units left over to the largest remainders.
 * Nobody gets more than they wait for. Returns what each gets.
 */
export function shareUnits(rule: ShareRule, units: number, waiting: readonly number[]): number[] {
  const total = waiting.reduce((sum, wanted) => sum + wanted, 0);
  if (rule === 'pro_rata') return share(dong(Math.min(units, total)), waiting);
  let left = units;
  return waiting.map((wanted) => {
    const got = Math.min(left, wanted);
    left -= got;
    return got;
  });
}
