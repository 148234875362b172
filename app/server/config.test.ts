import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseConfig, sessionSecret } from './config.ts';

const SECRET = 'a-secret-that-is-long-enough-to-be-one';
const PRODUCTION = {
  NODE_ENV: 'production',
  SESSION_SECRET: SECRET,
  GS1_PREFIX: '8938501234',
  PUBLIC_URL: 'https://shop.example',
};
const BANK = { BANK_BIN: '970436', BANK_ACCOUNT: '0123456789', BANK_ACCOUNT_NAME: 'HTX' };
const ANDROID = {
  SMS_GATEWAY: 'android',
  SMS_ANDROID_URL: 'http://192.168.1.20:8080/',
  SMS_ANDROID_USER: 'sms',
  SMS_ANDROID_PASSWORD: 'p',
};
const ESMS = { SMS_GATEWAY: 'esms', SMS_ESMS_KEY: 'k', SMS_ESMS_SECRET: 's', SMS_ESMS_BRAND: 'HTX' };

function config(env: Record<string, string | undefined>) {
  const parsed = parseConfig(env);
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return parsed.config;
}

function problems(env: Record<string, string | undefined>): string[] {
  const parsed = parseConfig(env);
  return parsed.ok ? [] : parsed.problems;
}

describe('with nothing set', () => {
  it('is the demo on port 3000 with the embedded database', () => {
    expect(config({})).toEqual({
      production: false,
      demo: true,
      port: 3000,
      databaseUrl: undefined,
      dataDir: './.data',
      publicUrl: 'http://localhost:3000',
      secureCookies: false,
      sessionSecret: undefined,
      stripe: {},
      bank: { bin: '999999', account: '0000000000', accountName: 'HTX BAU NGHE (MINH HOA)' },
      gs1Prefix: '9521234',
      logKeys: [],
      logKeyLost: false,
      witnesses: [],
      sms: {},
      smtpUrl: undefined,
      packingCamera: undefined,
      secondFactor: false,
      joining: { votes: 2, keepDays: 30 },
      warnings: [],
    });
  });

  it('takes a name set to nothing as not set, and cares about no others', () => {
    expect(config({ PORT: '', DATABASE_URL: ' ', DEMO: '', PATH: '/bin', BANK_BIN: '' })).toEqual(config({}));
  });
});

describe('one name', () => {
  it.each([
    [{ PORT: '8080' }, { port: 8080, publicUrl: 'http://localhost:8080' }],
    [{ PORT: '1' }, { port: 1 }],
    [{ JOIN_VOTES: '3' }, { joining: { votes: 3, keepDays: 30 } }],
    [{ PORT: '65535' }, { port: 65_535 }],
    [{ DATABASE_URL: 'postgres://u:p@db:5432/shop' }, { databaseUrl: 'postgres://u:p@db:5432/shop' }],
    [{ DATABASE_URL: 'postgresql://db/shop?sslmode=require' }, {}],
    [{ DATABASE_URL: 'postgresql:///shop?host=/run/postgresql' }, {}],
    [{ DATA_DIR: '/var/lib/shop' }, { dataDir: '/var/lib/shop' }],
    [{ PUBLIC_URL: 'https://shop.example/' }, { publicUrl: 'https://shop.example', secureCookies: true }],
    [
      { PUBLIC_URL: 'http://192.168.1.5:3000' },
      { publicUrl: 'http://192.168.1.5:3000', secureCookies: false },
    ],
    [{ SESSION_SECRET: SECRET }, { sessionSecret: SECRET }],
    [{ DEMO: '0' }, { demo: false, production: false, bank: undefined, gs1Prefix: '9521234' }],
    [{ DEMO: '1', NODE_ENV: 'development' }, { demo: true }],
    [{ NODE_ENV: 'test' }, { demo: true, production: false }],
    [{ STRIPE_SECRET_KEY: 'sk_test_1' }, { stripe: { secretKey: 'sk_test_1' } }],
    [{ STRIPE_WEBHOOK_SECRET: 'whsec_1' }, { stripe: { webhookSecret: 'whsec_1' } }],
    [{ STRIPE_API_BASE: 'http://127.0.0.1:4242' }, { stripe: { apiBase: 'http://127.0.0.1:4242' } }],
    [{ GS1_PREFIX: '8931' }, { gs1Prefix: '8931' }],
    [
      { PACKING_CAMERA_URL: 'http://u:p@192.0.2.7/snap.jpg?ch=1' },
      { packingCamera: 'http://u:p@192.0.2.7/snap.jpg?ch=1' },
    ],
    [{ SMS_WEBHOOK_KEY: '12345678' }, { sms: { webhookKey: '12345678' } }],
    [
      ANDROID,
      { sms: { gateway: { by: 'android', url: 'http://192.168.1.20:8080', user: 'sms', password: 'p' } } },
    ],
    [ESMS, { sms: { gateway: { by: 'esms', apiKey: 'k', secretKey: 's', brandname: 'HTX' } } }],
    [
      { ...ESMS, SMS_ESMS_URL: 'http://127.0.0.1:4243/send' },
      { sms: { gateway: { url: 'http://127.0.0.1:4243/send' } } },
    ],
    [{ CADMIUM_LIMIT: '0,04' }, { cadmiumLimit: 40_000 }],
    [{ SMTP_URL: 'smtps://u:p@mail.example:465' }, { smtpUrl: 'smtps://u:p@mail.example:465' }],
    [
      { BANK_FEED: 'sepay', BANK_SEPAY_API_KEY: 'k'.repeat(16) },
      { bankFeed: { by: 'sepay', apiKey: 'k'.repeat(16) } },
    ],
    [
      { BANK_FEED: 'payos', BANK_PAYOS_CHECKSUM_KEY: 'k'.repeat(16) },
      { bankFeed: { by: 'payos', checksumKey: 'k'.repeat(16) } },
    ],
    [BANK, { bank: { bin: '970436', account: '0123456789', accountName: 'HTX' } }],
  ])('%j gives %j', (env, expected) => {
    expect(config(env)).toMatchObject(expected);
  });

  it.each([
    ...['0', '65536', '-1', '3000.5', '3e3', '0x10', 'abc', '99999999999'].map((bad) => ['PORT', bad]),
    ...['mysql://db/shop', 'db/shop', 'postgres://', 'postgres://db', 'postgres:///shop'].map((bad) => [
      'DATABASE_URL',
      bad,
    ]),
    ...['shop.example', 'ftp://shop.example', 'https://shop.example/shop', 'https://shop.example?a=1'].map(
      (bad) => ['PUBLIC_URL', bad],
    ),
    ['PUBLIC_URL', 'https://user:word@shop.example'],
    ['SESSION_SECRET', 'x'.repeat(31)],
    ['DEMO', 'yes'],
    ['NODE_ENV', 'prod'],
    ['STRIPE_SECRET_KEY', 'pk_test_1'],
    ['STRIPE_WEBHOOK_SECRET', 'sk_test_1'],
    ['STRIPE_API_BASE', 'localhost:4242'],
    ['GS1_PREFIX', '893'],
    ['GS1_PREFIX', '893-123'],
    ['SMTP_URL', 'https://mail.example'],
    ['PACKING_CAMERA_URL', 'rtsp://u:p@192.0.2.7/stream'],
    ['PACKING_CAMERA_URL', 'camera'],
    ['SMS_WEBHOOK_KEY', 'short'],
    ['SMS_GATEWAY', 'twilio'],
    ['BANK_FEED', 'casso'],
  ])('%s=%s is one line that names it', (name = '', bad = '') => {
    const lines = problems({ [name]: bad });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${name}: must .{5,}$`));
  });

  it.each([
    [{ ...ANDROID, SMS_ANDROID_PASSWORD: undefined }, /^SMS_ANDROID_PASSWORD: must be set too/],
    [{ ...ANDROID, SMS_GATEWAY: undefined }, /^SMS_GATEWAY: must say/],
    [
      { ...ANDROID, SMS_GATEWAY: 'esms' },
      /^SMS_ESMS_KEY: .*SMS_ESMS_SECRET: .*SMS_ESMS_BRAND: must be set too/s,
    ],
    [{ ...ANDROID, SMS_ANDROID_URL: '192.168.1.20:8080' }, /^SMS_ANDROID_URL: must be/],
    [{ ...ANDROID, SMS_ANDROID_URL: 'http://u:p@phone' }, /^SMS_ANDROID_URL: must be/],
    [{ ...ANDROID, SMS_ANDROID_USER: 'a:b' }, /^SMS_ANDROID_USER: must/],
    [{ ...ESMS, SMS_ESMS_BRAND: 'x'.repeat(12) }, /^SMS_ESMS_BRAND: must be/],
    [{ SMS_WEBHOK_KEY: '12345678' }, /^SMS_WEBHOK_KEY: is no setting$/],
    [{ BANK_FEED: 'sepay' }, /^BANK_SEPAY_API_KEY or BANK_SEPAY_SECRET: must be set too/],
    [{ BANK_FEED: 'payos', BANK_SEPAY_SECRET: 'k'.repeat(16) }, /^BANK_PAYOS_CHECKSUM_KEY: must be set too/],
    [{ BANK_SEPAY_SECRET: 'k'.repeat(16) }, /^BANK_FEED: must say/],
    [{ BANK_FEED: 'sepay', BANK_SEPAY_API_KEY: 'short' }, /^BANK_SEPAY_API_KEY: must have/],
    [{ BANK_FEEDS: 'sepay' }, /^BANK_FEEDS: is no setting$/],
  ])('settings that do not go together are told: %j', (env, told) => {
    expect(problems(env).join('\n')).toMatch(told);
  });

  it('of SMS, what is probably not meant is a warning', () => {
    const warned = (env: Record<string, string>) =>
      config(env).warnings.filter((line) => line.startsWith('SMS_'));
    expect(warned(ESMS)).toEqual(['SMS_GATEWAY: this is the demo, so nothing is sent']);
    expect(warned({ ...ANDROID, DEMO: '0' })[0]).toMatch(/^SMS_ANDROID_URL: is not an https/);
    expect(warned({ ...ESMS, DEMO: '0' })).toEqual([]);
  });

  it.each([
    { ...BANK, BANK_BIN: '97043' },
    { ...BANK, BANK_ACCOUNT: '12 34' },
    { ...BANK, BANK_ACCOUNT_NAME: 'x'.repeat(101) },
    { ...BANK, BANK_ACCOUNT_NAME: undefined },
  ])('a wrong bank %j is one line', (env) => {
    expect(problems(env)).toHaveLength(1);
    expect(problems(env)[0]).toMatch(/^BANK_/);
  });

  it('each bad name gets its own line, and no line tells a secret', () => {
    const lines = problems({
      NODE_ENV: 'production',
      PORT: 'x',
      SESSION_SECRET: 'hunter2',
      DATABASE_URL: 'hunter2',
      STRIPE_SECRET_KEY: 'hunter2',
    });
    expect(lines.map((line) => line.split(':')[0]).sort()).toEqual([
      'DATABASE_URL',
      'GS1_PREFIX',
      'PORT',
      'SESSION_SECRET',
      'STRIPE_SECRET_KEY',
    ]);
    expect(lines.join()).not.toContain('hunter2');
  });

  it('never throws, and only ever gives a port that is one', () => {
    fc.assert(
      fc.property(
        fc.record({ PORT: fc.string(), PUBLIC_URL: fc.webUrl(), DATABASE_URL: fc.string() }),
        (env) => {
          const parsed = parseConfig(env);
          if (parsed.ok) expect(parsed.config.port).toBeGreaterThanOrEqual(1);
          else expect(parsed.problems.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('production', () => {
  it('has no demo, no bank unless set, and cookies over HTTPS only', () => {
    expect(config(PRODUCTION)).toMatchObject({
      production: true,
      demo: false,
      bank: undefined,
      secureCookies: true,
      sessionSecret: SECRET,
      gs1Prefix: '8938501234',
      warnings: [],
    });
    expect(config({ ...PRODUCTION, ...BANK }).bank?.bin).toBe('970436');
    expect(config({ ...PRODUCTION, DEMO: '0' }).demo).toBe(false);
  });

  it.each(['SESSION_SECRET', 'GS1_PREFIX'])('does not start without %s', (name) => {
    const lines = problems({ ...PRODUCTION, [name]: undefined });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`${name}: must be set in production`);
  });

  it('does not start as the demo', () => {
    expect(problems({ ...PRODUCTION, DEMO: '1' })).toEqual([
      'DEMO: demo accounts cannot exist in production, so it cannot be 1 there',
    ]);
  });

  it('warns of what is probably not meant', () => {
    const warnings = config({ ...PRODUCTION, GS1_PREFIX: '9521234', PUBLIC_URL: undefined }).warnings;
    expect(warnings.map((line) => line.split(':')[0])).toEqual(['GS1_PREFIX', 'PUBLIC_URL']);
    expect(config(BANK).warnings[0]).toMatch(/^BANK_BIN: this is the demo/);
  });
});

describe('sessionSecret', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = join(await mkdtemp(join(tmpdir(), 'config-test-')), 'data');
  });
  afterEach(() => rm(join(dataDir, '..'), { recursive: true, force: true }));

  it('is the operator’s when set, and then nothing is written', async () => {
    expect(await sessionSecret(config({ SESSION_SECRET: SECRET, DATA_DIR: dataDir }))).toBe(SECRET);
    await expect(stat(dataDir)).rejects.toThrow('ENOENT');
  });

  it('is made once, kept for the owner only, and given again', async () => {
    const first = await sessionSecret(config({ DATA_DIR: dataDir }));
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    const file = join(dataDir, 'session.secret');
    expect(await readFile(file, 'utf8')).toBe(first);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await sessionSecret(config({ DATA_DIR: dataDir }))).toBe(first);
  });

  it('replaces one that was cut short by a crash', async () => {
    await sessionSecret(config({ DATA_DIR: dataDir }));
    await writeFile(join(dataDir, 'session.secret'), '');
    expect(await sessionSecret(config({ DATA_DIR: dataDir }))).toHaveLength(64);
  });
});
