import { refusalOf } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { boxReports, eraseReport, lookAtReport, packBox, reportBox } from './index.ts';
import { aHarvest, aRi6Shop, at, checkOut, kept, STAFF } from './shop.builders.ts';

const NOW = new Date('2026-06-07T02:00:00Z');
const LATER = new Date('2026-06-09T02:00:00Z');

let test: TestDatabase;
let reportId: string;
beforeEach(async () => {
  test = await testDatabase();
  await aRi6Shop(test.db);
  const lotId = await aHarvest(test.db, NOW, 100_000);
  const placed = await checkOut(test.db, NOW, [{ productId: 'pro_box', quantity: 1 }]);
  if (!placed.ok) throw new Error(placed.error.code);
  const { orderId } = placed.value;
  const line = await test.db.orderLine.findFirstOrThrow({ where: { orderId } });
  const chosen = { orderId, lineId: line.id, lotId, units: 1, grams: 10_000 };
  const box = await kept(test.db, (tx) => packBox(tx, at(NOW), STAFF, chosen));
  if (!box.ok) throw new Error(box.error.code);
  const told = { kind: 'worm', words: 'Gọi tôi, Tám', phone: '+84900000077' } as const;
  const report = await kept(test.db, (tx) => reportBox(tx, at(NOW), { boxId: box.value.boxId, ...told }));
  if (!report.ok) throw new Error(report.error.code);
  ({ reportId } = report.value);
});
afterEach(() => test.close());

const erase = () => kept(test.db, (tx) => eraseReport(tx, at(LATER), { userId: 'usr_1' }, reportId));
const row = () => test.db.boxReport.findUniqueOrThrow({ where: { id: reportId } });
const refusal = (change: string) =>
  test.db.$executeRawUnsafe(`UPDATE "box_report" SET ${change}`).then(
    () => 'taken',
    (error: unknown) => refusalOf(error)?.constraint,
  );

it('erases words and number, and keeps what was wrong, who erased them and when', async () => {
  const looked = { reportId, note: 'Đã gọi' };
  await kept(test.db, (tx) => lookAtReport(tx, at(NOW), { userId: 'usr_1' }, looked));
  expect(await erase()).toEqual({ ok: true, value: undefined });
  expect(await row()).toMatchObject({
    kind: 'worm',
    words: null,
    phone: null,
    note: 'Đã gọi',
    erasedAt: LATER,
    erasedBy: 'usr_1',
  });
  const [shown] = await boxReports(test.db, 5);
  expect(shown).toMatchObject({ id: reportId, words: null, phone: null, erasedAt: LATER });
  for (const { table_name: table } of await test.db.$queryRaw<{ table_name: string }[]>`
    SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'`) {
    const [held] = await test.db.$queryRawUnsafe<{ rows: string | null }[]>(
      `SELECT string_agg(t::text, ' ') AS rows FROM "${table}" t`,
    );
    expect([table, held?.rows ?? '']).not.toEqual([table, expect.stringMatching(/Tám|900000077/)]);
  }
});

it('erases once, and nothing of what is no report', async () => {
  await erase();
  expect(await erase()).toEqual({ ok: false, error: { code: 'report_erased' } });
  const none = kept(test.db, (tx) => eraseReport(tx, at(LATER), { userId: 'usr_1' }, 'rep_none'));
  expect(await none).toEqual({ ok: false, error: { code: 'report_erased' } });
});

it('is kept so by the database', async () => {
  expect(await refusal(`"erasedAt" = now()`)).toBe('box_report_erased');
  expect(await refusal(`"erasedAt" = now(), "erasedBy" = 'x'`)).toBe('box_report_erased');
  await erase();
  expect(await refusal(`"words" = 'lại có'`)).toBe('box_report_erased');
  expect(await refusal(`"erasedBy" = 'y'`)).toBe('box_report_erased_once');
  expect(await refusal(`"erasedAt" = NULL, "erasedBy" = NULL`)).toBe('box_report_erased_once');
});
