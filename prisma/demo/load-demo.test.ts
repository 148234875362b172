import { fileURLToPath } from 'node:url';
import { createAccounts, refuseDemoAccounts } from '@baunghe/coop';
import { OrderState, plusDays, vietnamDay } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { forecastWeeks } from '@baunghe/farm';
import { gtin14 } from '@baunghe/gs1';
import { heldCash, payoutsOfCarriers, productsOnSale } from '@baunghe/orders';
import { trialBalance } from '@baunghe/payments';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPlaces } from '../reference/load-places';
import { DEMO_ACCOUNTS } from './accounts';
import { loadDemo } from './load-demo';

const PLACES = fileURLToPath(new URL('../reference/provinces-wards-2025-07.json', import.meta.url));
const NOW = new Date('2026-11-24T03:00:00Z');
const SETTINGS = { gs1Prefix: '9521234', gln: '9521234000013', now: NOW };

let test: TestDatabase;
let told: [done: number, of: number][];

beforeAll(async () => {
  test = await testDatabase(4);
  await loadPlaces(test.db, PLACES);
  told = [];
  expect(await loadDemo(test.db, SETTINGS, (done, of) => told.push([done, of]))).toBe(true);
}, 300_000);
afterAll(() => test.close());

describe('the demo season', () => {
  it('is a whole cooperative', async () => {
    const { db } = test;
    expect(await db.product.count()).toBeGreaterThanOrEqual(12);
    expect(await db.member.count()).toBeGreaterThanOrEqual(8);
    expect(await db.plot.count()).toBeGreaterThanOrEqual(20);
    expect(await db.lot.count()).toBeGreaterThanOrEqual(60);
    expect(await db.order.count()).toBeGreaterThanOrEqual(300);
    expect(await db.box.count()).toBeGreaterThan(300);
    const shown = await db.member.groupBy({ by: ['shown'], orderBy: { shown: 'asc' } });
    expect(shown.map((group) => group.shown)).toEqual(['nothing', 'name']);
  });

  it('has orders in every state, paid in both ways, and two languages', async () => {
    const states = await test.db.order.groupBy({ by: ['state'], _count: true });
    expect(states.map((group) => group.state).sort()).toEqual(Object.values(OrderState).sort());
    const ways = await test.db.payment.groupBy({ by: ['method', 'state'] });
    const seen = ways.map(({ method, state }) => `${method} ${state}`);
    expect(seen).toEqual(
      expect.arrayContaining(['cod received', 'cod awaiting', 'vietqr received', 'vietqr awaiting']),
    );
    const locales = await test.db.order.groupBy({ by: ['locale'], orderBy: { locale: 'asc' } });
    expect(locales.map(({ locale }) => locale)).toEqual(['en', 'vi']);
  });

  it('delivers to every province by three areas, and has presents, wishes and invoices', async () => {
    const areas = await test.db.deliveryArea.findMany({
      include: { _count: { select: { provinces: true } } },
    });
    expect(areas.map(({ _count }) => _count.provinces).sort((a, b) => a - b)).toEqual([1, 8, 25]);
    const of = { ripeness: { not: null }, leaveOn: { not: null } } as const;
    for (const where of [of, { gift: { noPrices: true } }, { invoice: { isNot: null } }])
      expect(await test.db.order.count({ where })).toBeGreaterThan(5);
  });

  it('has a claim answered with money, one whose answer waits for a second person and one that waits for an answer', async () => {
    const claims = await test.db.claim.findMany({ include: { answers: true }, orderBy: { id: 'asc' } });
    expect(claims.map(({ answers }) => answers.map(({ kind }) => kind))).toEqual([['refund'], [], []]);
  });

  it('is marked as demo everywhere, with no number and no name that could be anybody’s', async () => {
    const real = { where: { demo: false } };
    const { db } = test;
    expect([await db.member.count(real), await db.plot.count(real)]).toEqual([0, 0]);
    expect([await db.order.count(real), await db.user.count(real)]).toEqual([0, 0]);
    for (const { buyerName, phone } of await db.order.findMany()) {
      expect(buyerName).toMatch(/minh họa/);
      expect(phone).toMatch(/^\+8490000\d{4}$/);
    }
    for (const { name } of await db.member.findMany()) expect(name).toMatch(/minh họa/);
  });

  it('has ratings of fruit that came, one of them hidden and some answered, and stories of orchards', async () => {
    const { db } = test;
    expect(await db.rating.count()).toBe(60);
    for (const { words } of await db.rating.findMany({ where: { words: { not: null } } }))
      expect(words).toMatch(/minh họa|demo|演示/);
    const acts = await db.ratingAct.groupBy({ by: ['kind'], orderBy: { kind: 'asc' } });
    expect(acts.map(({ kind }) => kind)).toEqual(['hide', 'answer']);
    expect(await db.plotStory.count({ where: { plot: { member: { shown: 'nothing' } } } })).toBe(0);
    expect(await db.plotStory.count()).toBe(6);
  });

  it('numbers its fruit in GS1’s prefix for examples', async () => {
    const products = await test.db.product.findMany();
    for (const { gtin } of products) expect(gtin14(gtin)).toMatch(/^0952/);
    const varieties = await test.db.variety.findMany();
    for (const { looseGtin } of varieties) expect(gtin14(looseGtin)).toMatch(/^9952/);
  });

  it('has one held lot, with its reason and none of it sold', async () => {
    const held = await test.db.lot.findMany({
      where: { heldReason: { not: null }, withdrawals: { none: {} } },
      include: { balance: true, boxes: true },
    });
    expect(held).toHaveLength(1);
    expect(held[0]?.heldReason).toMatch(/^PHI Thuốc trừ nấm B \(minh họa\) 2026-11-17 → 2026-12-01$/);
    expect(held[0]).toMatchObject({ boxes: [], balance: { reservedGrams: 0, onHandGrams: 85_000 } });
  });

  it('has a lot that is called back, a flagged box, a number entered once and a report, all plainly made up', async () => {
    const { db } = test;
    const recalls = await db.lotWithdrawal.findMany({
      where: { lot: { withdrawals: { none: { act: 'end' } } } },
      include: { lot: { include: { balance: true, boxes: true } } },
    });
    expect(recalls.map(({ act, reason }) => [act, /minh họa/.test(reason)])).toEqual([['withdraw', true]]);
    expect(recalls[0]?.lot.boxes.length).toBeGreaterThan(0);
    expect(recalls[0]?.lot.balance).toMatchObject({ onHandGrams: 0, reservedGrams: 0 });
    const told = await db.recall.findMany({
      include: { end: true, buyers: { include: { answers: true } } },
      orderBy: { startedAt: 'asc' },
    });
    expect(told.map(({ code, end, buyers }) => [code.slice(0, 2), end !== null, buyers.length > 0])).toEqual([
      ['DT', false, false],
      ['TH', true, true],
      ['TH', false, true],
    ]);
    for (const { reason, end } of told)
      expect(`${reason} ${end?.conclusion ?? reason}`).toMatch(/minh họa.*minh họa/);
    expect(await db.smsOutbound.count({ where: { kind: 'recall' } })).toBe(0);
    const flags = await db.copyFlag.findMany({ include: { looks: true } });
    expect(flags.map(({ kind, places, looks }) => [kind, places, looks.length])).toContainEqual([
      'many_places',
      5,
      0,
    ]);
    expect(new Set(flags.map(({ serial }) => serial)).size).toBe(1);
    expect((await db.boxPinEntry.findMany()).map(({ outcome }) => outcome)).toEqual(['first']);
    const reports = await db.boxReport.findMany();
    expect(reports.map(({ words }) => /minh họa/.test(words ?? ''))).toEqual([true]);
    expect(reports[0]?.phone).toMatch(/^\+8490000\d{4}$/);
    const codes = [flags[0]?.serial, reports[0]?.boxId, recalls[0]?.lotId];
    expect(new Set(codes).size).toBe(3);
  });

  it('has a store in which fruit was sorted, thrown away, set right and counted', async () => {
    const { db } = test;
    expect(await db.grading.count()).toBe(1);
    expect(await db.lot.count({ where: { graded: true } })).toBe(2);
    expect(await db.stockMove.count({ where: { kind: 'spoil', cause: 'rotten' } })).toBe(2);
    expect(await db.traceCorrection.count()).toBe(1);
    expect(await db.stocktakeCount.count()).toBe(4);
    expect(await db.stockMove.count({ where: { stocktake: { isNot: null } } })).toBe(1);
  });

  it('has laboratory results, certificates and forecasts that say what they are', async () => {
    const { db } = test;
    const results = await db.labResult.findMany();
    expect(results).toHaveLength(9);
    for (const { laboratory, number } of results) {
      expect(laboratory).toMatch(/minh họa/);
      expect(number).toMatch(/^MH-/);
    }
    const papers = await db.certificate.findMany();
    expect(papers.map(({ kind }) => kind).sort()).toEqual(['globalgap', 'ocop', 'planting_unit', 'vietgap']);
    for (const { number } of papers) expect(number).toMatch(/^MINH-HOA/);
    const weeks = await forecastWeeks(db, NOW, {});
    expect(weeks.some(({ expectedGrams, cutGrams }) => expectedGrams > 0 && cutGrams > 0)).toBe(true);
    expect(weeks.at(-1)?.expectedGrams).toBeGreaterThan(0);
  });

  it('has fruit on sale now of most products, and none past its day in the store', async () => {
    const products = await productsOnSale(test.db, NOW);
    expect(products.filter((product) => product.unitsLeft > 0).length).toBeGreaterThanOrEqual(9);
    const today = vietnamDay(NOW);
    const past = { bestBefore: { lt: plusDays(today, -1) }, balance: { onHandGrams: { gt: 0 } } };
    expect(await test.db.lot.count({ where: past })).toBe(0);
  });

  it('keeps its books and its days: nothing lies in the future, all accounts sum to zero', async () => {
    const settled = await test.db.settlement.findMany({ orderBy: { toDay: 'asc' } });
    expect(settled.map(({ state }) => state)).toEqual(['approved', 'prepared']);
    expect(await test.db.memberPayout.count()).toBeGreaterThan(0);
    const balance = await trialBalance(test.db);
    expect(balance.reduce((sum, { dong }) => sum + dong, 0n)).toBe(0n);
    const held = balance.filter(({ account }) => account === 'bank' || account === 'cash');
    expect(held.map(({ dong }) => dong > 0n)).toEqual([true, true]);
    const { db } = test;
    const [ghn, ...others] = await heldCash(db);
    expect([ghn?.carrier, others.length]).toEqual(['ghn', 0]);
    expect(BigInt(ghn?.amount ?? 0)).toBe(balance.find(({ account }) => account === 'carriers')?.dong);
    const [payout] = await payoutsOfCarriers(db, 2);
    expect([ghn?.orders.length, payout?.orders.length]).toEqual([4, 5]);
    expect(payout?.fee).toBe(5 * 22_000);
    expect(await db.order.count({ where: { placedAt: { gt: NOW } } })).toBe(0);
    expect(await db.orderStep.count({ where: { at: { gt: NOW } } })).toBe(0);
    expect(await db.traceEvent.count({ where: { eventTime: { gt: NOW } } })).toBe(0);
    expect(await db.diaryEntry.count({ where: { doneOn: { gt: vietnamDay(NOW) } } })).toBe(0);
  });

  it('says how far it is while it loads, to the end', () => {
    const [last] = told.slice(-1);
    expect(told.length).toBeGreaterThan(50);
    expect(last?.[0]).toBe(last?.[1]);
    expect(told.map(([done]) => done)).toEqual(told.map((_, index) => index + 1));
  });

  it('lets its accounts in with what the screen shows, where demo is allowed, and nowhere else', async () => {
    const settings = {
      database: test.db,
      secret: 'a secret of the tests, never of a shop',
      baseUrl: 'http://localhost:3000',
      secureCookies: false,
      trustedOrigins: [],
    };
    const demo = createAccounts({ ...settings, allowDemo: true });
    const production = createAccounts({ ...settings, allowDemo: false });
    for (const { phone, password } of DEMO_ACCOUNTS) {
      const signIn = { phone, password, headers: new Headers() };
      expect((await demo.signIn(signIn)).ok).toBe(true);
      expect(await production.signIn(signIn)).toMatchObject({ error: { code: 'wrong_phone_or_password' } });
    }
    expect(await refuseDemoAccounts(test.db)).toMatchObject({
      error: { code: 'demo_accounts_in_production', accounts: DEMO_ACCOUNTS.length },
    });
  });

  it('is left alone by a second loading', async () => {
    const count = async () => [
      await test.db.order.count(),
      await test.db.lot.count(),
      await test.db.user.count(),
      await test.db.traceEvent.count(),
    ];
    const before = await count();
    const later = { ...SETTINGS, now: plusDays(NOW, 1) };
    expect(await loadDemo(test.db, later)).toBe(false);
    expect(await count()).toEqual(before);
  });
});
