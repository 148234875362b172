import { type Moment, thisMoment } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccounts } from './accounts.ts';
import { openBuyerSession } from './buyers/buyer-session.ts';
import { createAccount } from './create-account.ts';
import {
  addPasskey,
  askToSign,
  beginPasskey,
  dropPasskeys,
  type Holder,
  ownerOfPasskey,
  passkeysOf,
  signerOf,
} from './passkeys.ts';
import type { Phone } from './phone-number.ts';
import { switchAccount } from './staff/people.ts';
import { anAuthenticator } from './testing/index.ts';
import { passkeySite } from './webauthn.ts';

const SITE = passkeySite('https://shop.example', 'Hợp tác xã thử');
const ORIGIN = SITE.origin;
const MOMENT = thisMoment();
const PRESENT_ONLY = 0x01;
const REFUSED = { ok: false, error: { code: 'passkey_refused' } };

let db: TestDatabase['db'];
let close: TestDatabase['close'];
let made = 0;
beforeAll(async () => {
  ({ db, close } = await testDatabase(2));
});
afterAll(() => close());

const aPhone = () => `+8490000${String(5000 + made++)}` as Phone;

async function aHolder(door: Holder['door']): Promise<Holder> {
  if (door === 'shop') {
    const { buyerId } = await openBuyerSession(db, MOMENT, { phone: aPhone(), locale: 'vi', device: '' });
    return { door, id: buyerId };
  }
  const who = { name: 'Người thử', password: 'mua-he-sau-rieng', roles: ['manager' as const], demo: false };
  const account = await createAccount(db, { ...who, phone: aPhone() }, MOMENT);
  if (!account.ok) throw new Error(account.error.code);
  return { door, id: account.value.userId };
}

type Authenticator = ReturnType<typeof anAuthenticator>;

async function add(asks: Holder, adds: Holder, phone: Authenticator, name = 'Chrome') {
  const named = { ...asks, name: 'người thử', displayName: 'Người thử' };
  const { challengeId, options } = await beginPasskey(db, MOMENT, SITE, named);
  const response = phone.make(options.challenge, ORIGIN, options.user.id);
  return addPasskey(db, MOMENT, SITE, adds, { challengeId, response, name });
}

async function withPasskey(holder: Holder) {
  const phone = anAuthenticator(SITE.rpId);
  expect(await add(holder, holder, phone)).toMatchObject({ ok: true });
  return phone;
}

/** A challenge for whoever signs in at a door, or for one holder, and how it is signed. */
async function signed(
  who: { door: Holder['door']; id?: string },
  respond: (challenge: string) => ReturnType<Authenticator['sign']>,
) {
  const asked = await askToSign(db, MOMENT, SITE, { id: null, ...who });
  return { challengeId: asked.challengeId, response: respond(asked.options.challenge) };
}

describe.each(['shop', 'office'] as const)('a passkey of the %s', (door) => {
  const opens = (what: Awaited<ReturnType<typeof signed>>, moment: Moment = MOMENT) =>
    signerOf(db, moment, SITE, { door, id: null }, what);

  it('opens its own holder’s account, once for each challenge, and nothing at the other door', async () => {
    const [one, other] = [await aHolder(door), await aHolder(door)];
    const phone = await withPasskey(one);
    await withPasskey(other);
    expect(await passkeysOf(db, one)).toMatchObject([{ name: 'Chrome', usedAt: null }]);
    const answer = await signed({ door }, (challenge) => phone.sign(challenge, ORIGIN));
    const elsewhere = door === 'shop' ? ('office' as const) : ('shop' as const);
    expect(await signerOf(db, MOMENT, SITE, { door: elsewhere, id: null }, answer)).toBeNull();
    expect(await opens(answer)).toBe(one.id);
    expect(await opens(answer)).toBeNull();
  });

  it('is refused for another site, another key, without its owner’s finger, late, or with an older counter', async () => {
    const holder = await aHolder(door);
    const phone = await withPasskey(holder);
    const tries = async (respond: (challenge: string) => ReturnType<typeof phone.sign>, moment = MOMENT) =>
      opens(await signed({ door }, respond), moment);
    expect(await tries((challenge) => phone.sign(challenge, 'https://shop.example.evil'))).toBeNull();
    expect(
      await tries((challenge) => anAuthenticator('elsewhere.example').sign(challenge, ORIGIN)),
    ).toBeNull();
    // A passkey that says that it is somebody else's, or nobody's.
    const named = (userHandle: string) => (challenge: string) => {
      const { response, ...key } = phone.sign(challenge, ORIGIN);
      return { ...key, response: { ...response, userHandle } };
    };
    expect(await tries(named(Buffer.from('usr_other').toString('base64url')))).toBeNull();
    expect(await tries(named(''))).toBeNull();
    const copy = anAuthenticator(SITE.rpId);
    const { id, rawId } = phone.sign('', ORIGIN);
    expect(await tries((challenge) => ({ ...copy.sign(challenge, ORIGIN), id, rawId }))).toBeNull();
    expect(await tries((challenge) => phone.sign(challenge, ORIGIN, { flags: PRESENT_ONLY }))).toBeNull();
    const later = { ...MOMENT, now: new Date(MOMENT.now.getTime() + 5 * 60_000) };
    expect(await tries((challenge) => phone.sign(challenge, ORIGIN), later)).toBeNull();
    expect(await tries((challenge) => phone.sign(challenge, ORIGIN, { counter: 7 }))).toBe(holder.id);
    expect(await tries((challenge) => phone.sign(challenge, ORIGIN, { counter: 6 }))).toBeNull();
  });

  it('signs in who signs at once, though somebody fills the table with challenges', async () => {
    const holder = await aHolder(door);
    const phone = await withPasskey(holder);
    const [old, own] = [
      await signed({ door }, (challenge) => phone.sign(challenge, ORIGIN)),
      await signed(holder, (challenge) => phone.sign(challenge, ORIGIN)),
    ];
    const data = Array.from({ length: 2_000 }, (_, at) => ({
      ...{ id: `pch_${door}_${at}`, challenge: 'x' },
      expiresAt: new Date(MOMENT.now.getTime() + 300_001 + at),
    }));
    if (door === 'shop') await db.buyerChallenge.createMany({ data });
    else await db.staffChallenge.createMany({ data });
    const fresh = await signed({ door }, (challenge) => phone.sign(challenge, ORIGIN));
    expect(await opens(old)).toBeNull();
    expect(await signerOf(db, MOMENT, SITE, holder, own)).toBe(holder.id);
    expect(await opens(fresh)).toBe(holder.id);
  });

  it('is added by who asked for it alone, and not twice', async () => {
    const [one, other] = [await aHolder(door), await aHolder(door)];
    const phone = anAuthenticator(SITE.rpId);
    expect(await add(one, other, phone)).toEqual(REFUSED);
    expect(await add(one, one, phone)).toMatchObject({ ok: true });
    expect(await add(other, other, phone)).toEqual(REFUSED);
    expect(await passkeysOf(db, other)).toEqual([]);
  });

  it('proves again who is signed in, and nobody else by a passkey of their own', async () => {
    const [one, other] = [await aHolder(door), await aHolder(door)];
    const [own, others] = [await withPasskey(one), await withPasskey(other)];
    const proves = async (phone: Authenticator) =>
      signerOf(
        ...([db, MOMENT, SITE, one] as const),
        await signed(one, (challenge) => phone.sign(challenge, ORIGIN)),
      );
    expect(await proves(others)).toBeNull();
    expect(await proves(own)).toBe(one.id);
    // What was asked of somebody who is signed in signs nobody in.
    expect(await opens(await signed(one, (challenge) => own.sign(challenge, ORIGIN)))).toBeNull();
  });

  it('is kept for ten devices, cannot be handed to another, and opens nothing once it is dropped', async () => {
    const [holder, other] = [await aHolder(door), await aHolder(door)];
    const phone = await withPasskey(holder);
    for (let kept = 1; kept < 10; kept++) await withPasskey(holder);
    const refused = { ok: false, error: { code: 'enough_passkeys' } };
    expect(await add(holder, holder, anAuthenticator(SITE.rpId))).toEqual(refused);
    const { id } = phone.sign('', ORIGIN);
    expect(await dropPasskeys(db, other, id)).toBe(0);
    expect(await ownerOfPasskey(db, door, id)).toBe(holder.id);
    const answer = await signed({ door }, (challenge) => phone.sign(challenge, ORIGIN));
    expect(await dropPasskeys(db, holder, id)).toBe(1);
    expect(await opens(answer)).toBeNull();
    expect(await add(holder, holder, anAuthenticator(SITE.rpId))).toMatchObject({ ok: true });
    expect(await dropPasskeys(db, holder, null)).toBe(10);
  });
});

it('stays its owner’s in the database', async () => {
  await withPasskey(await aHolder('office'));
  const taken = db.$executeRaw`UPDATE "staff_passkey" SET "publicKey" = sha256('another'::bytea)`;
  await expect(taken).rejects.toThrow(/staff_passkey_stays_its_owners/);
});

it('opens the office with money proved, unless the account is switched off', async () => {
  const [{ id: userId }] = [await aHolder('office'), await aHolder('office')];
  const accounts = createAccounts({
    ...{ database: db, secret: 'a secret of the tests, never of a shop', baseUrl: SITE.origin },
    ...{ secureCookies: false, trustedOrigins: [], allowDemo: false },
  });
  const entering = { userId, headers: new Headers(), provedAt: MOMENT.now };
  const entered = await accounts.enter(entering);
  const cookie = entered?.setCookie.map((line) => line.split(';')[0]).join('; ') ?? '';
  expect(await accounts.whoIs(new Headers({ cookie }))).toMatchObject({
    ...{ kind: 'person', userId },
    session: { provedAt: MOMENT.now },
  });
  await switchAccount(db, MOMENT.now, { userId, isOn: false });
  expect(await accounts.enter(entering)).toBeNull();
});
