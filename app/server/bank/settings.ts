import type { BankFeed } from '@baunghe/payments';
import { z } from 'zod';

const secret = z
  .string()
  .min(16, 'must have at least 16 characters')
  .max(200, 'must have at most 200 characters');

/** The names of the environment that say who tells of the bank account's movements. */
export const BANK_FEED_NAMES = {
  BANK_FEED: z.enum(['sepay', 'payos'], 'must be sepay, payos or not set').optional(),
  BANK_SEPAY_API_KEY: secret.regex(/^\S+$/, 'must hold no space').optional(),
  BANK_SEPAY_SECRET: secret.optional(),
  BANK_PAYOS_CHECKSUM_KEY: secret.optional(),
};

type Given = z.infer<z.ZodObject<typeof BANK_FEED_NAMES>>;

const ACCOUNT_NAMES = ['BANK_BIN', 'BANK_ACCOUNT', 'BANK_ACCOUNT_NAME'];

/** What does not go together, or is no name of ours: a misspelt one would be passed over in silence. */
export function bankProblems(set: Record<string, string | undefined>): string[] {
  const ours = [...ACCOUNT_NAMES, ...Object.keys(BANK_FEED_NAMES)];
  const strange = Object.keys(set).filter((name) => name.startsWith('BANK_') && !ours.includes(name));
  const keys = { sepay: ['BANK_SEPAY_API_KEY', 'BANK_SEPAY_SECRET'], payos: ['BANK_PAYOS_CHECKSUM_KEY'] };
  const by = set.BANK_FEED === 'sepay' || set.BANK_FEED === 'payos' ? set.BANK_FEED : null;
  const missing = by !== null && !keys[by].some((name) => set[name]);
  const idle = Object.values(keys).flat();
  return [
    ...strange.map((name) => `${name}: is no setting`),
    ...(missing ? [`${keys[by].join(' or ')}: must be set too, since BANK_FEED is ${by}`] : []),
    ...(set.BANK_FEED === undefined && idle.some((name) => set[name])
      ? ['BANK_FEED: must say which of the feeds to believe']
      : []),
  ];
}

/** The settings, once they are checked. */
export function bankFeedConfig(given: Given): BankFeed | undefined {
  if (given.BANK_FEED === 'sepay')
    return { by: 'sepay', apiKey: given.BANK_SEPAY_API_KEY, secret: given.BANK_SEPAY_SECRET };
  return given.BANK_FEED === 'payos' && given.BANK_PAYOS_CHECKSUM_KEY
    ? { by: 'payos', checksumKey: given.BANK_PAYOS_CHECKSUM_KEY }
    : undefined;
}
