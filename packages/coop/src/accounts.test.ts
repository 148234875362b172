import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { type Database, newId, type Role, thisMoment } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type Accounts,
  type AccountsSettings,
  createAccount,
  createAccounts,
  memberOnPublicPage,
  type Phone,
  phoneNumber,
  refuseDemoAccounts,
} from './index.ts';

const PASSWORD = 'mua-he-sau-rieng';
const WRONG = { ok: false, error: { code: 'wrong_phone_or_password' } };

let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  test = await testDatabase(5);
  database = test.db;
});
afterAll(() => test.close());

function open(settings: Partial<AccountsSettings> = {}): Accounts {
  return createAccounts({
    database,
    secret: '0123456789abcdef0123456789abcdef',
    baseUrl: 'http://localhost:3000',
    secureCookies: false,
    trustedOrigins: [],
    allowDemo: true,
    ...settings,
  });
}

let made = 0;

async function person({
  roles = [],
  demo = false,
}: {
  roles?: Role[];
  demo?: boolean;
} = {}): Promise<{ userId: string; phone: Phone }> {
  const phone = e164(`09123${String(++made).padStart(5, '0')}`);
  const account = { name: 'Nguyễn Thị Minh Họa', phone, password: PASSWORD, roles, demo };
  const created = await createAccount(database, account, thisMoment());
  if (!created.ok) throw new Error(created.error.code);
  return { userId: created.value.userId, phone };
}

function e164(text: string): Phone {
  const parsed = phoneNumber(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value.e164;
}

function countingQueries(): { counting: Database; queries: () => number } {
  let queries = 0;
  const counting = database.$extends({
    query: {
      $allOperations: ({ args, query }) => {
        queries += 1;
        return query(args);
      },
    },
  });
  return { counting: counting as unknown as Database, queries: () => queries };
}

async function signedIn(
  accounts: Accounts,
  phone: string,
): Promise<{ headers: Headers; setCookie: string[] }> {
  const answer = await accounts.signIn({ phone, password: PASSWORD, headers: new Headers() });
  if (!answer.ok) throw new Error(answer.error.code);
  const cookie = answer.value.setCookie.map((line) => line.split(';')[0]).join('; ');
  return { headers: new Headers({ cookie }), setCookie: answer.value.setCookie };
}

describe('signing in', () => {
  it('opens a session that tells who it is, with roles and member', async () => {
    const { userId, phone } = await person({ roles: ['manager', 'member', 'manager'] });
    const memberId = newId('mem', thisMoment());
    await database.member.create({
      data: { id: memberId, code: 'XV99', name: 'Minh Họa', joinedOn: new Date('2024-01-01'), userId },
    });
    const accounts = open();
    const { headers, setCookie } = await signedIn(accounts, phone.replace('+84', '0'));
    expect(setCookie).toHaveLength(1);
    expect(setCookie[0]).toMatch(
      /^baunghe\.session_token=.+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(await accounts.whoIs(headers)).toEqual({
      kind: 'person',
      userId,
      name: 'Nguyễn Thị Minh Họa',
      roles: ['member', 'manager'],
      memberId,
      session: { id: expect.any(String), provedAt: null },
    });
  });

  it('marks the cookie Secure where the site is on HTTPS', async () => {
    const { phone } = await person();
    const accounts = open({ secureCookies: true, baseUrl: 'https://baunghe.example' });
    const { headers, setCookie } = await signedIn(accounts, phone);
    expect(setCookie[0]).toMatch(/^__Secure-baunghe\.session_token=.+; Secure/);
    expect(await accounts.whoIs(headers)).toMatchObject({ kind: 'person', roles: [], memberId: null });
  });

  it('keeps no record of the address that somebody signed in from', async () => {
    const { userId, phone } = await person();
    const headers = new Headers({ 'x-forwarded-for': '203.0.113.7', 'user-agent': 'test' });
    expect((await open().signIn({ phone, password: PASSWORD, headers })).ok).toBe(true);
    const session = await database.session.findFirstOrThrow({ where: { userId } });
    expect(session.ipAddress ?? '').toBe('');
  });

  it('gives one answer for an unknown number and a wrong password, after as many hashes and queries', async () => {
    const { phone } = await person();
    const { counting, queries } = countingQueries();
    const accounts = open({ database: counting });
    const hashes = vi.spyOn(crypto, 'scrypt');
    syncBuiltinESMExports();
    const cost = async (number: string) => {
      const before = { hashes: hashes.mock.calls.length, queries: queries() };
      const answer = await accounts.signIn({
        phone: number,
        password: 'not this one',
        headers: new Headers(),
      });
      expect(answer).toEqual(WRONG);
      return { hashes: hashes.mock.calls.length - before.hashes, queries: queries() - before.queries };
    };
    await cost(phone);
    const [known, unknown] = [await cost(phone), await cost('0987000001')];
    hashes.mockRestore();
    syncBuiltinESMExports();
    expect(known.hashes).toBe(1);
    expect(unknown.hashes).toBe(1);
    expect(Math.abs(known.queries - unknown.queries)).toBeLessThanOrEqual(1);
  });

  it('refuses what is no number, and passwords of any length or kind', async () => {
    const { phone } = await person();
    const accounts = open();
    const tryIn = (number: string, password: string) =>
      accounts.signIn({ phone: number, password, headers: new Headers() });
    expect(await tryIn('01234567890', PASSWORD)).toEqual({ ok: false, error: { code: 'phone_invalid' } });
    for (const password of ['', 'x'.repeat(200), '\u0000', PASSWORD.toUpperCase()])
      expect(await tryIn(phone, password)).toEqual(WRONG);
  });

  it('stops guessing after ten tries, known or not, even when made at once, until the time has passed', async () => {
    const { phone } = await person();
    let now = new Date();
    const accounts = open({ now: () => now });
    for (const number of [phone, '0987000002']) {
      const guess = () =>
        accounts.signIn({ phone: number, password: 'a wrong guess', headers: new Headers() });
      const answers = await Promise.all(Array.from({ length: 12 }, guess));
      const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.error.code));
      expect(codes.filter((code) => code === 'wrong_phone_or_password')).toHaveLength(10);
      expect(codes.filter((code) => code === 'too_many_tries')).toHaveLength(2);
    }
    const right = () => accounts.signIn({ phone, password: PASSWORD, headers: new Headers() });
    expect(await right()).toEqual({ ok: false, error: { code: 'too_many_tries', retryAfterSeconds: 900 } });
    now = new Date(now.getTime() + 15 * 60_000);
    expect((await right()).ok).toBe(true);
  });
});

describe('whoIs', () => {
  it('is a guest without a cookie, with a made-up one, and with one of another secret', async () => {
    const { phone } = await person();
    const other = open({ secret: 'another-secret-another-secret-another' });
    const { headers } = await signedIn(other, phone);
    const accounts = open();
    const [name, value = ''] = headers.get('cookie')?.split('=') ?? [];
    const madeUp = ['abc.def', '', '%E0%A4%A', '.', value.slice(1)].map(
      (other) => new Headers({ cookie: `${name}=${other}` }),
    );
    for (const asked of [new Headers(), ...madeUp, headers])
      expect(await accounts.whoIs(asked)).toEqual({ kind: 'guest' });
    expect((await other.whoIs(headers)).kind).toBe('person');
  });

  it('is a guest once thirty days have passed, and the next sign-in clears the old session away', async () => {
    const { userId, phone } = await person();
    let now = new Date();
    const accounts = open({ now: () => now });
    const { headers } = await signedIn(accounts, phone);
    now = new Date(now.getTime() + 30 * 86_400_000 - 60_000);
    expect((await accounts.whoIs(headers)).kind).toBe('person');
    now = new Date(now.getTime() + 120_000);
    expect((await accounts.whoIs(headers)).kind).toBe('guest');
    await database.session.create({
      data: { id: 'old', token: 'old', userId, expiresAt: new Date('2020-01-01') },
    });
    await signedIn(open(), phone);
    expect(await database.session.findUnique({ where: { id: 'old' } })).toBeNull();
  });

  it('takes one query', async () => {
    const { phone } = await person();
    const accounts = open();
    const { headers } = await signedIn(accounts, phone);
    const { counting, queries } = countingQueries();
    await open({ database: counting }).whoIs(headers);
    expect(queries()).toBe(1);
  });
});

describe('signing out', () => {
  it('ends the session here and takes the cookie away', async () => {
    const { phone } = await person();
    const accounts = open();
    const { headers } = await signedIn(accounts, phone);
    const { setCookie } = await accounts.signOut({ headers });
    expect(setCookie.some((line) => /^baunghe\.session_token=; Max-Age=0/.test(line))).toBe(true);
    expect(await accounts.whoIs(headers)).toEqual({ kind: 'guest' });
  });

  it('is harmless for a guest', async () => {
    expect((await open().signOut({ headers: new Headers() })).setCookie.length).toBeGreaterThan(0);
  });
});

describe('accounts', () => {
  it('are one to a number, also when asked for twice at once', async () => {
    const phone = e164('0977000001');
    const account = { name: 'A', phone, password: PASSWORD, roles: ['packer'] as const, demo: false };
    const both = await Promise.all([1, 2].map(() => createAccount(database, account, thisMoment())));
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toEqual({ ok: false, error: { code: 'phone_taken' } });
  });

  it('need a password of 8 to 128 characters', async () => {
    const account = { name: 'A', phone: e164('0977000002'), roles: [], demo: false };
    for (const [password, code] of [
      ['1234567', 'password_too_short'],
      ['x'.repeat(129), 'password_too_long'],
    ] as const)
      expect(await createAccount(database, { ...account, password }, thisMoment())).toEqual({
        ok: false,
        error: { code },
      });
  });

  it('are made within a transaction, or not at all', async () => {
    const phone = e164('0977000003');
    const account = { name: 'A', phone, password: PASSWORD, roles: [], demo: false };
    const undone = database.$transaction(async (tx) => {
      await createAccount(tx, account, thisMoment());
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await database.user.count({ where: { phoneNumber: phone } })).toBe(0);
  });
});

describe('the demo season in production', () => {
  it('is refused at the start, at sign-in and in a session opened before', async () => {
    await database.user.deleteMany({ where: { demo: true } });
    expect(await refuseDemoAccounts(database)).toEqual({ ok: true, value: null });
    const { phone } = await person({ demo: true });
    const { headers } = await signedIn(open(), phone);

    const production = open({ allowDemo: false });
    expect(await production.signIn({ phone, password: PASSWORD, headers: new Headers() })).toEqual(WRONG);
    expect(await production.whoIs(headers)).toEqual({ kind: 'guest' });
    const refused = await refuseDemoAccounts(database);
    expect(refused).toMatchObject({ ok: false, error: { code: 'demo_accounts_in_production', accounts: 1 } });
    expect(!refused.ok && refused.error.problem).toMatch(/1 demo account, .*DATABASE_URL/);
  });
});

describe('memberOnPublicPage', () => {
  it('shows what the member agreed to show', () => {
    expect(memberOnPublicPage({ name: 'Minh Họa', shown: 'name' })).toBe('Minh Họa');
    expect(memberOnPublicPage({ name: 'Minh Họa', shown: 'nothing' })).toBeNull();
  });
});
