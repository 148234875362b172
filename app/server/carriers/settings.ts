import { z } from 'zod';

/** What GHN needs to be reached, as the operator sets it. */
export interface CarrierConfig {
  token: string;
  shopId: string;
  url: string;
  /** Undefined: no call of GHN's is believed, and it is asked every hour instead. */
  webhookSecret: string | undefined;
}

const GHN_URL = 'https://online-gateway.ghn.vn';

const isServer = (url: string): boolean => {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  return parsed !== null && ['http:', 'https:'].includes(parsed.protocol) && parsed.pathname === '/';
};

/** The names of the environment by which GHN is spoken to. */
export const CARRIER_NAMES = {
  GHN_TOKEN: z
    .string()
    .regex(/^[\w-]{8,200}$/, 'must be the token of the shop at GHN')
    .optional(),
  GHN_SHOP_ID: z
    .string()
    .regex(/^\d{1,12}$/, 'must be the number of the shop at GHN')
    .optional(),
  GHN_URL: z
    .string()
    .refine(isServer, 'must be an http:// or https:// address with nothing after the host')
    .transform((url) => new URL(url).origin)
    .optional(),
  GHN_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,100}$/, 'must be 16 to 100 letters, digits, - or _, since it is part of an address')
    .optional(),
};

type Given = z.infer<z.ZodObject<typeof CARRIER_NAMES>>;

/** What does not go together, or is no name of ours. */
export function carrierProblems(set: Record<string, string | undefined>): string[] {
  const ours = Object.keys(CARRIER_NAMES);
  const given = Object.keys(set).filter((name) => name.startsWith('GHN_'));
  const needed = given.length > 0 ? ['GHN_TOKEN', 'GHN_SHOP_ID'].filter((name) => !set[name]) : [];
  return [
    ...given.filter((name) => !ours.includes(name)).map((name) => `${name}: is no setting`),
    ...needed.map((name) => `${name}: must be set too, since another GHN_ name is`),
  ];
}

/** What is allowed but probably not meant. */
export function carrierWarnings(
  { GHN_TOKEN, GHN_URL: url, GHN_WEBHOOK_SECRET }: Given,
  demo: boolean,
): string[] {
  if (!GHN_TOKEN) return [];
  return [
    ...(demo && (url ?? GHN_URL) === GHN_URL
      ? ["GHN_TOKEN: this is the demo, and its parcels would be ordered at GHN's real service"]
      : []),
    ...(GHN_WEBHOOK_SECRET
      ? []
      : ['GHN_WEBHOOK_SECRET: is not set, so GHN is asked every hour and cannot call']),
  ];
}

/** The settings, once they are checked. */
export function carrierConfig(given: Given): CarrierConfig | undefined {
  const { GHN_TOKEN: token, GHN_SHOP_ID: shopId, GHN_URL: url, GHN_WEBHOOK_SECRET: webhookSecret } = given;
  return token && shopId ? { token, shopId, url: url ?? GHN_URL, webhookSecret } : undefined;
}
