import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aBox,
  aJournal,
  aMove,
  anOrder,
  aPacking,
  aProduct,
  aReservation,
  aStep,
  aVariety,
  insert,
  type RawDatabase,
  seasonOfOneBox,
} from './must-hold.builders.ts';

let database: RawDatabase;

beforeAll(async () => {
  database = await seasonOfOneBox();
});
afterAll(() => database.close());

/** What is tried, the statements, and what they are refused with. */
type Case = [what: string, statements: string[], constraint: string];

function refuses(cases: Case[]): void {
  it.each(cases)('%s', async (_what, statements, constraint) => {
    expect(await database.refusalOf(...statements)).toBe(constraint);
  });
}

const set = (table: string, id: string, change: string) => [
  `UPDATE "${table}" SET ${change} WHERE "id" = '${id}'`,
];

describe('the season of one box', () => {
  it('stands as its ledger says: 100 kg came, 10.2 went into the box, 10 are promised', async () => {
    expect(await database.value(`SELECT "onHandGrams" FROM "lot_balance" WHERE "lotId" = 'free'`)).toBe(
      89_800,
    );
    expect(await database.value(`SELECT "reservedGrams" FROM "lot_balance" WHERE "lotId" = 'free'`)).toBe(
      10_000,
    );
  });

  it('takes what is right', async () => {
    const right = [
      aMove('receive', 1),
      aMove('spoil', -79_800),
      aReservation('more', 'free', 1),
      ...aBox('box2', { grams: '10000' }),
      anOrder('order2'),
      aJournal('journal2', 5, -3, -2),
    ];
    for (const statement of right.slice(0, 2)) expect(await database.refusalOf(statement)).toBe('taken');
    expect(await database.refusalOf(...right.slice(2))).toBe('taken');
  });
});

describe('1. of stock, the database refuses', () => {
  refuses([
    ['to give what is not there', [aMove('spoil', -89_801)], 'lot_balance_covers_reserved'],
    ['to give what is promised', [aMove('spoil', -79_801)], 'lot_balance_covers_reserved'],
    [
      'less than nothing, whatever is promised',
      ['ALTER TABLE "lot_balance" DROP CONSTRAINT "lot_balance_covers_reserved"', aMove('spoil', -89_801)],
      'lot_balance_never_negative',
    ],
    ['to promise what is not there', [aReservation('r', 'free', 79_801)], 'lot_balance_covers_reserved'],
    [
      'to let a promise grow beyond what is there',
      set('reservation', 'kept', '"grams" = 89801'),
      'lot_balance_covers_reserved',
    ],
    ['to promise nothing', [aReservation('r', 'free', 0)], 'reservation_promises_something'],
    [
      'a hand on a balance',
      [`UPDATE "lot_balance" SET "onHandGrams" = "onHandGrams" + 1`],
      'lot_balance_follows_ledger',
    ],
    [
      'a hand that puts a balance in',
      [`INSERT INTO "lot_balance" VALUES ('free', 1, 0)`],
      'lot_balance_follows_ledger',
    ],
    ['a hand that takes a balance away', [`DELETE FROM "lot_balance"`], 'lot_balance_follows_ledger'],
    ['a hand that empties the balances', ['TRUNCATE "lot_balance"'], 'lot_balance_follows_ledger'],
    [
      'to close a promise twice',
      set('reservation', 'closed', `"state" = 'taken'`),
      'reservation_closes_once',
    ],
    [
      'to open a promise again',
      set('reservation', 'closed', `"state" = 'active'`),
      'reservation_closes_once',
    ],
    [
      'a promise that changes its lot',
      set('reservation', 'kept', `"lotId" = 'held'`),
      'reservation_closes_once',
    ],
    [
      'a promise that changes its line',
      [anOrder('order2'), ...set('reservation', 'kept', `"lineId" = 'line-order2'`)],
      'reservation_closes_once',
    ],
    ['to forget a promise', [`DELETE FROM "reservation" WHERE "id" = 'kept'`], 'reservation_is_kept'],
    ['to forget all promises', ['TRUNCATE "reservation"'], 'reservation_is_kept'],
    ['a receipt of less than nothing', [aMove('receive', -1)], 'stock_move_sign'],
    ['spoilage that adds', [aMove('spoil', 1)], 'stock_move_sign'],
    ['an adjustment by nothing', [aMove('adjust', 0)], 'stock_move_sign'],
    ['packing without a box', [aMove('pack', -1)], 'stock_move_pack_has_box'],
    ['spoilage without a reason', [aMove('spoil', -1, 'NULL')], 'stock_move_says_why'],
    ['an adjustment with an empty reason', [aMove('adjust', 1, `''`)], 'stock_move_says_why'],
    [
      'a harvest of nothing',
      [
        `INSERT INTO "harvest" SELECT 'none', "plotId", "varietyCode", "grade", "cutOn", 0, NULL, now() FROM "harvest"`,
      ],
      'harvest_weighs_something',
    ],
    ['a batch code of small letters', set('lot', 'free', `"batch" = 'abc'`), 'lot_batch_form'],
  ]);
});

describe('2. of boxes and their way, the database refuses', () => {
  refuses([
    ['a box without its ledger row', aBox('box2').slice(0, 3), 'box_comes_out_of_its_lot'],
    [
      'a box that weighs other than its ledger row',
      [...aBox('box2').slice(0, 3), aPacking({ id: `'box2'`, lotId: `'free'`, grams: '10201' })],
      'box_comes_out_of_its_lot',
    ],
    ['a box without a pack event', aBox('box2', { packEventId: 'NULL' }), '23502'],
    ['a box with an event that is nowhere', aBox('box2', { packEventId: `'none'` }), 'box_packEventId_fkey'],
    [
      'a box with the event of another box',
      aBox('box2', { packEventId: `'event-box1'` }),
      'box_packEventId_key',
    ],
    ['a box whose event does not speak of it', aBox('box2').toSpliced(1, 1), 'box_has_pack_event'],
    ['more units than were ordered', aBox('box2', { units: '2' }), 'line_not_packed_beyond'],
    ['a third box of two units', [...aBox('box2'), ...aBox('box3')], 'line_not_packed_beyond'],
    ['an empty box', aBox('box2', { units: '0' }), 'box_holds_something'],
    ['a serial that reads as another', aBox('box2', { serial: `'short'` }), 'box_serial_form'],
    ['the same serial twice', aBox('box2', { serial: `'BOX100000000'` }), 'box_gtin_serial_key'],
    ['a GTIN that is too short', [aProduct({ gtin: '9521234002000' })], 'product_gtin_form'],
    ['a product of no weight', [aProduct({ unitGrams: 0 })], 'product_unit_weighs'],
    ['a product for nothing', set('product', 'box-ri6', '"priceDong" = 0'), 'product_price'],
    ['a product at no address', [aProduct({ slug: 'Ri 6' })], 'product_slug_form'],
    ['fruit without a number', [aVariety({ looseGtin: 'x' })], 'variety_gtin_form'],
    ['fruit without a code', [aVariety({ code: 'ri6!' })], 'variety_code_form'],
    [
      'another GTIN for a product',
      set('product', 'box-ri6', `"gtin" = '09521234002017'`),
      'product_keeps_its_gtin',
    ],
    ['a product forgotten', [`DELETE FROM "product"`], 'product_keeps_its_gtin'],
    [
      'another GTIN for a variety',
      [`UPDATE "variety" SET "looseGtin" = '99521234001013'`],
      'variety_keeps_its_gtin',
    ],
  ]);
});

describe('4. of held fruit, the database refuses', () => {
  refuses([
    ['to promise it', [aReservation('r', 'held', 1)], 'lot_held_is_not_sold'],
    ['to pack it', aBox('box2', { lotId: `'held'` }), 'lot_held_is_not_sold'],
  ]);

  it('but not to throw it away', async () => {
    expect(await database.refusalOf(aMove('spoil', -50_000, `'hỏng'`, 'held'))).toBe('taken');
  });
});

describe('5. of money, the database refuses', () => {
  const order = (change: Record<string, string>) => [anOrder('order2', { order: change })];
  const line = (change: Record<string, string>) => [anOrder('order2', { line: change })];
  const payment = (change: string) => set('payment', 'payment1', change);
  refuses([
    ['a total that is not goods and delivery', order({ totalDong: '1830001' }), 'order_sum'],
    ['an order for nothing', order({ goodsDong: '0', totalDong: '30000' }), 'order_sum'],
    ['delivery that pays the buyer', order({ deliveryDong: '-1', totalDong: '1799999' }), 'order_sum'],
    [
      'goods that are not the sum of the lines',
      order({ goodsDong: '1', totalDong: '30001' }),
      'order_adds_up',
    ],
    ['a line that is not quantity times price', line({ lineDong: '1800001' }), 'order_line_sum'],
    ['a line of no quantity', line({ quantity: '0', lineDong: '0' }), 'order_line_begins_with_something'],
    ['a line of less than nothing', line({ quantity: '-1', lineDong: '-1800000' }), 'order_line_sum'],
    [
      'a line that comes afterwards',
      [`INSERT INTO "order_line" SELECT 'late', "orderId", "productId", 1, 1, 1, 1 FROM "order_line"`],
      'order_adds_up',
    ],
    ['a telephone number without its country', order({ phone: `'0900000099'` }), 'order_phone_form'],
    ['a code that cannot be a transfer’s memo', order({ code: `'bn-1'` }), 'order_code_form'],
    ['a payment below nothing', payment('"amountDong" = -1'), 'payment_amount'],
    ['a memo that banks do not carry', payment(`"purpose" = 'cảm ơn'`), 'payment_purpose_form'],
    ['money received at no time', payment(`"state" = 'received'`), 'payment_received_at'],
    ['a time of money that did not come', payment(`"receivedAt" = now()`), 'payment_received_at'],
    [
      'the same news of money twice',
      [`INSERT INTO "payment_event" VALUES ('news2', 'staff', 'FT1', 'payment1', 1, now())`],
      'payment_event_source_reference_key',
    ],
    ['books that are off by one đồng', [aJournal('j', 1000, -999)], 'journal_balances'],
    ['an entry with one side', [aJournal('j', 1000)], 'journal_balances'],
    ['an entry with no side', [aJournal('j')], 'journal_balances'],
    ['a side of nothing', [aJournal('j', 1000, -1000, 0)], 'posting_moves_money'],
    [
      'a side put to an old entry',
      [insert('posting', { journalId: `'journal1'`, account: `'bank'`, dong: '1' })],
      'journal_balances',
    ],
    ['the same entry twice', [aJournal('journal1', 1, -1)], 'journal_pkey'],
  ]);
});

describe('6. of the ways of an order', () => {
  const TO: Record<string, string[]> = {
    placed: [],
    packed: ['packed'],
    shipped: ['packed', 'shipped'],
    delivered: ['packed', 'shipped', 'delivered'],
    cancelled: ['cancelled'],
  };
  const DRAWN = ['placed packed', 'placed cancelled', 'packed placed', 'packed shipped', 'shipped delivered'];
  const move = (to: string) => [aStep('order2', to), ...set('order', 'order2', `"state" = '${to}'`)];
  const pairs = Object.keys(TO).flatMap((from) =>
    Object.keys(TO)
      .filter((to) => to !== from)
      .map((to) => [from, to] as const),
  );

  it.each(pairs)('%s to %s is open only when drawn', async (from, to) => {
    const there = [anOrder('order2'), ...(TO[from] ?? []).flatMap(move)];
    expect(await database.refusalOf(...there)).toBe('taken');
    const expected = DRAWN.includes(`${from} ${to}`) ? 'taken' : 'order_way';
    expect(await database.refusalOf(...there, ...move(to))).toBe(expected);
  });

  const begun = anOrder('order2', { order: { state: `'packed'` } });
  refuses([
    ['an order begins as placed', [begun], 'order_way'],
    ['a move keeps its step', set('order', 'order1', `"state" = 'packed'`), 'order_step_is_kept'],
    ['a step is not told alone', [aStep('order1', 'packed')], 'order_step_is_kept'],
    [
      'a step says where the order went',
      [aStep('order1', 'cancelled'), ...set('order', 'order1', `"state" = 'packed'`)],
      'order_step_is_kept',
    ],
  ]);
});

describe('what is written stays written', () => {
  const KEPT = {
    stock_move: 'grams',
    trace_event: 'body',
    trace_about: 'subjectId',
    order_step: 'why',
    payment_event: 'amountDong',
    journal: 'at',
    posting: 'dong',
    diary_entry: 'dose',
    harvest: 'grams',
    box: 'grams',
    order_line: 'unitPriceDong',
  };

  it.each(Object.entries(KEPT))('in %s', async (table, column) => {
    expect(Number(await database.value(`SELECT count(*) FROM "${table}"`))).toBeGreaterThan(0);
    expect(await database.refusalOf(`UPDATE "${table}" SET "${column}" = "${column}"`)).toBe('append_only');
    expect(await database.refusalOf(`DELETE FROM "${table}"`)).toBe('append_only');
    expect(await database.refusalOf(`TRUNCATE "${table}" CASCADE`)).toBe('append_only');
  });
});
