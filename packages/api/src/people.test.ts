import { invitationToken } from '@baunghe/coop';
import { thisMoment } from '@baunghe/db';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aShop, type Shop } from './api.builders.ts';
import type { Caller } from './index.ts';

const SECRET = 'a secret of the tests, never of a shop';
const DAY_MS = 86_400_000;
const PASSWORD = 'mat-khau-rieng';

let shop: Shop;
let manager: Caller;
let managerId: string;
let aheadMs = 0;

beforeAll(async () => {
  shop = await aShop(6, {
    moment: () => ({ ...thisMoment(), now: new Date(Date.now() + aheadMs) }),
  });
  manager = await shop.as(await shop.personWith(['manager']));
  managerId = await idOf(manager);
});
afterAll(() => shop.close());

const key = () => crypto.randomUUID();

async function idOf(caller: Caller): Promise<string> {
  const me = await caller.session.me();
  if (me.kind !== 'person') throw new Error('a guest');
  return me.userId;
}

/** The token of an invitation just made, out of its link. */
async function invited(phone: string): Promise<string> {
  const made = await manager.people.invite({ key: key(), name: 'Người Được Mời', phone, roles: ['packer'] });
  if (!made.ok) throw new Error(made.error.code);
  return made.value.link.split('/').at(-1) ?? '';
}

it('lets an invited person in once, with the roles that were meant, and keeps no token', async () => {
  const token = await invited('0900000301');
  const guest = await shop.as();
  expect(await guest.people.invitation({ token })).toEqual({
    ok: true,
    value: { name: 'Người Được Mời', roles: ['packer'] },
  });
  expect(await guest.people.accept({ token, password: 'ngan' })).toMatchObject({
    error: { code: 'password_too_short' },
  });
  expect(await guest.people.accept({ token, password: PASSWORD })).toEqual({ ok: true, value: undefined });
  const entered = await guest.session.signIn({ phone: '0900000301', password: PASSWORD });
  expect(entered.ok).toBe(true);
  const gone = { ok: false, error: { code: 'invitation_gone' } };
  expect(await guest.people.accept({ token, password: PASSWORD })).toEqual(gone);
  const kept = JSON.stringify([await shop.db.invitation.findMany(), await shop.db.write.findMany()]);
  expect(kept).not.toContain(token);
});

it('opens nothing by an invitation that is late, withdrawn, or for a number with an account', async () => {
  const guest = await shop.as();
  const late = await invited('0900000302');
  aheadMs = 7 * DAY_MS + 1000;
  expect(await guest.people.invitation({ token: late })).toMatchObject({
    error: { code: 'invitation_gone' },
  });
  expect(await guest.people.accept({ token: late, password: PASSWORD })).toMatchObject({
    error: { code: 'invitation_gone' },
  });
  aheadMs = 0;
  const { invitations } = await manager.people.board();
  const id = invitations.find(({ phone }) => phone === '+84900000302')?.id ?? '';
  expect(invitationToken(SECRET, id)).toBe(late);
  await manager.people.withdrawInvitation({ key: key(), id });
  expect(await guest.people.accept({ token: late, password: PASSWORD })).toMatchObject({ ok: false });
  const again = { key: key(), name: 'Ai Đó', phone: '0900000301', roles: ['packer' as const] };
  expect(await manager.people.invite(again)).toEqual({ ok: false, error: { code: 'phone_taken' } });
});

it('leaves one manager when two take each other’s role at once, and the last one keeps it', async () => {
  const other = await shop.as(await shop.personWith(['manager']));
  const otherId = await idOf(other);
  const answers = await Promise.all([
    manager.people.changeRoles({ key: key(), userId: otherId, roles: ['packer'] }),
    other.people.changeRoles({ key: key(), userId: managerId, roles: ['packer'] }),
  ]);
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(await shop.db.userRole.count({ where: { role: 'manager' } })).toBe(1);
  const [last] = await shop.db.userRole.findMany({ where: { role: 'manager' } });
  if (last?.userId === otherId)
    await other.people.changeRoles({ key: key(), userId: managerId, roles: ['manager'] });
  else await manager.people.changeRoles({ key: key(), userId: otherId, roles: ['manager'] });
  await manager.people.switch({ key: key(), userId: otherId, isOn: false });
  expect(await manager.people.switch({ key: key(), userId: managerId, isOn: false })).toEqual({
    ok: false,
    error: { code: 'last_manager' },
  });
});

it('signs out who is switched off, and lets them in no more until they are switched on', async () => {
  const headers = await shop.personWith(['packer']);
  const userId = await idOf(await shop.as(headers));
  await manager.people.switch({ key: key(), userId, isOn: false });
  expect(await (await shop.as(headers)).session.me()).toEqual({ kind: 'guest' });
  const phone = (await shop.db.user.findUniqueOrThrow({ where: { id: userId } })).phoneNumber ?? '';
  const entering = { phone, password: 'mua-he-sau-rieng' };
  expect((await (await shop.as()).session.signIn(entering)).ok).toBe(false);
  await manager.people.switch({ key: key(), userId, isOn: true });
  expect((await (await shop.as()).session.signIn(entering)).ok).toBe(true);
});

it('ends all sessions but the one that asks, and keeps the password of who does not know it', async () => {
  const headers = await shop.personWith(['packer']);
  const me = await shop.as(headers);
  const userId = await idOf(me);
  const phone = (await shop.db.user.findUniqueOrThrow({ where: { id: userId } })).phoneNumber ?? '';
  const entering = { phone, password: 'mua-he-sau-rieng' };
  await (await shop.as()).session.signIn(entering);
  expect((await me.me.state()).sessions.map(({ isThisOne }) => isThisOne).sort()).toEqual([false, true]);
  expect(await me.me.changePassword({ old: 'khong-phai', fresh: PASSWORD })).toMatchObject({
    error: { code: 'old_password_wrong' },
  });
  expect((await me.me.changePassword({ old: entering.password, fresh: PASSWORD })).ok).toBe(true);
  expect((await me.me.state()).sessions).toHaveLength(1);
  expect((await (await shop.as()).session.signIn({ phone, password: PASSWORD })).ok).toBe(true);
  await me.me.endSessions({ key: key(), sessionId: null });
  expect((await me.me.state()).sessions).toHaveLength(1);
  // Signing in once more takes the place of the session that the browser had.
  expect((await me.session.signIn({ phone, password: PASSWORD })).ok).toBe(true);
  expect((await (await shop.as(headers)).session.me()).kind).toBe('guest');
  expect(await shop.db.session.count({ where: { userId } })).toBe(1);
});

it('keeps accounts of the demo for the next visitor, where that is shown, and changes who was invited there', async () => {
  const demo = await aShop(3, { demo: true });
  try {
    const visitor = await demo.as(await demo.personWith(['manager']));
    await demo.personWith(['packer']);
    const { phoneNumber } = await demo.db.user.findFirstOrThrow({ orderBy: { createdAt: 'asc' } });
    const entering = { phone: phoneNumber ?? '', password: 'mua-he-sau-rieng' };
    expect((await (await demo.as()).session.signIn(entering)).ok).toBe(true);
    await demo.db.user.updateMany({ data: { demo: true } });
    const refused = { ok: false, error: { code: 'demo_person' } };
    for (const { id: userId } of await demo.db.user.findMany()) {
      expect(await visitor.people.changeRoles({ key: key(), userId, roles: ['member'] })).toEqual(refused);
      expect(await visitor.people.switch({ key: key(), userId, isOn: false })).toEqual(refused);
      expect(await visitor.people.endSessions({ key: key(), userId })).toEqual(refused);
    }
    const shared = { ok: false, error: { code: 'demo_account' } };
    expect(await visitor.me.endSessions({ key: key(), sessionId: null })).toEqual(shared);
    expect(await demo.db.session.count({ where: { user: { phoneNumber } } })).toBe(2);
    expect(await visitor.me.state()).toMatchObject({ demoAccount: true, sessions: [{ isThisOne: true }] });
    const guest = { name: 'Khách Xem', phone: '0900000388', roles: ['packer' as const] };
    const made = await visitor.people.invite({ key: key(), ...guest });
    const token = made.ok ? (made.value.link.split('/').at(-1) ?? '') : '';
    expect((await (await demo.as()).people.accept({ token, password: PASSWORD })).ok).toBe(true);
    const { id: userId } = await demo.db.user.findFirstOrThrow({ where: { demo: false } });
    expect(
      (await visitor.people.changeRoles({ key: key(), userId, roles: ['accountant'] })).ok &&
        (await visitor.people.switch({ key: key(), userId, isOn: false })).ok,
    ).toBe(true);
  } finally {
    await demo.close();
  }
});
