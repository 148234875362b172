import { anAuthenticator } from '@baunghe/coop/testing';
import { thisMoment } from '@baunghe/db';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aShop, type Shop } from './api.builders.ts';
import { type Caller, factorWanted } from './index.ts';
import { telephone } from './telephone.builders.ts';

const ORIGIN = 'https://shop.example';

let shop: Shop;
let headers: Headers;
let aheadMs = 0;
const now = () => new Date(Date.now() + aheadMs);

beforeAll(async () => {
  shop = await aShop(4, { moment: () => ({ ...thisMoment(), now: now() }) });
  headers = await shop.personWith(['accountant']);
});
afterAll(() => shop.close());

/** A caller, whose session is looked at anew. */
const me = () => shop.as(headers);

/** A telephone with a passkey of whoever is signed in. */
async function withPasskey(headers: Headers) {
  const { me } = await shop.as(headers);
  const begun = await me.passkeys.begin({});
  if (!begun.ok) throw new Error(begun.error.code);
  const phone = anAuthenticator('shop.example');
  const { challengeId, options } = begun.value;
  const response = phone.make(options.challenge, ORIGIN, options.user.id);
  expect((await me.passkeys.add({ challengeId, name: 'Điện thoại', response } as never)).ok).toBe(true);
  return phone;
}

async function proves(headers: Headers, phone: ReturnType<typeof anAuthenticator>) {
  const { me } = await shop.as(headers);
  const asked = await me.passkeys.beginProof({});
  if (!asked.ok) throw new Error(asked.error.code);
  const { challengeId, options } = asked.value;
  const response = phone.sign(options.challenge, ORIGIN);
  return me.passkeys.prove({ challengeId, response } as never);
}

/** What a procedure for money wants first; null: nothing, it did what it was asked. */
const wants = (asking: Promise<unknown>) =>
  asking.then(
    () => null,
    (error: unknown) => factorWanted(error)?.code,
  );

async function settle(caller: Caller) {
  const given = {
    key: crypto.randomUUID(),
    refundId: 'rfd_none',
    reference: 'FT1',
    through: 'cash' as const,
  };
  const answer = await caller.money.settle(given).catch((error: unknown) => {
    const wanted = factorWanted(error);
    if (wanted) return { ok: false as const, error: wanted };
    throw error;
  });
  return answer.ok ? 'ok' : answer.error.code;
}

it('asks who has set it up for a code, takes each code once, and paper where the telephone is lost', async () => {
  expect(await settle(await me())).toBe('refund_unknown');
  const begun = await (await me()).me.beginFactor();
  if (!begun.ok) throw new Error(begun.error.code);
  const code = telephone(begun.value.typed, now);
  expect(await (await me()).me.confirmFactor({ digits: '000000x' })).toMatchObject({
    error: { code: 'factor_code_wrong' },
  });
  expect(await settle(await me())).toBe('refund_unknown');
  const set = await (await me()).me.confirmFactor({ digits: code() });
  if (!set.ok) throw new Error(set.error.code);
  const [paper = ''] = set.value.recoveryCodes;
  // The first code opens this session, for a quarter of an hour.
  expect(await settle(await me())).toBe('refund_unknown');
  aheadMs += 16 * 60_000;
  expect(await settle(await me())).toBe('second_factor_wanted');
  const digits = code();
  expect((await (await me()).me.prove({ digits })).ok).toBe(true);
  expect(await settle(await me())).toBe('refund_unknown');
  expect(await (await me()).me.prove({ digits })).toMatchObject({ error: { code: 'factor_code_wrong' } });
  aheadMs += 16 * 60_000;
  expect((await (await me()).me.prove({ digits: paper.toLowerCase() })).ok).toBe(true);
  expect((await (await me()).me.prove({ digits: paper })).ok).toBe(false);
  const kept = JSON.stringify(await shop.db.recoveryCode.findMany());
  expect(kept).not.toContain(paper.slice(0, 4));
});

it('is taken once by two who send the same code at once, and bears few guesses', async () => {
  const guesser = await shop.personWith(['accountant']);
  const caller = await shop.as(guesser);
  const begun = await caller.me.beginFactor();
  if (!begun.ok) throw new Error(begun.error.code);
  const code = telephone(begun.value.typed, now);
  await caller.me.confirmFactor({ digits: code() });
  aheadMs += 60_000;
  const digits = code();
  const both = await Promise.all([caller.me.prove({ digits }), caller.me.prove({ digits })]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const guesses = [];
  for (let tries = 0; tries < 11; tries++) guesses.push(await caller.me.prove({ digits: 'none' }));
  expect(guesses.at(-1)).toMatchObject({ error: { code: 'too_many_tries' } });
});

it('is proved by a passkey of one’s own in the middle of a session, and by nobody else’s', async () => {
  const [mine, other] = [await shop.personWith(['accountant']), await shop.personWith(['accountant'])];
  const begun = await (await shop.as(mine)).me.beginFactor();
  if (!begun.ok) throw new Error(begun.error.code);
  await (await shop.as(mine)).me.confirmFactor({ digits: telephone(begun.value.typed, now)() });
  const [own, others] = [await withPasskey(mine), await withPasskey(other)];
  aheadMs += 16 * 60_000;
  expect(await proves(mine, others)).toEqual({ ok: false, error: { code: 'passkey_refused' } });
  expect(await settle(await shop.as(mine))).toBe('second_factor_wanted');
  expect(await proves(mine, own)).toEqual({ ok: true, value: undefined });
  expect(await settle(await shop.as(mine))).toBe('refund_unknown');
  expect(await (await me()).me.passkeys.beginProof({})).toMatchObject({ error: { code: 'no_passkey' } });
});

it('is a passkey alone for who has no other: money asks for it, and so does whatever would weaken it', async () => {
  const mine = await shop.personWith(['accountant']);
  expect((await (await shop.as(mine)).me.state()).provesBy).toEqual({ code: false, passkey: false });
  const phone = await withPasskey(mine);
  const { me } = await shop.as(mine);
  expect((await me.state()).provesBy).toEqual({ code: false, passkey: true });
  const [{ id } = { id: '' }] = await me.passkeys.list();
  const drop = { key: crypto.randomUUID(), id };
  expect(await settle(await shop.as(mine))).toBe('passkey_wanted');
  expect(await wants(me.passkeys.begin({}))).toBe('passkey_wanted');
  expect(await wants(me.passkeys.drop(drop))).toBe('passkey_wanted');
  expect(await wants(me.beginFactor())).toBe('passkey_wanted');
  expect(await wants(me.confirmFactor({ digits: '000000' }))).toBe('passkey_wanted');
  expect(await me.passkeys.list()).toHaveLength(1);
  expect(await proves(mine, phone)).toEqual({ ok: true, value: undefined });
  expect(await settle(await shop.as(mine))).toBe('refund_unknown');
  expect((await (await shop.as(mine)).me.passkeys.drop(drop)).ok).toBe(true);
  expect((await (await shop.as(mine)).me.state()).provesBy).toEqual({ code: false, passkey: false });
});
