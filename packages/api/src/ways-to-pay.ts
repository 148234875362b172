import type { PaymentMethod } from '@baunghe/db';
import type { ApiContext } from './context.ts';

/** Which ways to pay are set up here, the commonest first. */
export function waysToPay({
  settings,
  cardGateway,
}: Pick<ApiContext, 'settings' | 'cardGateway'>): PaymentMethod[] {
  return [
    'cod',
    ...(settings.bank ? (['vietqr'] as const) : []),
    ...(cardGateway ? (['card'] as const) : []),
  ];
}
