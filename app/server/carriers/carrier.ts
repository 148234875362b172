import { type Carrier, ghnCarrier } from '@baunghe/orders';
import type { Config } from '../config';

/** The carrier that is spoken to; none while its keys are not set. */
export function carrierOf({ carrier }: Pick<Config, 'carrier'>): Carrier | undefined {
  return carrier && ghnCarrier({ ...carrier, webhookSecret: carrier.webhookSecret ?? null });
}
