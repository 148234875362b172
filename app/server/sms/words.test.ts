import type { SmsAnswer } from '@baunghe/api';
import { smsSegments } from '@baunghe/notices';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smsWords } from './words';

const NEWS = {
  ...{ orderCode: 'BN7K2M9QX', phone: '+84912345678', demo: false, grams: 10_200 },
  ...{ missing: 279_000 as never, due: 0 as never, wanted: 3, served: 2 },
  ...{ total: 930_000 as never, carrier: '', tracking: '', trackingLink: null, arriveOn: null, credit: null },
};
const DAY = new Date('2026-06-07T00:00:00Z');

describe('what a plain phone shows', () => {
  it.each<[string, SmsAnswer]>([
    [
      'Da ghi Ri6 A 120kg vuon T12, lo K7M2P9QX. Nham thi nhan HUY 0417 trong 30 phut.',
      {
        code: 'harvest_recorded',
        fruit: 'Sầu riêng Ri6',
        grade: 'A',
        grams: 120_000,
        plotCode: 'T12',
        batch: 'K7M2P9QX',
        undoCode: '0417',
        heldBy: null,
      },
    ],
    [
      'Da ghi Chin Hoa B 37,5kg vuon T03, lo K7M2P9QX. GIU LAI den 07/06 vi con Thuoc tru nam B (min. Nham: HUY 0417',
      {
        code: 'harvest_recorded',
        fruit: 'Sầu riêng Chín Hóa',
        grade: 'B',
        grams: 37_500,
        plotCode: 'T03',
        batch: 'K7M2P9QX',
        undoCode: '0417',
        heldBy: { inputName: 'Thuốc trừ nấm B (minh họa)', appliedOn: DAY, freeFrom: DAY },
      },
    ],
    [
      'Don BN7K2M9QX da dong thung, nang 10,2kg. Xem vuon va ngay cat: https://shop.example/o/BN7K2M9QX/0a',
      {
        code: 'order_news',
        link: 'https://shop.example/o/BN7K2M9QX/0a',
        news: { ...NEWS, kind: 'order_packed', locale: 'vi' },
      },
    ],
    [
      'Don BN7K2M9QX da len duong, Xe lanh, van don MH1. Toi khoang 07/06. https://shop.example/o/BN7K2M9QX/0a',
      {
        code: 'order_news',
        link: 'https://shop.example/o/BN7K2M9QX/0a',
        news: {
          ...NEWS,
          kind: 'order_shipped',
          locale: 'vi',
          carrier: 'Xe lạnh',
          tracking: 'MH1',
          arriveOn: DAY,
        },
      },
    ],
    [
      'Don BN7K2M9QX da len duong, GHN, van don LAAAA1: https://donhang.ghn.vn/?order_code=LAAAA1 https://shop.example/o/BN7K2M9QX/0a',
      {
        code: 'order_news',
        link: 'https://shop.example/o/BN7K2M9QX/0a',
        news: {
          ...NEWS,
          kind: 'order_shipped',
          locale: 'vi',
          carrier: 'GHN',
          tracking: 'LAAAA1',
          trackingLink: 'https://donhang.ghn.vn/?order_code=LAAAA1',
          arriveOn: DAY,
        },
      },
    ],
    [
      'Bau Nghe has your order BN7K2M9QX, 930,000d. Follow it: https://shop.example/o/BN7K2M9QX/0a',
      {
        code: 'order_news',
        link: 'https://shop.example/o/BN7K2M9QX/0a',
        news: { ...NEWS, kind: 'order_placed', locale: 'zh' },
      },
    ],
    [
      'Thieu trai: don BN7K2M9QX duoc 2/3 phan, con 279.000d. Xem: https://shop.example/o/BN7K2M9QX/0a',
      {
        code: 'order_news',
        link: 'https://shop.example/o/BN7K2M9QX/0a',
        news: { ...NEWS, kind: 'harvest_served_in_part', locale: 'vi' },
      },
    ],
    [
      'Bau Nghe THU HOI don BN7K2M9QX: Du luong thuoc vuot muc cho phep o mau th. Dung an, bo di. Nhan DA HUY, DA AN, TRA LAI https://shop.example/recall/0123456789abc',
      {
        code: 'recall_told',
        reason: 'Dư lượng thuốc vượt mức cho phép ở mẫu thử lần hai của lô này',
        advice: 'discard',
        orderCode: 'BN7K2M9QX',
        locale: 'vi',
        link: 'https://shop.example/recall/0123456789abc',
      },
    ],
    [
      'HTX Bau Nghe da ghi: da huy. Cam on ban. Nhan lai neu muon sua.',
      { code: 'recall_heard', fate: 'destroyed' },
    ],
    [
      'Thieu loai, so kg. Vi du: TH T12 RI6 A 120 (vuon, giong, loai, so kg).',
      {
        code: 'harvest_unclear',
        unclear: { kind: 'unclear_harvest', why: 'missing', parts: ['grade', 'weight'] },
      },
    ],
    [
      'Kho: Ri6 A 1.200kg, Ri6 A 40,5kg (giu lai). Tong 1.240,5kg.',
      {
        code: 'store',
        piles: [
          { fruit: 'Sầu riêng Ri6', grade: 'A', grams: 1_200_000, held: false },
          { fruit: 'Sầu riêng Ri6', grade: 'A', grams: 40_500, held: true },
        ],
      },
    ],
    [
      'Cho dong 2 don: BN0001, BN0002. Trai cua ban hom nay: da dong 10kg, khach giu 20kg.',
      {
        code: 'orders',
        grown: { packedGrams: 10_000, reservedGrams: 20_000 },
        toPack: { count: 2, codes: ['BN0001', 'BN0002'] },
      },
    ],
  ])('%s', (text, answer) => {
    expect(smsWords(answer)).toBe(text);
  });

  it('is a list cut short, with how many are left out', () => {
    const codes = Array.from({ length: 40 }, (_, index) => `BN${10_000 + index}`);
    const text = smsWords({ code: 'orders', grown: null, toPack: { count: 40, codes } });
    expect(text).toMatch(/^Cho dong 40 don: BN10000, .* va \d+ nua\.$/);
  });
});

const name = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constant('Ữ'.repeat(60)));
const grams = fc.integer({ min: 0, max: 2_000_000_000 });
const code = fc.stringMatching(/^[0-9A-Z]{1,20}$/);
const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
const held = fc.record({ inputName: name, appliedOn: day, freeFrom: day });
const part = fc.constantFrom('plot', 'variety', 'grade', 'weight');
const grade = fc.constantFrom('A', 'B', 'C');
const is = <C extends string>(value: C) => fc.constant(value);

const answers: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({
    code: is('harvest_recorded'),
    fruit: name,
    grade,
    grams,
    plotCode: name,
    batch: code,
    undoCode: fc.stringMatching(/^\d{4}$/),
    heldBy: fc.option(held),
  }),
  fc.record({
    code: is('harvest_refused'),
    plotCode: name,
    fruits: fc.array(name, { maxLength: 20 }),
    refusal: fc.oneof(
      fc.record({ code: fc.constantFrom('plot_unknown', 'plot_closed', 'variety_not_on_plot') }),
      fc.record({ code: is('weight_out_of_range'), mostGrams: grams }),
      fc.record({ code: is('day_out_of_range'), oldest: day, newest: day }),
    ),
  }),
  fc.record({
    code: is('harvest_unclear'),
    unclear: fc.oneof(
      fc.record({ why: is('missing'), parts: fc.uniqueArray(part, { minLength: 1 }) }),
      fc.record({ why: fc.constantFrom('plot_unknown', 'not_understood', 'weight_unclear'), said: name }),
      fc.record({ why: is('ambiguous') }),
    ),
  }),
  fc.record({ code: is('undone'), batch: fc.array(code, { maxLength: 4 }).map((codes) => codes.join(' ')) }),
  fc.record({
    code: is('not_undone'),
    why: fc.record({
      code: fc.constantFrom(
        'nothing_to_undo',
        'harvest_unknown',
        'harvest_undone_before',
        'harvest_too_old',
        'lot_in_use',
      ),
      batch: code,
    }),
  }),
  fc.record({ code: is('undo_which'), undoCodes: fc.array(fc.stringMatching(/^\d{4}$/), { maxLength: 60 }) }),
  fc.record({
    code: is('store'),
    piles: fc.array(fc.record({ fruit: name, grade, grams, held: fc.boolean() }), { maxLength: 30 }),
  }),
  fc.record({
    code: is('orders'),
    grown: fc.option(fc.record({ packedGrams: grams, reservedGrams: grams })),
    toPack: fc
      .array(fc.stringMatching(/^[A-Z0-9]{6,19}$/), { maxLength: 200 })
      .map((codes) => ({ count: codes.length, codes })),
  }),
  fc.record({
    code: is('order_news'),
    link: fc.stringMatching(/^https:\/\/[a-z.]{4,60}\/o\/[A-Z0-9]{9}\/[a-z0-9]{12}$/),
    news: fc.record({
      kind: fc.constantFrom(
        'order_placed',
        'order_paid',
        'order_packed',
        'order_shipped',
        'order_delivered',
        'order_cancelled',
        'order_changed',
        'claim_answered',
        'preorder_placed',
        'deposit_paid',
        'harvest_served',
        'harvest_served_in_part',
        'harvest_waits',
        'harvest_nothing',
        'credit_granted',
        'payout_asked',
      ),
      orderCode: fc.stringMatching(/^[A-Z0-9]{6,19}$/),
      locale: fc.constantFrom('vi', 'en', 'zh'),
      total: grams,
      grams,
      carrier: name,
      tracking: name,
      trackingLink: fc.constantFrom(null, 'https://donhang.ghn.vn/?order_code=LAAAA1'),
      missing: grams,
      due: grams,
      wanted: fc.integer({ min: 1, max: 500 }),
      served: fc.integer({ min: 0, max: 500 }),
      arriveOn: fc.constantFrom(null, DAY),
      credit: fc.record({ code: fc.stringMatching(/^[0-9A-Z]{12}$/), balance: grams }),
    }),
  }),
  fc.record({
    code: is('certificate_ends'),
    kind: fc.constantFrom('vietgap', 'planting_unit', 'ocop', 'globalgap'),
    number: name,
    plotCode: fc.option(name),
    validTo: fc.date({ min: new Date('2026-01-01'), max: new Date('2036-01-01'), noInvalidDate: true }),
    daysLeft: fc.integer({ min: 0, max: 60 }),
  }),
  fc.record({
    code: is('statement_ready'),
    fromDay: fc.constant(DAY),
    toDay: fc.constant(DAY),
    pay: fc.integer({ min: 0, max: 2_000_000_000 }),
    left: fc.integer({ min: -2_000_000_000, max: 0 }),
  }),
  fc.record({
    code: is('share_ready'),
    year: fc.constant(2026),
    share: fc.integer({ min: 1, max: 2_000_000_000 }),
  }),
  fc.record({
    code: is('office_code'),
    digits: fc.constant('000000'),
    locale: fc.constantFrom('vi', 'en', 'zh'),
  }),
  fc.record({ code: is('factor_dropped') }),
  fc.record({ code: is('account_changed'), lastDigits: fc.constant('0001') }),
  fc.record({ code: is('help'), grows: fc.boolean(), packs: fc.boolean() }),
  fc.record({ code: fc.constantFrom('may_not', 'unclear', 'stranger') }),
);

describe('every answer', () => {
  it('is one segment of GSM-7, whatever stands in it', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const text = smsWords(answer as SmsAnswer);
        const { link = '' } = answer as { link?: string };
        expect(text.endsWith(link)).toBe(true);
        expect(text).not.toBe('');
        expect([text, smsSegments(text)]).toEqual([
          text,
          expect.objectContaining({ alphabet: 'gsm7', segments: 1 }),
        ]);
      }),
      { numRuns: 2000 },
    );
  });
});
