import { keepShippedTerms } from '@baunghe/coop';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aForm, aShop, type Shop } from './api.builders.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await aShop(4);
  await shop.cut('plo_named', 200_000);
  await keepShippedTerms(shop.db, new Date(), [
    { slug: 'privacy', bodyVi: 'Một', bodyEn: null, bodyZh: null },
  ]);
});
afterAll(() => shop.close());

it('keeps with an order its terms and what was ticked, and opens them to its key alone', async () => {
  const api = await shop.as();
  const placed = await api.checkout.place(aForm({ consents: ['news_sms'] }));
  if (!placed.ok) throw new Error(placed.error.code);
  const { code, orderKey } = placed.value;
  const proof = { code, orderKey };
  expect(await api.terms.ofOrder(proof)).toEqual([{ slug: 'privacy', number: 1 }]);
  expect(await api.terms.ofOrder({ ...proof, orderKey: 'x'.repeat(22) })).toEqual([]);
  const shut = { ok: false, error: { code: 'order_unknown' } };
  const wrong = { code, orderKey: 'x'.repeat(22), key: crypto.randomUUID() };
  expect(await api.buyerData.consents(wrong)).toEqual(shut);
  expect(await api.buyerData.export(wrong)).toEqual(shut);
  expect(await api.buyerData.erase({ ...wrong, locale: 'vi' })).toEqual(shut);
  expect(await api.buyerData.withdraw({ ...wrong, locale: 'vi', purpose: 'news_sms' })).toEqual(shut);
  expect(await api.buyerData.consents(proof)).toMatchObject({
    value: { phone: expect.stringMatching(/099$/), consents: [{ purpose: 'news_sms', given: true }] },
  });
  const exporting = { ...proof, key: crypto.randomUUID() };
  expect(await api.buyerData.export(exporting)).toMatchObject({
    value: { order: { phone: '+84900000099' } },
  });
  const written = await shop.db.write.findMany({ where: { procedure: 'buyerData.export' } });
  expect(JSON.stringify(written)).not.toContain('900000099');
  const taking = { ...proof, locale: 'vi', purpose: 'news_sms', key: crypto.randomUUID() } as const;
  expect(await api.buyerData.withdraw(taking)).toMatchObject({ ok: true });
  expect(await api.buyerData.withdraw(taking)).toMatchObject({ ok: true });
  expect(await shop.db.consent.count()).toBe(2);
});

it('agrees to nothing by itself', async () => {
  const api = await shop.as();
  const before = await shop.db.consent.count();
  expect(await api.checkout.place(aForm())).toMatchObject({ ok: true });
  expect(await shop.db.consent.count()).toBe(before);
});

it('publishes a version with its writer, which the public does not read', async () => {
  const manager = await shop.as(await shop.personWith(['manager']));
  const holdsFrom = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const page = {
    slug: 'privacy',
    after: 1,
    bodyVi: 'Hai\r\n\u0000',
    bodyEn: '',
    bodyZh: '二',
    holdsFrom,
  } as const;
  const published = await manager.terms.publish({ key: crypto.randomUUID(), ...page });
  expect(published).toEqual({ ok: true, value: { number: 2 } });
  const guest = await shop.as();
  expect(await guest.terms.one({ slug: 'privacy', number: null })).toMatchObject({
    value: { number: 2, bodyVi: 'Hai', bodyEn: null, bodyZh: '二' },
  });
  expect((await guest.terms.history({ slug: 'privacy' }))[0]?.writer).toBeNull();
  expect((await manager.terms.history({ slug: 'privacy' }))[0]?.writer).toMatch(/^Nhân viên/);
  expect(await guest.terms.one({ slug: 'nothing', number: null })).toMatchObject({ ok: false });
});
