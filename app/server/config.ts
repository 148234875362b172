import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BankFeed } from '@baunghe/payments';
import { z } from 'zod';
import { BANK_FEED_NAMES, bankFeedConfig, bankProblems } from './bank/settings';
import { SMS_NAMES, type SmsConfig, smsConfig, smsProblems, smsWarnings } from './sms/settings';

type Env = Record<string, string | undefined>;

/** What the server is told from outside, once checked. Nothing past the edge reads the environment. */
export interface Config {
  /**
   * True only when the operator sets NODE_ENV=production. React and Express pick their optimised code by the same
   * variable, so the server parses its environment first, then sets NODE_ENV to `production` for its own process
   * (except under `npm run dev`) and only then imports the built bundle: the mode is this field, never NODE_ENV again.
   */
  production: boolean;
  /** Whether the demo season and its accounts exist. Never together with `production`. */
  demo: boolean;
  port: number;
  /** A PostgreSQL server, or undefined for the embedded one, which keeps its data in `dataDir`. */
  databaseUrl: string | undefined;
  dataDir: string;
  /** The site's origin, such as https://baunghe.example, without a slash at the end. */
  publicUrl: string;
  /** Whether cookies go over HTTPS only. */
  secureCookies: boolean;
  /** Undefined only outside production: then `sessionSecret` makes one. */
  sessionSecret: string | undefined;
  stripe: { secretKey?: string; webhookSecret?: string; apiBase?: string };
  /** Where VietQR transfers go, or undefined when transfers are not offered. */
  bank: { bin: string; account: string; accountName: string } | undefined;
  /** Who tells of the account's movements; undefined: nobody. */
  bankFeed: BankFeed | undefined;
  /** GS1 company prefix of the cooperative, 4 to 12 digits. */
  gs1Prefix: string;
  /** The most cadmium that fruit may hold, in nanograms a kilogram. */
  cadmiumLimit: number | undefined;
  /** The keys that sign the log's heads, secret; empty: one is made and kept in `dataDir`. */
  logKeys: string[];
  /** Goes on with a log whose key is lost, under a new one. */
  logKeyLost: boolean;
  /** Who is asked to cosign each head of the log. */
  witnesses: { key: string; prefix: string }[];
  /** Which way SMS come in and go out; empty: neither. */
  sms: SmsConfig;
  smtpUrl: string | undefined;
  /** Whether nobody touches money without a second factor. */
  secondFactor: boolean;
  /** How many of the board a new member needs, and for how many days who was refused is kept. */
  joining: { votes: number; keepDays: number };
  /** Where the packing house's camera gives a JPEG; may hold a password, so it is never written anywhere. */
  packingCamera: string | undefined;
  /** What is allowed but probably not meant: a line each for the operator's console. */
  warnings: string[];
}

/** The number of no bank, so that nobody can pay the demo. */
const DEMO_BANK = { bin: '999999', account: '0000000000', accountName: 'HTX BAU NGHE (MINH HOA)' };

/** GS1 keeps 952 for examples: a code made from it belongs to nobody. */
const EXAMPLE_PREFIX = '9521234';

const matching = (pattern: RegExp, message: string) => z.string().regex(pattern, message);

const names = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'], 'must be production, development, test or not set')
    .optional(),
  PORT: matching(/^\d{1,5}$/, 'must be a whole number from 1 to 65535')
    .transform(Number)
    .pipe(z.number().min(1, 'must be from 1 to 65535').max(65_535, 'must be from 1 to 65535'))
    .optional(),
  DATABASE_URL: z
    .string()
    .refine(isDatabaseUrl, 'must look like postgresql://user:password@host:5432/database')
    .optional(),
  DATA_DIR: z.string().optional(),
  PUBLIC_URL: z
    .string()
    .refine(
      isOrigin,
      'must be an http:// or https:// address with nothing after the host, like https://shop.example',
    )
    .transform((url) => new URL(url).origin)
    .optional(),
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  DEMO: z.enum(['0', '1'], 'must be 0 or 1').optional(),
  JOIN_VOTES: matching(/^\d{1,2}$/, 'must be a whole number from 2 to 20')
    .transform(Number)
    .pipe(z.number().min(2, 'must be from 2 to 20').max(20, 'must be from 2 to 20'))
    .optional(),
  JOIN_KEEP_DAYS: matching(/^\d{1,3}$/, 'must be a whole number from 1 to 365')
    .transform(Number)
    .pipe(z.number().min(1, 'must be from 1 to 365').max(365, 'must be from 1 to 365'))
    .optional(),
  SECOND_FACTOR: z.enum(['0', '1'], 'must be 0 or 1').optional(),
  STRIPE_SECRET_KEY: matching(/^(sk|rk)_\S+$/, 'must be a secret key, beginning with sk_ or rk_').optional(),
  STRIPE_WEBHOOK_SECRET: matching(
    /^whsec_\S+$/,
    'must be a signing secret, beginning with whsec_',
  ).optional(),
  STRIPE_API_BASE: z
    .string()
    .refine((url) => hasProtocol(url, ['http:', 'https:']), 'must be an http:// or https:// address')
    .optional(),
  BANK_BIN: matching(/^\d{6}$/, 'must be the 6 digits of the bank at NAPAS').optional(),
  BANK_ACCOUNT: matching(/^[0-9A-Za-z]{1,19}$/, 'must be 1 to 19 digits or letters').optional(),
  BANK_ACCOUNT_NAME: z.string().max(100, 'must have at most 100 characters').optional(),
  ...BANK_FEED_NAMES,
  GS1_PREFIX: matching(/^\d{4,12}$/, 'must be the 4 to 12 digits of the GS1 company prefix').optional(),
  CADMIUM_LIMIT: matching(
    /^\d{1,2}([.,]\d{1,6})?$/,
    'must be milligrams a kilogram, such as 0.05',
  ).optional(),
  LOG_KEY: matching(
    /^PRIVATE\+KEY\+\S+(\s+PRIVATE\+KEY\+\S+)*$/,
    'must be a signer key, PRIVATE+KEY+name+id+key, or several with spaces between, the newest first',
  ).optional(),
  LOG_KEY_LOST: z.enum(['0', '1'], 'must be 0 or 1').optional(),
  LOG_WITNESSES: matching(
    /^[^\s+]+\+[0-9a-f]{8}\+\S+ https?:\/\/\S+(\s*,\s*[^\s+]+\+[0-9a-f]{8}\+\S+ https?:\/\/\S+)*$/,
    'must be a verifier key and an address with a space between, or several of these with commas between',
  ).optional(),
  PACKING_CAMERA_URL: z
    .string()
    .refine(
      (url) => hasProtocol(url, ['http:', 'https:']),
      'must be an http:// or https:// address, like http://user:password@192.0.2.7/snapshot.jpg',
    )
    .optional(),
  ...SMS_NAMES,
  SMTP_URL: z
    .string()
    .refine((url) => hasProtocol(url, ['smtp:', 'smtps:']), 'must look like smtp://user:password@host:587')
    .optional(),
});

type Names = z.infer<typeof names>;

/**
 * Checks the environment and gives the config, or one line for each bad name, beginning with the name. Lines never
 * repeat a value, which may be a secret. A name set to nothing counts as not set.
 */
export function parseConfig(env: Env): { ok: true; config: Config } | { ok: false; problems: string[] } {
  const set = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()] as const] : [])),
  );
  const parsed = names.safeParse(set);
  const problems = parsed.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];
  problems.push(...togetherProblems(set));
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  return { ok: true, config: toConfig(parsed.data) };
}

/**
 * The secret that signs session cookies: the operator's, or else (outside production) one made at random at the first
 * start and kept in `session.secret` of the data folder, so that people stay signed in over a restart.
 */
export async function sessionSecret(config: Pick<Config, 'sessionSecret' | 'dataDir'>): Promise<string> {
  if (config.sessionSecret) return config.sessionSecret;
  const file = join(config.dataDir, 'session.secret');
  const kept = (await readFile(file, 'utf8').catch(orNothing)).trim();
  if (kept.length >= 32) return kept;
  const secret = randomBytes(32).toString('hex');
  await mkdir(config.dataDir, { recursive: true });
  await writeFile(file, secret, { mode: 0o600 });
  return secret;
}

function togetherProblems(set: Env): string[] {
  const problems: string[] = [];
  const bankNames = ['BANK_BIN', 'BANK_ACCOUNT', 'BANK_ACCOUNT_NAME'];
  const missing = bankNames.filter((name) => !set[name]);
  if (missing.length > 0 && missing.length < bankNames.length)
    problems.push(...missing.map((name) => `${name}: must be set too, since the other BANK_ names are`));
  problems.push(...bankProblems(set), ...smsProblems(set));
  if (set.NODE_ENV !== 'production') return problems;
  if (set.DEMO === '1')
    problems.push('DEMO: demo accounts cannot exist in production, so it cannot be 1 there');
  if (!set.SESSION_SECRET) problems.push('SESSION_SECRET: must be set in production (32 characters or more)');
  if (!set.GS1_PREFIX) problems.push('GS1_PREFIX: must be set in production, to the GS1 company prefix');
  return problems;
}

function toConfig(given: Names): Config {
  const production = given.NODE_ENV === 'production';
  const demo = given.DEMO ? given.DEMO === '1' : !production;
  const port = given.PORT ?? 3000;
  const publicUrl = given.PUBLIC_URL ?? `http://localhost:${port}`;
  return {
    production,
    demo,
    port,
    databaseUrl: given.DATABASE_URL,
    dataDir: given.DATA_DIR ?? './.data',
    publicUrl,
    secureCookies: production || publicUrl.startsWith('https:'),
    sessionSecret: given.SESSION_SECRET,
    stripe: {
      secretKey: given.STRIPE_SECRET_KEY,
      webhookSecret: given.STRIPE_WEBHOOK_SECRET,
      apiBase: given.STRIPE_API_BASE,
    },
    bank: bankOf(given) ?? (demo ? DEMO_BANK : undefined),
    bankFeed: bankFeedConfig(given),
    gs1Prefix: given.GS1_PREFIX ?? EXAMPLE_PREFIX,
    cadmiumLimit: given.CADMIUM_LIMIT
      ? Math.round(Number(given.CADMIUM_LIMIT.replace(',', '.')) * 1e6)
      : undefined,
    logKeys: given.LOG_KEY?.split(/\s+/) ?? [],
    logKeyLost: given.LOG_KEY_LOST === '1',
    witnesses: witnessesOf(given),
    sms: smsConfig(given),
    smtpUrl: given.SMTP_URL,
    secondFactor: given.SECOND_FACTOR === '1',
    joining: { votes: given.JOIN_VOTES ?? 2, keepDays: given.JOIN_KEEP_DAYS ?? 30 },
    packingCamera: given.PACKING_CAMERA_URL,
    warnings: warningsOf(given, production, demo),
  };
}

function bankOf({
  BANK_BIN: bin,
  BANK_ACCOUNT: account,
  BANK_ACCOUNT_NAME: accountName,
}: Names): Config['bank'] {
  return bin && account && accountName ? { bin, account, accountName } : undefined;
}

function witnessesOf({ LOG_WITNESSES: text }: Names): Config['witnesses'] {
  return (text?.split(',') ?? []).map((witness) => {
    const [key = '', prefix = ''] = witness.trim().split(' ');
    return { key, prefix: prefix.replace(/\/$/, '') };
  });
}

function warningsOf(given: Names, production: boolean, demo: boolean): string[] {
  const warnings: string[] = smsWarnings(given, demo);
  if (demo && given.BANK_BIN)
    warnings.push('BANK_BIN: this is the demo, and its transfers would go to the bank account that is set');
  if (production && given.GS1_PREFIX?.startsWith('952'))
    warnings.push('GS1_PREFIX: GS1 keeps 952 for examples, so codes printed with it belong to nobody');
  if (production && !given.PUBLIC_URL?.startsWith('https:'))
    warnings.push(
      'PUBLIC_URL: is not an https:// address, so printed codes and sign-in will not work for others',
    );
  return warnings;
}

function hasProtocol(url: string, protocols: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, searchParams } = new URL(url);
  // PostgreSQL's URLs may name a socket's folder instead: postgresql:///database?host=/run/postgresql
  return protocols.includes(protocol) && (hostname !== '' || searchParams.has('host'));
}

function isDatabaseUrl(url: string): boolean {
  return hasProtocol(url, ['postgres:', 'postgresql:']) && new URL(url).pathname.length > 1;
}

function isOrigin(url: string): boolean {
  if (!hasProtocol(url, ['http:', 'https:'])) return false;
  const { href, origin } = new URL(url);
  return href === `${origin}/`;
}

function orNothing(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '';
  throw error;
}
