import type { CardGateway } from './card-gateway.ts';
import type { StripeSettings } from './stripe-gateway.ts';

/** Cards through Stripe, whose client is read only where a shop has keys: it takes 15 MB of memory. */
export async function openStripe(settings: StripeSettings): Promise<CardGateway> {
  const { stripeGateway } = await import('./stripe-gateway.ts');
  return stripeGateway(settings);
}
