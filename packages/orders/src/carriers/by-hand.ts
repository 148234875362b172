import { fail, ok } from '@baunghe/db';
import type { Carrier } from './carrier.ts';

/**
 * Any carrier, or our own rider: there is nobody to ask, so what somebody typed is the answer. It takes everything, which
 * is why an order can always leave.
 */
export const byHand: Carrier = {
  key: 'by_hand',
  name: '',
  limits: { grams: null, collect: null },
  book: async ({ typedTracking }) =>
    ok({ tracking: typedTracking, sortCode: null, fee: null, expectedAt: null }),
  find: async () => ok(null),
  cancel: async () => ok(undefined),
  wards: async () => ok(null),
  stops: async () => ok([]),
  readNews: () => fail({ code: 'secret_wrong' }),
  trackingLink: () => null,
};
