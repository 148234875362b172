import { Prisma } from '@baunghe/db';
import { inRolledBackTransaction, type TestDatabase, testDatabase } from '@baunghe/db/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FruitAsked, findFruit } from '../index.ts';
import { aHarvest, aRi6Shop } from '../shop.builders.ts';
import { countEach, PRICE_BANDS, SIEVES, sift } from './sieve.ts';
import { slips } from './slip.ts';

const NOW = new Date('2026-06-10T03:00:00Z');

let test: TestDatabase;

const VARIETIES = [
  ['DONA', 'durian', 'Sầu riêng Dona', 'Dona (Monthong) durian', 'Dona（金枕）榴莲', 110_000n],
  ['BO034', 'avocado', 'Bơ 034', '034 avocado', '034 牛油果', 40_000n],
  ['DATDO', 'rambutan', 'Chôm chôm Đất Đỏ loại A', 'Red-soil rambutan', '红毛丹', 30_000n],
] as const;

/** Beside Ri6, of which there is fruit: three varieties sold by the kilogram, and of avocado some is expected. */
beforeAll(async () => {
  test = await testDatabase(2);
  const { db } = test;
  await aRi6Shop(db);
  const named = { nameVi: 'Sầu riêng Ri6', nameEn: 'Ri6 durian', nameZh: 'Ri6 榴莲' };
  await db.variety.update({ where: { code: 'RI6' }, data: { ...named, ripeMonths: [6, 7, 8, 9] } });
  await db.member.update({ where: { id: 'mem_1' }, data: { name: 'Nguyễn Minh Họa', shown: 'name' } });
  for (const [index, [code, fruit, nameVi, nameEn, nameZh, priceDong]] of VARIETIES.entries()) {
    const told = { nameVi, nameEn, nameZh };
    const gtin = `9952123400200${index}`;
    await db.variety.create({
      data: { code, fruit, ...told, looseGtin: gtin, shelfDays: 8, picture: '', ripeMonths: [12, 1] },
    });
    const sold = { saleUnit: 'kg', unitGrams: 1000, priceDong, grade: index === 0 ? 'B' : 'A' } as const;
    const words = { ...told, descriptionVi: '', descriptionEn: '' };
    await db.product.create({
      data: { id: code, slug: code.toLowerCase(), gtin, varietyCode: code, ...sold, ...words },
    });
  }
  await aHarvest(db, NOW, 50_000);
  const said = { plotId: 'plo_1', saidAt: NOW, saidBy: 'usr_1' };
  const week = { varietyCode: 'BO034', monday: new Date('2026-06-15'), grams: 10_000 };
  await db.forecast.create({ data: { ...said, ...week } });
});
afterAll(() => test.close());

const find = (asked: Partial<FruitAsked>) =>
  test.db.$transaction((tx) =>
    findFruit(tx, NOW, { words: '', chosen: {}, order: 'shop', page: 1, ...asked }),
  );

const slugs = async (asked: Partial<FruitAsked>) => (await find(asked)).products.map(({ slug }) => slug);

describe('words', () => {
  it.each([
    ['without diacritics', 'sau rieng ri6', ['box', 'kg']],
    ['in another order', 'RI6 Sầu', ['box', 'kg']],
    ['in English', 'durian', ['box', 'kg', 'dona']],
    ['in Chinese', '榴莲', ['box', 'kg', 'dona']],
    ['in Chinese, one character of a name', '红毛', ['datdo']],
    ['with đ', 'dat do', ['datdo']],
    ['by its beginning', 'cho', ['datdo']],
    ['with wildcards that mean nothing', '% _ri6_', ['box', 'kg']],
  ])('find %s: %s', async (_how, words, found) => {
    const answer = await find({ words });
    expect(answer.nearly).toBe(false);
    expect(answer.products.map(({ slug }) => slug).sort()).toEqual([...found].sort());
  });

  it.each([
    ['sau riegn', ['box', 'dona', 'kg']],
    ['duiran', ['box', 'dona', 'kg']],
    ['saurieng', ['box', 'dona', 'kg']],
    ['chom chon', ['datdo']],
  ])('find %s, which is spelled nearly so', async (words, found) => {
    const answer = await find({ words });
    expect(answer.nearly).toBe(true);
    expect(answer.products.map(({ slug }) => slug).sort()).toEqual(found);
  });

  it('put what can be bought now first', async () => {
    expect((await slugs({ words: 'durian' })).at(-1)).toBe('dona');
  });

  it('find an orchard and what is on sale of it, by a grower who agreed to be shown alone', async () => {
    const shown = await find({ words: 'minh hoa' });
    expect(shown.orchards).toEqual([{ code: 'T01', name: 'Vườn thử', memberName: 'Nguyễn Minh Họa' }]);
    expect(shown.products.map(({ slug }) => slug).sort()).toEqual(['box', 'kg']);
    await inRolledBackTransaction(test.db, async (tx) => {
      await tx.member.update({ where: { id: 'mem_1' }, data: { shown: 'nothing' } });
      const asked = { chosen: {}, order: 'shop', page: 1 } as const;
      expect(await findFruit(tx, NOW, { ...asked, words: 'minh hoa' })).toMatchObject({
        orchards: [],
        total: 0,
      });
      const byPlot = await findFruit(tx, NOW, { ...asked, words: 'vuon thu' });
      expect(byPlot.orchards).toEqual([]);
      expect(byPlot.total).toBe(2);
    });
  });

  it('are found anew under a variety’s new name', async () => {
    await inRolledBackTransaction(test.db, async (tx) => {
      await tx.variety.update({ where: { code: 'BO034' }, data: { nameEn: 'Butter pear' } });
      const asked = { words: 'butter pear', chosen: {}, order: 'shop', page: 1 } as const;
      expect((await findFruit(tx, NOW, asked)).products.map(({ slug }) => slug)).toEqual(['bo034']);
    });
  });

  it('found nowhere are answered with what is nearest, or else with what is in stock', async () => {
    const faint = await find({ words: 'avokadu xyz' });
    expect([faint.total, faint.instead[0]?.slug]).toEqual([0, 'bo034']);
    const none = await find({ words: 'qqqq' });
    expect(none.total).toBe(0);
    expect((await find({ words: 'xoai' })).total).toBe(0);
    expect(none.instead.map(({ slug }) => slug)).toEqual(['box', 'kg', 'bo034']);
  });

  it('are looked up in the index among 5,000 listings', async () => {
    await inRolledBackTransaction(test.db, async (tx) => {
      await tx.$executeRaw`INSERT INTO "search_text"
        SELECT 'product', 'many_' || n, searched_words('Trái ' || md5(n::text)) FROM generate_series(1, 5000) n`;
      await tx.$executeRaw`ANALYZE "search_text"`;
      for (const condition of [Prisma.sql`"words" LIKE '% rieng%'`, Prisma.sql`'sau riegn' <% "words"`]) {
        const plan = await tx.$queryRaw<Record<string, string>[]>`
          EXPLAIN SELECT "id" FROM "search_text" WHERE ${condition}`;
        expect(JSON.stringify(plan)).toContain('search_text_words');
      }
    });
  });
});

it('counts slips the same both ways, none of a word of itself, and a change of neighbours as one', () => {
  const word = fc.stringMatching(/^[a-c]{0,6}$/);
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(slips(a, b)).toBe(slips(b, a));
      expect(slips(a, a)).toBe(0);
      expect(slips(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(slips(`xy${a}`, `yx${a}`)).toBe(1);
    }),
    { numRuns: 60 },
  );
});

describe('sieves', () => {
  it.each([
    [{ when: ['now'] }, ['box', 'kg']],
    [{ when: ['coming'] }, ['bo034']],
    [{ when: ['coming', 'later'] }, ['bo034', 'datdo', 'dona']],
    [{ season: ['1'] }, ['bo034', 'datdo', 'dona']],
    [{ grade: ['B'], variety: ['DONA', 'RI6'] }, ['dona']],
    [{ price: ['0-50'] }, ['bo034', 'datdo']],
    [{ price: ['100-200'], unit: ['kg'] }, ['dona', 'kg']],
    [{ fruit: ['unheard of'] }, []],
  ])('%o leave %o', async (chosen, left) => {
    expect((await slugs({ chosen })).sort()).toEqual(left);
  });

  it('tell when it is expected', async () => {
    const [avocado] = (await find({ chosen: { when: ['coming'] } })).products;
    expect(avocado?.comingOn).toEqual(new Date('2026-06-15'));
  });

  it('order by price, and what cannot be bought stays behind', async () => {
    expect(await slugs({ order: 'cheap' })).toEqual(['box', 'kg', 'datdo', 'bo034', 'dona']);
    expect(await slugs({ order: 'dear' })).toEqual(['kg', 'box', 'dona', 'bo034', 'datdo']);
  });

  it('stay on the last page when a page beyond is asked for', async () => {
    expect(await find({ page: 9 })).toMatchObject({ page: 1, pages: 1, total: 5 });
  });

  it('count what choosing a value would leave', () => {
    const product = fc.record({
      fruit: fc.constantFrom('durian', 'avocado'),
      varietyCode: fc.constantFrom('RI6', 'DONA', 'BO034'),
      grade: fc.constantFrom('A', 'B'),
      saleUnit: fc.constantFrom('kg' as const, 'box' as const),
      unitGrams: fc.constantFrom(1000, 10_000),
      price: fc.constantFrom(49_999, 50_000, 900_000) as fc.Arbitrary<never>,
      ripeMonths: fc.uniqueArray(fc.constantFrom(1, 6, 12)),
      unitsLeft: fc.nat(1),
      comingOn: fc.constantFrom(null, NOW),
    });
    const chosen = fc.record({
      grade: fc.constantFrom([], ['A']),
      when: fc.constantFrom([], ['now'], ['now', 'later']),
      price: fc.constantFrom([], [PRICE_BANDS[1]]),
    });
    fc.assert(
      fc.property(fc.array(product, { maxLength: 12 }), chosen, (products, others) => {
        const counts = countEach(products, others);
        for (const sieve of SIEVES)
          for (const [value, count] of Object.entries(counts[sieve]))
            expect(count).toBe(sift(products, { ...others, [sieve]: [value] }).length);
      }),
      { numRuns: 60 },
    );
  });
});
