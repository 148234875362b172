import { plusDays, refusalOf, vietnamDay } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepShippedTerms, publishTerms, termsHistory, termsInForce, termsVersion } from './index.ts';

const NOW = new Date('2026-06-07T02:00:00Z');
const TODAY = vietnamDay(NOW);
const at = (now: Date) => ({ now, random: (count: number) => new Uint8Array(count) });
const BY = { userId: 'usr_1' };
const words = (bodyVi: string) => ({ bodyVi, bodyEn: null, bodyZh: null });

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase(2);
});
afterAll(() => test.close());

const refusal = (sql: string) =>
  test.db.$executeRawUnsafe(sql).then(
    () => 'taken',
    (error: unknown) => refusalOf(error)?.constraint,
  );

it('are published in versions, of which the last whose day has come holds', async () => {
  const first = [{ slug: 'privacy' as const, ...words('Một') }];
  expect(await keepShippedTerms(test.db, NOW, first)).toBe(1);
  expect(await keepShippedTerms(test.db, NOW, first)).toBe(0);
  const page = { slug: 'privacy' as const, ...words('Hai'), after: 1 };
  const tomorrow = plusDays(TODAY, 1);
  expect(await publishTerms(test.db, at(NOW), BY, { ...page, holdsFrom: plusDays(TODAY, -1) })).toMatchObject(
    {
      error: { code: 'terms_day_out_of_range', oldest: TODAY },
    },
  );
  expect(await publishTerms(test.db, at(NOW), BY, { ...page, holdsFrom: tomorrow })).toEqual({
    ok: true,
    value: { number: 2 },
  });
  expect(await publishTerms(test.db, at(NOW), BY, { ...page, holdsFrom: tomorrow })).toMatchObject({
    error: { code: 'terms_changed_meanwhile', newest: 2 },
  });
  const soon = { ...page, after: 2, holdsFrom: TODAY };
  expect(await publishTerms(test.db, at(NOW), BY, soon)).toMatchObject({ error: { oldest: tomorrow } });
  expect(await termsInForce(test.db, NOW)).toMatchObject([{ slug: 'privacy', number: 1 }]);
  expect(await termsInForce(test.db, tomorrow)).toMatchObject([{ slug: 'privacy', number: 2 }]);
  expect(await termsVersion(test.db, NOW, 'privacy', null)).toMatchObject({ number: 1, writtenBy: null });
  expect(await termsVersion(test.db, NOW, 'privacy', 2)).toMatchObject({ bodyVi: 'Hai', writtenBy: 'usr_1' });
  expect((await termsHistory(test.db, 'privacy')).map(({ number }) => number)).toEqual([2, 1]);
});

it('that came with the software follow each other, and give way to what the office writes', async () => {
  const shipped = (bodyVi: string) =>
    keepShippedTerms(test.db, NOW, [{ slug: 'delivery' as const, ...words(bodyVi) }]);
  expect(await shipped('Giao một')).toBe(1);
  expect(await shipped('Giao hai')).toBe(1);
  // An older program that starts beside the newer one brings its words not back.
  expect(await shipped('Giao một')).toBe(0);
  const now = await termsVersion(test.db, NOW, 'delivery', null);
  expect(now).toMatchObject({ number: 2, bodyVi: 'Giao hai', writtenBy: null });
  expect(await termsVersion(test.db, NOW, 'delivery', 1)).toMatchObject({ bodyVi: 'Giao một' });
  const office = { slug: 'delivery' as const, ...words('Của hợp tác xã'), after: 2, holdsFrom: TODAY };
  expect(await publishTerms(test.db, at(NOW), BY, office)).toMatchObject({ ok: true });
  expect(await shipped('Giao ba')).toBe(0);
});

it('stay as they were published, by the database itself', async () => {
  expect(await refusal(`UPDATE "terms_version" SET "bodyVi" = 'khác'`)).toBe('terms_stay');
  expect(await refusal(`DELETE FROM "terms_version"`)).toBe('terms_stay');
  const insert = (number: number, from: string) =>
    refusal(`INSERT INTO "terms_version" ("slug", "number", "bodyVi", "writtenAt", "holdsFrom")
      VALUES ('privacy', ${number}, 'x', '2026-06-07T02:00:00Z', '${from}')`);
  expect(await insert(5, '2026-07-01')).toBe('terms_follow');
  expect(await insert(3, '2026-06-07')).toBe('terms_follow');
  expect(await insert(3, '2020-01-01')).toBe('terms_follow');
  expect(
    await refusal(`INSERT INTO "terms_version" ("slug", "number", "bodyVi", "writtenAt", "holdsFrom")
      VALUES ('ranking', 1, 'x', '2026-06-07T18:00:00Z', '2026-06-07')`),
  ).toBe('terms_hold_for_what_comes');
});
