import { type Moment, thisMoment } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Phone } from '../phone-number.ts';
import { passkeySite } from '../webauthn.ts';
import { anAuthenticator } from './authenticator.builders.ts';
import { type Buyer, buyerOf, openBuyerSession } from './buyer-session.ts';
import { addPasskey, beginEntry, beginPasskey, buyerOfPasskey, passkeysOf } from './passkeys.ts';

const SITE = passkeySite('https://shop.example', 'Hợp tác xã thử');
const ORIGIN = SITE.origin;
const MOMENT = thisMoment();
const REFUSED = { ok: false, error: { code: 'passkey_refused' } };

let db: TestDatabase['db'];
let close: TestDatabase['close'];
beforeAll(async () => {
  ({ db, close } = await testDatabase(2));
});
afterAll(() => close());

async function aBuyer(phone: string): Promise<Buyer> {
  const who = { phone: phone as Phone, locale: 'vi', device: '' };
  const { token } = await openBuyerSession(db, MOMENT, who);
  const buyer = await buyerOf(db, MOMENT.now, new Headers({ cookie: `a=1; buyer=${token}` }));
  if (!buyer) throw new Error('nobody is signed in');
  return buyer;
}

async function withPasskey(buyer: Buyer) {
  const phone = anAuthenticator(SITE.rpId);
  const { challengeId, options } = await beginPasskey(db, MOMENT, SITE, buyer);
  const response = phone.make(options.challenge, ORIGIN);
  expect(
    await addPasskey(db, MOMENT, SITE, buyer, { challengeId, response, device: 'Chrome' }),
  ).toMatchObject({
    ok: true,
  });
  return phone;
}

async function begun(moment: Moment = MOMENT) {
  const entry = await beginEntry(db, moment, SITE);
  if (!entry) throw new Error('too many');
  return { challengeId: entry.challengeId, challenge: entry.options.challenge };
}

it('opens its own buyer’s account, once for each challenge', async () => {
  const [one, other] = [await aBuyer('+84900000401'), await aBuyer('+84900000402')];
  const phone = await withPasskey(one);
  await withPasskey(other);
  expect(await passkeysOf(db, one.id)).toMatchObject([{ device: 'Chrome', usedAt: null }]);
  const { challengeId, challenge } = await begun();
  const signed = { challengeId, response: phone.sign(challenge, ORIGIN) };
  expect(await buyerOfPasskey(db, MOMENT, SITE, signed)).toEqual({ buyerId: one.id });
  expect(await buyerOfPasskey(db, MOMENT, SITE, signed)).toBeNull();
});

it('is refused for another site, another key, without its owner’s finger, late, or with an older counter', async () => {
  const buyer = await aBuyer('+84900000403');
  const phone = await withPasskey(buyer);
  const opens = async (respond: (challenge: string) => ReturnType<typeof phone.sign>, moment = MOMENT) => {
    const { challengeId, challenge } = await begun();
    return buyerOfPasskey(db, moment, SITE, { challengeId, response: respond(challenge) });
  };
  expect(await opens((challenge) => phone.sign(challenge, 'https://shop.example.evil'))).toBeNull();
  expect(await opens((challenge) => anAuthenticator('elsewhere.example').sign(challenge, ORIGIN))).toBeNull();
  const copy = anAuthenticator(SITE.rpId);
  const { id, rawId } = phone.sign('', ORIGIN);
  expect(await opens((challenge) => ({ ...copy.sign(challenge, ORIGIN), id, rawId }))).toBeNull();
  expect(await opens((challenge) => phone.sign(challenge, ORIGIN, { flags: 0x01 }))).toBeNull();
  const later = { ...MOMENT, now: new Date(MOMENT.now.getTime() + 5 * 60_000) };
  expect(await opens((challenge) => phone.sign(challenge, ORIGIN), later)).toBeNull();
  expect(await opens((challenge) => phone.sign(challenge, ORIGIN, { counter: 7 }))).toEqual({
    buyerId: buyer.id,
  });
  expect(await opens((challenge) => phone.sign(challenge, ORIGIN, { counter: 6 }))).toBeNull();
});

it('is added by who asked for it alone, and not twice', async () => {
  const [one, other] = [await aBuyer('+84900000404'), await aBuyer('+84900000405')];
  const phone = anAuthenticator(SITE.rpId);
  const add = async (asks: Buyer, adds: Buyer) => {
    const { challengeId, options } = await beginPasskey(db, MOMENT, SITE, asks);
    const response = phone.make(options.challenge, ORIGIN);
    return addPasskey(db, MOMENT, SITE, adds, { challengeId, response, device: '' });
  };
  expect(await add(one, other)).toEqual(REFUSED);
  expect(await add(one, one)).toMatchObject({ ok: true });
  expect(await add(other, other)).toEqual(REFUSED);
  expect(await passkeysOf(db, other.id)).toEqual([]);
});
