import { thisMoment } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAccounts } from '../accounts.ts';
import { anAuthenticator } from '../buyers/authenticator.builders.ts';
import { createAccount } from '../create-account.ts';
import type { Phone } from '../phone-number.ts';
import { passkeySite } from '../webauthn.ts';
import {
  addStaffPasskey,
  beginStaffEntry,
  beginStaffPasskey,
  dropStaffPasskey,
  personOfPasskey,
} from './passkeys.ts';
import { switchAccount } from './people.ts';

const SITE = passkeySite('https://shop.example', 'Hợp tác xã thử');
const MOMENT = thisMoment();
const PRESENT_ONLY = 0x01;

let db: TestDatabase['db'];
let close: TestDatabase['close'];
let userId: string;

beforeAll(async () => {
  ({ db, close } = await testDatabase(2));
  const account = { name: 'Kế toán thử', phone: '+84900000411' as Phone, password: 'mua-he-sau-rieng' };
  const made = await createAccount(db, { ...account, roles: ['accountant'], demo: false }, MOMENT);
  const other = { ...account, name: 'Quản lý thử', phone: '+84900000412' as Phone };
  await createAccount(db, { ...other, roles: ['manager'], demo: false }, MOMENT);
  if (!made.ok) throw new Error(made.error.code);
  ({ userId } = made.value);
});
afterAll(() => close());

async function withPasskey(name: string) {
  const phone = anAuthenticator(SITE.rpId);
  const { challengeId, options } = await beginStaffPasskey(db, MOMENT, SITE, { userId, name: 'Kế toán thử' });
  const response = phone.make(options.challenge, SITE.origin);
  return { phone, added: await addStaffPasskey(db, MOMENT, SITE, userId, { challengeId, response, name }) };
}

async function begun() {
  const entry = await beginStaffEntry(db, MOMENT, SITE);
  if (!entry) throw new Error('too many');
  return { challengeId: entry.challengeId, challenge: entry.options.challenge };
}

const signedBy = async (phone: ReturnType<typeof anAuthenticator>, how = {}) => {
  const { challengeId, challenge } = await begun();
  return { challengeId, response: phone.sign(challenge, SITE.origin, how) };
};

it('opens its owner’s session, with money proved, once for each challenge and only for a verified owner', async () => {
  const { phone, added } = await withPasskey('Điện thoại');
  expect(added.ok).toBe(true);
  const unverified = await signedBy(phone, { flags: PRESENT_ONLY });
  expect(await personOfPasskey(db, MOMENT, SITE, unverified)).toBeNull();
  const signed = await signedBy(phone);
  expect(await personOfPasskey(db, MOMENT, SITE, signed)).toEqual({ userId });
  expect(await personOfPasskey(db, MOMENT, SITE, signed)).toBeNull();
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

it('is kept for ten devices, cannot be handed to another, and opens nothing once it is dropped', async () => {
  for (let kept = 1; kept < 10; kept++) expect((await withPasskey(`Máy ${kept}`)).added.ok).toBe(true);
  expect((await withPasskey('Máy thừa')).added).toEqual({ ok: false, error: { code: 'enough_passkeys' } });
  const taken = db.$executeRaw`UPDATE "staff_passkey" SET "publicKey" = sha256('another'::bytea)`;
  await expect(taken).rejects.toThrow(/staff_passkey_stays_its_owners/);
  const [first] = await db.staffPasskey.findMany({ where: { name: 'Điện thoại' } });
  await dropStaffPasskey(db, 'usr_another', first?.id ?? '');
  expect(await db.staffPasskey.count()).toBe(10);
  await dropStaffPasskey(db, userId, first?.id ?? '');
  const { phone, added } = await withPasskey('Máy mới');
  expect(added.ok).toBe(true);
  const signed = await signedBy(phone);
  await dropStaffPasskey(db, userId, signed.response.id);
  expect(await personOfPasskey(db, MOMENT, SITE, signed)).toBeNull();
});
