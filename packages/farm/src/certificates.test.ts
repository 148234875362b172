import { randomBytes } from 'node:crypto';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  certificates,
  certificatesOn,
  certificatesToTell,
  keepCertificate,
  type NewCertificate,
  WARN_DAYS,
} from './index.ts';
import { addPlots, NOON, plant, TODAY } from './orchard.builders.ts';

const DAY_MS = 86_400_000;
const plus = (days: number) => new Date(+TODAY + days * DAY_MS);

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
  await plant(test.db, 2);
  await addPlots(test.db, ['plo_9'], 'mem_2');
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.db.$executeRaw`TRUNCATE "certificate" CASCADE`;
});

const keep = (more: Partial<NewCertificate> = {}) => {
  const paper = { kind: 'vietgap', number: 'MH-1', issuer: 'Nơi cấp thử' } as const;
  const days = { validFrom: plus(-100), validTo: plus(265) };
  const moment = { now: NOON, random: (count: number) => randomBytes(count) };
  return keepCertificate(test.db, moment, 'usr_1', {
    ...paper,
    ...days,
    memberCode: null,
    plotCode: null,
    ...more,
  });
};

describe('a certificate', () => {
  it.each<[string, Partial<NewCertificate>, string]>([
    ['that ends before it begins', { validTo: plus(-101) }, 'certificate_days'],
    ['of a member and a plot', { memberCode: 'XV01', plotCode: 'PLO_1' }, 'certificate_holder_unknown'],
    ['of nobody known', { memberCode: 'XV99' }, 'certificate_holder_unknown'],
    ['of no plot', { plotCode: 'T99' }, 'certificate_holder_unknown'],
  ])('%s is refused', async (_what, more, code) => {
    expect(await keep(more)).toEqual({ ok: false, error: { code } });
  });

  it('is kept once', async () => {
    expect(await keep()).toMatchObject({ ok: true });
    expect(await keep()).toEqual({ ok: false, error: { code: 'certificate_known' } });
    expect(await certificates(test.db, NOON, {})).toHaveLength(1);
  });

  it('is spoken of from sixty days before its end', async () => {
    await keep({ number: 'A', validTo: plus(WARN_DAYS) });
    await keep({ number: 'B', validTo: plus(WARN_DAYS + 1) });
    await keep({ number: 'C', validTo: plus(-1) });
    const ending = await certificates(test.db, NOON, { endingOnly: true });
    expect(ending.map(({ number, daysLeft }) => [number, daysLeft])).toEqual([
      ['C', -1],
      ['A', WARN_DAYS],
    ]);
  });
});

describe('fruit cut on a day', () => {
  const numbersOn = async (day: Date, plotId = 'plo_1', memberId = 'mem_1') =>
    (await certificatesOn(test.db, { plotId, memberId, day })).map(({ number }) => number);

  it('is under its plot’s, its grower’s and the cooperative’s certificates, and no one else’s', async () => {
    await keep({ number: 'HTX' });
    await keep({ number: 'XV1', memberCode: 'XV01' });
    await keep({ number: 'XV2', memberCode: 'XV02' });
    await keep({ number: 'T1', plotCode: 'PLO_1' });
    await keep({ number: 'T2', plotCode: 'PLO_2' });
    expect(await numbersOn(TODAY)).toEqual(['HTX', 'T1', 'XV1']);
    expect(await numbersOn(TODAY, 'plo_9', 'mem_2')).toEqual(['HTX', 'XV2']);
  });

  it('is under what held that day, its first and its last day with it', async () => {
    await keep({ validFrom: plus(-10), validTo: plus(10) });
    for (const [days, held] of [
      [-11, []],
      [-10, ['MH-1']],
      [10, ['MH-1']],
      [11, []],
    ] as const)
      expect(await numbersOn(plus(days))).toEqual(held);
  });
});

describe('the holder of a certificate that ends', () => {
  const on = (day: number) => ({
    now: new Date(+NOON + day * DAY_MS),
    random: (count: number) => randomBytes(count),
  });
  const told = async (day: number) =>
    (await certificatesToTell(test.db, on(day))).map(({ number, daysLeft, phone }) => [
      number,
      daysLeft,
      phone,
    ]);
  const phone = '+84912000111';
  beforeAll(async () => {
    const account = { name: 'Xã viên', email: 'a@b.vn', createdAt: NOON, updatedAt: NOON };
    await test.db.user.create({ data: { id: 'usr_m1', phoneNumber: phone, ...account } });
    await test.db.member.update({ where: { id: 'mem_1' }, data: { userId: 'usr_m1' } });
  });

  it('is told once at 60 days and once at 14, and staff see that', async () => {
    await keep({ memberCode: 'XV01', number: 'A', validTo: plus(100) });
    const plot = await test.db.plot.findFirstOrThrow({ where: { memberId: 'mem_1' } });
    await keep({ plotCode: plot.code, number: 'B', validTo: plus(50) });
    await keep({ number: 'of the cooperative', validTo: plus(50) });
    await keep({ plotCode: 'PLO_9', number: 'without an account', validTo: plus(50) });
    expect(await told(0)).toEqual([['B', 50, phone]]);
    expect(await told(1)).toEqual([]);
    expect(await told(39)).toEqual([['B', 11, phone]]);
    expect(await told(40)).toEqual([['A', 60, phone]]);
    const both = await Promise.all([told(95), told(95)]);
    expect(both.flat()).toEqual([['A', 5, phone]]);
    expect(await told(101)).toEqual([]);
    const seen = await certificates(test.db, NOON, {});
    expect(Object.fromEntries(seen.map(({ number, toldAt }) => [number, toldAt]))).toEqual({
      ...{ A: on(95).now, B: on(39).now, 'of the cooperative': null, 'without an account': null },
    });
  });

  it('is left in peace where it was renewed', async () => {
    await keep({ memberCode: 'XV01', number: 'old', validTo: plus(30) });
    await keep({ memberCode: 'XV01', number: 'new', validFrom: plus(20), validTo: plus(395) });
    expect(await told(0)).toEqual([]);
  });
});
