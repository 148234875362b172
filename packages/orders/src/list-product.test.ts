import { refusalOf } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { parseGtin } from '@baunghe/gs1';
import { dong } from '@baunghe/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeProduct, listProduct, type NewProduct, productsInOffice, productsOnSale } from './index.ts';
import { aHarvest, aRi6Shop, at, kept } from './shop.builders.ts';

const NOW = new Date('2026-06-07T02:00:00Z');
const PREFIX = '9521234';

let test: TestDatabase;
beforeEach(async () => {
  test = await testDatabase();
  await aRi6Shop(test.db);
});
afterEach(() => test.close());

const words = {
  nameVi: 'Sầu riêng Ri6 loại A, hộp đã tách múi',
  nameEn: 'Ri6 durian, peeled',
  nameZh: null,
  descriptionVi: 'Hộp 500 g.',
  descriptionEn: 'A tray of 500 g.',
  descriptionZh: null,
  price: dong(145_000),
  sort: 3,
  listed: true,
};
const tray: NewProduct = {
  ...words,
  varietyCode: 'RI6',
  grade: 'A',
  saleUnit: 'piece',
  unitGrams: 500,
  gtin: null,
};

const list = (entry: Partial<NewProduct> = {}) =>
  test.db.$transaction((tx) => listProduct(tx, at(NOW), PREFIX, { ...tray, ...entry }));

describe('a new listing', () => {
  it('gets a free GTIN of the cooperative, an address of its name, and is on sale from what lies in store', async () => {
    await aHarvest(test.db, NOW, 20_000);
    const listed = await list();
    if (!listed.ok) throw new Error(listed.error.code);
    expect(parseGtin(listed.value.gtin)).toMatchObject({ ok: true });
    expect(listed.value.gtin.slice(1, 8)).toBe(PREFIX);
    const found = (await productsOnSale(test.db, NOW)).find(({ id }) => id === listed.value.id);
    expect(found).toMatchObject({
      slug: 'sau-rieng-ri6-loai-a-hop-da-tach-mui',
      price: 145_000,
      unitsLeft: 40,
    });
  });

  it('gets another GTIN and address each, though many are listed at once', async () => {
    const many = await Promise.all(Array.from({ length: 12 }, () => list()));
    expect(many.every(({ ok }) => ok)).toBe(true);
    const all = await productsInOffice(test.db);
    expect(new Set(all.map(({ gtin }) => gtin)).size).toBe(14);
    expect(new Set(all.map(({ slug }) => slug)).size).toBe(14);
  });

  it('takes a GTIN that it was given before, if it is whole, ours and free', async () => {
    const refusal = async (gtin: string) => {
      const answer = await list({ gtin });
      return answer.ok ? answer.value.gtin : answer.error.code;
    };
    expect(await refusal('9521234003007')).toBe('09521234003007');
    expect(await refusal('9521234003007')).toBe('gtin_taken');
    expect(await refusal('9521234003008')).toBe('gtin_invalid');
    expect(await refusal('8938505974187')).toBe('gtin_not_ours');
    expect(await refusal('99521234001006')).toBe('gtin_taken');
    expect(await list({ varietyCode: 'NONE' })).toMatchObject({ error: { code: 'variety_unknown' } });
  });
});

describe('a listing', () => {
  it('is said anew, or hidden, at the same address', async () => {
    await kept(test.db, (tx) => changeProduct(tx, 'pro_kg', { ...words, listed: false }));
    const [box, kilogram] = await productsInOffice(test.db);
    expect([box?.id, kilogram?.id]).toEqual(['pro_box', 'pro_kg']);
    expect(kilogram).toMatchObject({ slug: 'kg', nameVi: words.nameVi, price: 145_000, listed: false });
    expect((await productsOnSale(test.db, NOW)).map(({ id }) => id)).toEqual(['pro_box']);
    expect(await changeProduct(test.db, 'pro_none', words)).toMatchObject({
      error: { code: 'product_unknown' },
    });
  });

  it.each([
    `UPDATE "product" SET "gtin" = '09521234009993' WHERE "id" = 'pro_kg'`,
    `UPDATE "product" SET "unitGrams" = 999 WHERE "id" = 'pro_kg'`,
    `UPDATE "product" SET "grade" = 'B' WHERE "id" = 'pro_kg'`,
    `DELETE FROM "product" WHERE "id" = 'pro_kg'`,
    `UPDATE "variety" SET "looseGtin" = '99521234001013'`,
    `DELETE FROM "variety"`,
  ])('keeps what its GTIN stands for: %s', async (statement) => {
    const error = await test.db.$executeRawUnsafe(statement).catch((thrown: unknown) => thrown);
    expect(refusalOf(error)?.constraint).toMatch(/^(product|variety)_keeps_its_gtin$/);
  });
});
