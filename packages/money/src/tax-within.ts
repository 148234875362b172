import { type Dong, dong } from './dong.ts';

/** The tax within a sum that holds it, by its rate in hundredths of a percent: to the đồng, a half upwards. */
export function taxWithin(sum: Dong, rateHundredths: number): Dong {
  const whole = 10_000n + BigInt(rateHundredths);
  return dong((2n * BigInt(sum) * BigInt(rateHundredths) + whole) / (2n * whole));
}
