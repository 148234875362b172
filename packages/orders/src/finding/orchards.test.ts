import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { keepStory } from '@baunghe/farm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orchard, orchards, seasonCalendar } from '../index.ts';
import { aHarvest, aRi6Shop, at, kept, STAFF } from '../shop.builders.ts';

const NOW = new Date('2026-06-10T03:00:00Z');
const STORY = { vi: 'Vườn trên đồi.', en: 'An orchard on a hill.', zh: null };

let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase(2);
  await aRi6Shop(test.db);
  await aHarvest(test.db, NOW, 50_000);
});
afterAll(() => test.close());

const keep = (words: typeof STORY | null, code = 'T01') =>
  kept(test.db, (tx) => keepStory(tx, at(NOW), STAFF, code, words));
const show = (shown: 'name' | 'nothing') =>
  test.db.member.update({ where: { id: 'mem_1' }, data: { shown } });

describe('an orchard', () => {
  it('is on no page and has no story while its grower agreed to show nothing', async () => {
    expect(await orchards(test.db, NOW)).toEqual([]);
    expect(await orchard(test.db, NOW, 'T01')).toBeNull();
    expect(await keep(STORY)).toMatchObject({ error: { code: 'member_not_shown' } });
  });

  it('tells of its trees, its story and what is on sale of it once they agreed', async () => {
    await show('name');
    expect((await keep(STORY)).ok).toBe(true);
    expect(await orchards(test.db, NOW)).toMatchObject([{ code: 'T01', harvestsOnSale: 1 }]);
    expect(await orchard(test.db, NOW, 'T01')).toMatchObject({
      member: { name: 'Xã viên thử', code: 'XV01' },
      trees: [{ varietyCode: 'RI6', count: 90 }],
      story: STORY,
      onSale: [{ product: { slug: 'box' } }, { product: { slug: 'kg' } }],
    });
  });

  it('goes from its page when they think better of it, and its story with words taken away', async () => {
    expect((await keep(null)).ok).toBe(true);
    expect(await orchard(test.db, NOW, 'T01')).toMatchObject({ story: null });
    await show('nothing');
    expect(await orchard(test.db, NOW, 'T01')).toBeNull();
    expect(await keep(STORY, 'T99')).toMatchObject({ error: { code: 'plot_unknown' } });
  });
});

describe('the season calendar', () => {
  it('gives the months of what is listed in order, and takes no thirteenth', async () => {
    const of = { where: { code: 'RI6' } };
    await test.db.variety.update({ ...of, data: { ripeMonths: [9, 6, 7] } });
    expect(await seasonCalendar(test.db)).toMatchObject([{ code: 'RI6', ripeMonths: [6, 7, 9] }]);
    const wrong = test.db.variety.update({ ...of, data: { ripeMonths: [13] } });
    await expect(wrong).rejects.toThrow('variety_ripe_months');
  });
});
