import { type CardGateway, openStripe } from '@baunghe/payments';
import type { Config } from '../config';

/** Through whom cards are taken; none while a key or a secret is missing. */
export async function cardGateway({
  secretKey,
  webhookSecret,
  apiBase,
}: Config['stripe']): Promise<CardGateway | undefined> {
  if (!secretKey || !webhookSecret) return undefined;
  return openStripe({ secretKey, webhookSecret, ...(apiBase ? { apiBase } : {}) });
}

/** Where a buyer types a card's number: at Stripe's, or at what stands in its place. */
export function cardPages({ secretKey, webhookSecret, apiBase }: Config['stripe']): string | undefined {
  if (!secretKey || !webhookSecret) return undefined;
  return apiBase ? new URL(apiBase).origin : 'https://checkout.stripe.com';
}
