import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMove, insert, type RawDatabase, seasonOfOneBox } from './must-hold.builders.ts';

let database: RawDatabase;

beforeAll(async () => {
  database = await seasonOfOneBox();
});
afterAll(() => database.close());

/** What is tried, the statements, and what they are refused with; `taken` is what is right. */
type Case = [what: string, statements: string[], answer: string];

function answers(cases: Case[]): void {
  it.each(cases)('%s', async (_what, statements, answer) => {
    expect(await database.refusalOf(...statements)).toBe(answer);
  });
}

const anEvent = (id: string, body = '{}') =>
  `INSERT INTO "trace_event" ("id", "type", "bizStep", "eventTime", "recordedAt", "body")
    VALUES ('${id}', 'ObjectEvent', 'destroying', now(), now(), '${body}')`;

const aSortedLot = (over: Record<string, string> = {}) =>
  insert('lot', {
    id: `'sorted'`,
    batch: `'SORTED'`,
    harvestId: `'cut-free'`,
    graded: 'true',
    varietyCode: `'RI6'`,
    grade: `'B'`,
    cutOn: `'2026-06-07'`,
    bestBefore: `'2026-06-15'`,
    heldReason: 'NULL',
    createdAt: `now() + interval '1 minute'`,
    ...over,
  });

const aGrading = (lossGrams: number, why = 'NULL') => [
  anEvent('event-grading'),
  insert('grading', {
    id: `'grading'`,
    lossGrams: String(lossGrams),
    lossReason: why,
    at: 'now()',
    byUser: `'somebody'`,
    eventId: `'event-grading'`,
  }),
];

const from = (parentId: string) =>
  insert('graded_lot', { lotId: `'sorted'`, parentId: `'${parentId}'`, gradingId: `'grading'` });

const aSorting = (lotId: string, grams: number) =>
  insert('stock_move', {
    lotId: `'${lotId}'`,
    kind: `'grade'`,
    grams: String(grams),
    gradingId: `'grading'`,
    at: 'now()',
  });

const sorted = (over: { loss?: number; out?: number; into?: number; why?: string; lot?: string } = {}) => [
  over.lot ?? aSortedLot(),
  ...aGrading(over.loss ?? 0, over.why),
  from('free'),
  aSorting('free', over.out ?? -1000),
  aSorting('sorted', over.into ?? 1000),
];

describe('of sorting', () => {
  answers([
    ['takes what adds up', sorted(), 'taken'],
    ['takes a loss that is explained', sorted({ loss: 100, into: 900, why: `'rụng'` }), 'taken'],
    ['refuses a loss without a reason', sorted({ loss: 100, into: 900 }), 'grading_loss_says_why'],
    ['refuses more than was taken', sorted({ into: 1001 }), 'grading_adds_up'],
    ['refuses less than was taken', sorted({ into: 999 }), 'grading_adds_up'],
    ['refuses what was sorted into nothing', aGrading(0), 'grading_adds_up'],
    ['refuses more than is free', sorted({ out: -79_801, into: 79_801 }), 'lot_balance_covers_reserved'],
    [
      'refuses fruit that becomes better for longer',
      sorted({ lot: aSortedLot({ bestBefore: `'2026-06-16'` }) }),
      'graded_lot_is_the_same_fruit',
    ],
    [
      'refuses fruit that becomes of another harvest',
      sorted({ lot: aSortedLot({ harvestId: `'cut-held'` }) }),
      'graded_lot_is_the_same_fruit',
    ],
    [
      'refuses free fruit out of a held lot',
      [
        aSortedLot({ harvestId: `'cut-held'` }),
        ...aGrading(0),
        from('held'),
        aSorting('held', -1000),
        aSorting('sorted', 1000),
      ],
      'graded_lot_is_held_with_its_own',
    ],
    ['refuses a sorted lot that names no other', [aSortedLot()], 'graded_lot_is_told'],
    ['refuses a second lot as it was cut', [aSortedLot({ graded: 'false' })], 'lot_one_cut_of_a_harvest'],
    ['refuses a row of the ledger without a sorting', [aMove('grade', 5)], 'stock_move_grade_has_grading'],
    ['refuses to forget which lot it came from', [...sorted(), `DELETE FROM "graded_lot"`], 'append_only'],
  ]);
});

const aCount = (expected: number, counted: number, why = 'NULL') => [
  insert('stocktake', { id: `'count'`, at: 'now()', byUser: `'somebody'` }),
  insert('stocktake_count', {
    stocktakeId: `'count'`,
    lotId: `'free'`,
    expectedGrams: String(expected),
    countedGrams: String(counted),
    reason: why,
  }),
];

const counted = (grams: number) =>
  insert('stock_move', {
    lotId: `'free'`,
    kind: `'adjust'`,
    grams: String(grams),
    reason: `'hao'`,
    stocktakeId: `'count'`,
    at: 'now()',
  });

describe('of counting', () => {
  answers([
    ['takes a count that agrees', aCount(89_800, 89_800), 'taken'],
    [
      'takes a difference that the ledger follows',
      [...aCount(89_800, 89_500, `'hao'`), counted(-300)],
      'taken',
    ],
    ['refuses a difference without a reason', aCount(89_800, 89_500), 'stocktake_count_says_why'],
    [
      'refuses a difference that the ledger does not follow',
      aCount(89_800, 89_500, `'hao'`),
      'stocktake_sets_the_ledger',
    ],
    ['refuses what the ledger did not say', aCount(89_700, 89_700), 'stocktake_expects_the_ledger'],
    [
      'refuses a row for what was not counted',
      [...aCount(89_800, 89_800), counted(-300)],
      'stocktake_sets_the_ledger',
    ],
  ]);
});

const aReturn = (over: Record<string, string> = {}) => [
  anEvent('event-return'),
  insert('box_return', {
    id: `'return'`,
    boxId: `'box1'`,
    grams: '10000',
    outcome: `'destroyed'`,
    reason: `'khách không nhận'`,
    at: 'now()',
    byUser: `'somebody'`,
    eventId: `'event-return'`,
    ...over,
  }),
];

const back = (grams: number) =>
  insert('stock_move', {
    lotId: `'free'`,
    kind: `'return'`,
    grams: String(grams),
    returnId: `'return'`,
    at: 'now()',
  });

const left = [
  `UPDATE "order" SET "state" = 'packed' WHERE "id" = 'order1'`,
  `INSERT INTO "order_step" ("orderId", "toState", "at") VALUES ('order1', 'packed', now())`,
  `UPDATE "order" SET "state" = 'shipped' WHERE "id" = 'order1'`,
  `INSERT INTO "order_step" ("orderId", "toState", "at") VALUES ('order1', 'shipped', now())`,
];

describe('of boxes that come back', () => {
  const inStore = { outcome: `'back_in_store'` };
  answers([
    ['takes one whose fruit is destroyed', [...left, ...aReturn()], 'taken'],
    ['takes one whose fruit its lot gets', [...left, ...aReturn(inStore), back(10_000)], 'taken'],
    ['refuses one that never left', aReturn(), 'box_return_had_left'],
    ['refuses one that grew heavier', [...left, ...aReturn({ grams: '10201' })], 'box_return_no_heavier'],
    ['refuses fruit that its lot did not get', [...left, ...aReturn(inStore)], 'box_return_goes_one_way'],
    [
      'refuses fruit that was destroyed and is back',
      [...left, ...aReturn(), back(10_000)],
      'box_return_goes_one_way',
    ],
    ['refuses a row of the ledger without a box', [aMove('return', 5)], 'stock_move_return_has_box'],
  ]);
});

const spoiled = [
  anEvent('event-spoil'),
  insert('stock_move', {
    id: '9001',
    lotId: `'free'`,
    kind: `'spoil'`,
    grams: '-500',
    reason: `'thối'`,
    cause: `'rotten'`,
    eventId: `'event-spoil'`,
    at: 'now()',
  }),
];

const undone = (grams: number) =>
  insert('stock_move', {
    id: '9002',
    lotId: `'free'`,
    kind: `'adjust'`,
    grams: String(grams),
    reason: `'nhầm'`,
    at: 'now()',
  });

const declared = (of = 'event-spoil') =>
  anEvent('declaration', JSON.stringify({ eventID: of, errorDeclaration: {} }));

const aCorrection = insert('trace_correction', {
  eventId: `'event-spoil'`,
  declarationId: `'declaration'`,
  reason: `'did_not_occur'`,
  words: `'nhầm'`,
  at: 'now()',
  byUser: `'somebody'`,
  undoneMoveId: '9001',
  undoMoveId: '9002',
});

describe('of what was written wrongly', () => {
  answers([
    ['takes a row that undoes it', [...spoiled, undone(500), declared(), aCorrection], 'taken'],
    [
      'refuses one that undoes more',
      [...spoiled, undone(501), declared(), aCorrection],
      'correction_undoes_exactly',
    ],
    [
      'refuses a declaration that speaks of another event',
      [...spoiled, undone(500), declared('event-box1'), aCorrection],
      'correction_is_declared',
    ],
    [
      'refuses to be undone twice',
      [...spoiled, undone(500), declared(), aCorrection, aCorrection],
      'trace_correction_pkey',
    ],
  ]);
});

describe('a hold', () => {
  it('reaches what was sorted from the lot', async () => {
    const check = `SELECT 1 / (CASE WHEN "heldReason" = 'LAB' THEN 1 ELSE 0 END) FROM "lot" WHERE "id" = 'sorted'`;
    const hold = `UPDATE "lot" SET "heldReason" = 'LAB' WHERE "id" = 'free'`;
    expect(await database.refusalOf(...sorted(), hold, check)).toBe('taken');
    expect(await database.refusalOf(...sorted(), check)).toBe('22012');
  });
});

describe('a place', () => {
  answers([
    ['has a code that can be painted', [`INSERT INTO "place" VALUES ('KHO1', 'Kho')`], 'taken'],
    ['has no other', [`INSERT INTO "place" VALUES ('kho 1', 'Kho')`], 'place_code_form'],
  ]);
});
