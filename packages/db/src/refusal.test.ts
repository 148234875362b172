import { afterAll, beforeAll, expect, it } from 'vitest';
import { refusalOf } from './refusal.ts';
import { type TestDatabase, testDatabase } from './testing/index.ts';

let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase(2);
});
afterAll(() => test.close());

const thrownBy = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

const named = { code: '75', nameVi: 'Đồng Nai', nameEn: 'Dong Nai', folded: 'dong nai' };

it('reads the constraint that a call broke', async () => {
  await test.db.province.create({ data: named });
  const error = await thrownBy(test.db.province.create({ data: named }));
  expect(refusalOf(error)).toEqual({ sqlState: '23505', constraint: 'province_pkey' });
});

it('reads the constraint that only the commit broke', async () => {
  const journal = { id: 'jrn_1', key: 'off', at: new Date() };
  const error = await thrownBy(test.db.$transaction((tx) => tx.journal.create({ data: journal })));
  expect(refusalOf(error)).toEqual({ sqlState: '23514', constraint: 'journal_balances' });
  expect(await test.db.journal.count()).toBe(0);
});

it('reads the constraint that a trigger names', async () => {
  const error = await thrownBy(test.db.$executeRaw`INSERT INTO "lot_balance" VALUES ('none', 0, 0)`);
  expect(refusalOf(error)).toEqual({ sqlState: '23514', constraint: 'lot_balance_follows_ledger' });
});

it('reads nothing out of what PostgreSQL did not refuse', () => {
  for (const error of [
    new Error('else'),
    null,
    undefined,
    'text',
    { meta: {} },
    { cause: new Error('else') },
  ])
    expect(refusalOf(error)).toBeUndefined();
});
