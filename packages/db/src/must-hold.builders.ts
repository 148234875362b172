import pg from 'pg';
import { type TestDatabase, testDatabase } from './testing/index.ts';

/** A database that raw SQL is thrown at, past every room. */
export interface RawDatabase {
  /** What SQL was refused with: the constraint's name (or the SQLSTATE where there is none), `taken` otherwise. */
  refusalOf(...statements: string[]): Promise<string>;
  /** The single value that a query gives. */
  value(query: string): Promise<unknown>;
  close(): Promise<void>;
}

/** Opens a database that holds the season of one box. Nothing that is thrown at it stays. */
export async function seasonOfOneBox(): Promise<RawDatabase> {
  const test: TestDatabase = await testDatabase(1);
  const client = new pg.Client({ connectionString: test.url });
  await client.connect();
  await client.query(`BEGIN; ${SEASON}; COMMIT`);
  return {
    async refusalOf(...statements) {
      await client.query('BEGIN');
      try {
        for (const statement of statements) await client.query(statement);
        await client.query('SET CONSTRAINTS ALL IMMEDIATE');
        return 'taken';
      } catch (error) {
        if (!(error instanceof pg.DatabaseError)) throw error;
        return error.constraint ?? error.code ?? error.message;
      } finally {
        await client.query('ROLLBACK');
      }
    },
    async value(query) {
      const { rows } = await client.query({ text: query, rowMode: 'array' });
      return (rows as unknown[][])[0]?.[0];
    },
    async close() {
      await client.end();
      await test.close();
    },
  };
}

/** SQL that adds an order of one line, two units of 10 kg for 900,000 đồng each, in state placed. */
export function anOrder(
  id: string,
  over: Partial<Record<'order' | 'line', Record<string, string>>> = {},
): string {
  const order = {
    id: `'${id}'`,
    code: `'BN${id.toUpperCase()}'`,
    state: `'placed'`,
    buyerName: `'Người mua thử'`,
    phone: `'+84900000099'`,
    provinceCode: `'75'`,
    wardCode: `'25217'`,
    street: `'Số 1'`,
    locale: `'vi'`,
    method: `'cod'`,
    goodsDong: '1800000',
    deliveryDong: '30000',
    totalDong: '1830000',
    placedAt: 'now()',
    ...over.order,
  };
  const line = {
    id: `'line-${id}'`,
    orderId: `'${id}'`,
    productId: `'box-ri6'`,
    quantity: '2',
    unitGrams: '10000',
    unitPriceDong: '900000',
    lineDong: '1800000',
    ...over.line,
  };
  return `${insert('order', order)}; ${insert('order_line', line)}; ${aStep(id, 'placed')}`;
}

/** SQL that keeps an order's step. */
export function aStep(orderId: string, to: string): string {
  return `INSERT INTO "order_step" ("orderId", "toState", "at") VALUES ('${orderId}', '${to}', now())`;
}

/** SQL that packs a box of the season's first order out of a lot, as `packBox` does. */
export function aBox(id: string, over: Record<string, string> = {}): string[] {
  const box = {
    id: `'${id}'`,
    serial: `'${id.toUpperCase()}00000000'`,
    gtin: `'09521234002000'`,
    productId: `'box-ri6'`,
    lotId: `'free'`,
    orderId: `'order1'`,
    lineId: `'line-order1'`,
    units: '1',
    grams: '10200',
    packedAt: 'now()',
    packEventId: `'event-${id}'`,
    ...over,
  };
  return [anEvent(`event-${id}`), about(`event-${id}`, id), insert('box', box), aPacking(box)];
}

/** SQL that takes a box's fruit out of its lot. */
export function aPacking(box: { id: string; lotId: string; grams: string }): string {
  return `INSERT INTO "stock_move" ("lotId", "kind", "grams", "boxId", "at")
    VALUES (${box.lotId}, 'pack', -${box.grams}, ${box.id}, now())`;
}

/** SQL that moves fruit of a lot. */
export function aMove(kind: string, grams: number, reason = `'hỏng'`, lotId = 'free'): string {
  return `INSERT INTO "stock_move" ("lotId", "kind", "grams", "reason", "at")
    VALUES ('${lotId}', '${kind}', ${grams}, ${reason}, now())`;
}

/** SQL that promises fruit of a lot to the season's first order. */
export function aReservation(id: string, lotId: string, grams: number): string {
  return `INSERT INTO "reservation" ("id", "lotId", "lineId", "grams", "createdAt")
    VALUES ('${id}', '${lotId}', 'line-order1', ${grams}, now())`;
}

/** SQL that adds an entry of the books with its sides. */
export function aJournal(id: string, ...sides: number[]): string {
  const postings = sides.map(
    (dong) => `INSERT INTO "posting" ("journalId", "account", "dong") VALUES ('${id}', 'bank', ${dong})`,
  );
  return [`INSERT INTO "journal" ("id", "key", "at") VALUES ('${id}', '${id}', now())`, ...postings].join(
    '; ',
  );
}

/** SQL for one row. The values are SQL too. */
export function insert(table: string, row: Record<string, string>): string {
  const columns = Object.keys(row).map((column) => `"${column}"`);
  return `INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${Object.values(row).join(', ')})`;
}

function anEvent(id: string): string {
  return `INSERT INTO "trace_event" ("id", "type", "bizStep", "eventTime", "recordedAt", "body")
    VALUES ('${id}', 'TransformationEvent', 'packing', now(), now(), '{}')`;
}

function about(eventId: string, boxId: string): string {
  return `INSERT INTO "trace_about" ("subject", "subjectId", "eventId") VALUES ('box', '${boxId}', '${eventId}')`;
}

const aLot = (id: string, grams: number, held: string) => `
  INSERT INTO "harvest" ("id", "plotId", "varietyCode", "grade", "cutOn", "grams", "recordedAt")
    VALUES ('cut-${id}', 'plot', 'RI6', 'A', '2026-06-07', ${grams}, now());
  INSERT INTO "lot" ("id", "batch", "harvestId", "varietyCode", "grade", "cutOn", "bestBefore", "heldReason", "createdAt")
    VALUES ('${id}', '${id.toUpperCase()}', 'cut-${id}', 'RI6', 'A', '2026-06-07', '2026-06-15', ${held}, now());
  INSERT INTO "stock_move" ("lotId", "kind", "grams", "at") VALUES ('${id}', 'receive', ${grams}, now())`;

/** A second listing of the season's fruit. */
export const aProduct = ({ slug = 'ri6-kg', gtin = '09521234002017', unitGrams = 1000 } = {}) => `
  INSERT INTO "product" ("id", "slug", "gtin", "varietyCode", "grade", "saleUnit", "unitGrams", "priceDong", "nameVi",
    "nameEn", "descriptionVi", "descriptionEn")
    VALUES ('kg-ri6', '${slug}', '${gtin}', 'RI6', 'A', 'kg', ${unitGrams}, 90000, 'Ri6', 'Ri6', '', '')`;

/** A second variety. */
export const aVariety = ({ code = 'DONA', looseGtin = '99521234001013' } = {}) =>
  `INSERT INTO "variety" VALUES ('${code}', 'durian', 'Dona', 'Dona', '${looseGtin}', 8, 'dona.svg')`;

const SEASON = `
  INSERT INTO "variety" VALUES ('RI6', 'durian', 'Ri6', 'Ri6', '99521234001006', 8, 'ri6.svg');
  INSERT INTO "member" ("id", "code", "name", "joinedOn") VALUES ('member', 'XV01', 'Xã viên thử', '2020-01-01');
  INSERT INTO "plot" ("id", "code", "name", "memberId", "areaM2", "outline")
    VALUES ('plot', 'T01', 'Vườn thử', 'member', 9000, '[]');
  INSERT INTO "diary_entry" ("id", "plotId", "act", "doneOn", "recordedAt")
    VALUES ('diary', 'plot', 'water', '2026-06-01', now());
  INSERT INTO "product" ("id", "slug", "gtin", "varietyCode", "grade", "saleUnit", "unitGrams", "priceDong", "nameVi",
    "nameEn", "descriptionVi", "descriptionEn")
    VALUES ('box-ri6', 'ri6', '09521234002000', 'RI6', 'A', 'box', 10000, 900000, 'Ri6', 'Ri6', '', '');
  INSERT INTO "province" VALUES ('75', 'Đồng Nai', 'Dong Nai', 'dong nai');
  INSERT INTO "ward" VALUES ('25217', '75', 'Phước Long', 'Phuoc Long', 'phuoc long');
  ${aLot('free', 100_000, 'NULL')};
  ${aLot('held', 50_000, `'PHI'`)};
  ${anOrder('order1')};
  INSERT INTO "payment" ("id", "orderId", "method", "amountDong", "purpose", "createdAt")
    VALUES ('payment1', 'order1', 'cod', 1830000, 'BNORDER1', now());
  INSERT INTO "payment_event" VALUES ('news1', 'staff', 'FT1', 'payment1', 1830000, now());
  ${aJournal('journal1', 1000, -1000)};
  ${aReservation('kept', 'free', 10_000)};
  ${aReservation('closed', 'free', 5000)};
  UPDATE "reservation" SET "state" = 'released', "closedAt" = now() WHERE "id" = 'closed';
  ${aBox('box1').join(';')}`;
