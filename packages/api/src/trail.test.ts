import { afterAll, beforeAll, expect, it } from 'vitest';
import { aForm, aShop, type Shop } from './api.builders.ts';
import type { Caller } from './index.ts';

let shop: Shop;
let manager: Caller;
let managerId: string;
let auditor: Caller;
let auditorId: string;
type Wanted = Record<'byUser' | 'procedure' | 'code' | 'day', string | null>;
const ANY: Wanted = { byUser: null, procedure: null, code: null, day: null };

beforeAll(async () => {
  shop = await aShop(4);
  manager = await shop.as(await shop.personWith(['manager']));
  auditor = await shop.as(await shop.personWith(['auditor']));
  managerId = await idOf(manager);
  auditorId = await idOf(auditor);
});
afterAll(() => shop.close());

async function idOf(caller: Caller): Promise<string> {
  const me = await caller.session.me();
  if (me.kind !== 'person') throw new Error('a guest');
  return me.userId;
}

const acts = (more: Partial<Wanted> = {}) => auditor.trail.acts({ ...ANY, ...more, after: null });

it('holds what was done once, by whom and about what, and no word that somebody typed', async () => {
  await shop.cut('plo_named', 60_000);
  const placed = await (await shop.as()).checkout.place(aForm());
  if (!placed.ok) throw new Error(placed.error.code);
  const { code } = placed.value;
  const order = await shop.db.order.findUniqueOrThrow({ where: { code } });
  const cancelling = { key: crypto.randomUUID(), orderId: order.id, why: 'Khách Tên Riêng đổi ý' };
  await manager.officeOrders.cancel(cancelling);
  await manager.officeOrders.cancel(cancelling);
  const { rows } = await acts({ code: code.toLowerCase() });
  expect(rows).toMatchObject([
    {
      byUser: managerId,
      procedure: 'officeOrders.cancel',
      about: [{ kind: 'order', code }],
      outcome: 'done',
    },
  ]);
  await manager.members.add({
    ...{ key: crypto.randomUUID(), code: 'XV77', name: 'Xã Viên Mới', shown: 'nothing' },
    joinedOn: '2026-01-02',
  });
  expect(JSON.stringify(await shop.db.act.findMany({ select: { about: true } }))).not.toMatch(
    /Khách|Xã Viên|0900|\+84/,
  );
});

it('holds what was done by no key, and what an auditor tried in vain', async () => {
  const form = { key: crypto.randomUUID(), name: 'Hệ thống thử' };
  const made = await manager.epcis.makeKey(form);
  if (!made.ok) throw new Error(made.error.code);
  expect(await manager.epcis.makeKey(form)).toMatchObject({ error: { code: 'key_shown_once' } });
  expect(JSON.stringify(await shop.db.write.findMany())).not.toContain(made.value.key);
  await manager.epcis.endKey({ id: made.value.id });
  await expect(
    auditor.members.change({ key: crypto.randomUUID(), id: 'mem_named', name: 'X', shown: 'nothing' }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect((await acts({ procedure: 'epcis.makeKey' })).rows).toHaveLength(1);
  expect((await acts({ procedure: 'epcis.endKey' })).rows).toHaveLength(1);
  expect((await acts({ byUser: auditorId })).rows).toMatchObject([
    { procedure: 'members.change', outcome: 'refused', about: [] },
  ]);
  expect((await acts({ day: '2001-01-01' })).rows).toEqual([]);
});

it('is never changed, removed or emptied', async () => {
  const stays = /append-only/;
  await expect(shop.db.$executeRaw`UPDATE "act" SET "byUser" = 'usr_other'`).rejects.toThrow(stays);
  await expect(shop.db.$executeRaw`DELETE FROM "act"`).rejects.toThrow(stays);
  await expect(shop.db.$executeRaw`TRUNCATE "act"`).rejects.toThrow(stays);
});
