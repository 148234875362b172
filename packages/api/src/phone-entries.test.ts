import { afterAll, beforeAll, expect, it } from 'vitest';
import { aShop, type Shop } from './api.builders.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await aShop(4);
});
afterAll(() => shop.close());

const said = (more = {}) => ({
  key: crypto.randomUUID(),
  kind: 'harvest',
  page: '/office/lots/AB12',
  saidAt: new Date('2026-11-28T02:00:00Z'),
  aheadSeconds: 86_400,
  ...more,
});

it('keeps what a phone said beside the time of the cooperative, once, and shows it to staff', async () => {
  const member = await shop.as(await shop.personWith(['member'], 'mem_named'));
  const one = said();
  for (const aheadSeconds of [86_400, 86_403])
    expect(await member.phoneEntries.say({ ...one, aheadSeconds })).toEqual({ ok: true, value: null });
  const packer = await shop.as(await shop.personWith(['packer']));
  const kept = await packer.phoneEntries.ofPage({ page: one.page });
  expect(kept).toEqual([
    {
      key: one.key,
      kind: 'harvest',
      saidAt: one.saidAt,
      aheadSeconds: 86_400,
      cameAt: expect.any(Date),
    },
  ]);
  expect(Math.abs(Date.now() - +(kept[0]?.cameAt ?? 0))).toBeLessThan(3_600_000);
  expect(await packer.phoneEntries.ofPage({ page: '/office/lots/AB13' })).toEqual([]);
});

it('takes no page but one of the office, and nothing said is rewritten', async () => {
  const member = await shop.as(await shop.personWith(['packer']));
  for (const page of ['/orders/BN1', '/officeX', '/office/lots/A?x', 'https://example.com/office'])
    await expect(member.phoneEntries.say(said({ page }))).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  const one = said();
  await member.phoneEntries.say(one);
  await expect(
    shop.db.phoneEntry.updateMany({ where: { key: one.key }, data: { aheadSeconds: 0 } }),
  ).rejects.toThrow('append_only');
});
