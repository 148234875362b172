import { inspect } from 'node:util';
import { plusDays, thisMoment, vietnamDay } from '@baunghe/db';
import { TRPCError } from '@trpc/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import { aForm, aShop, type Shop } from './api.builders.ts';
import type { Caller } from './index.ts';
import { inputFor } from './inputs.builders.ts';
import { apiRouter } from './router.ts';
import { type Access, mayCall } from './trpc.ts';

// Auditors may call whatever managers may read. That this writes nothing is tried on a database that takes no writes.

const procedures = apiRouter._def.procedures as unknown as Record<
  string,
  { _def: { type: 'query' | 'mutation'; inputs: z.ZodType[]; meta?: Access } }
>;

let shop: Shop;
let auditor: Caller;
let known: Record<string, unknown>;

beforeAll(async () => {
  const now = new Date();
  let at = now;
  shop = await aShop(3, { moment: () => ({ ...thisMoment(), now: at }) });
  const [manager, reader] = [await shop.personWith(['manager']), await shop.personWith(['auditor'])];
  const boss = await shop.as(manager);
  const batch = await shop.cut('plo_named', 100_000);
  const today = vietnamDay(now).toISOString().slice(0, 10);
  const order = await aDeliveredOrder(boss, today);
  at = plusDays(now, 1);
  const settlement = await boss.settlement.prepare({
    key: crypto.randomUUID(),
    fromDay: today,
    toDay: today,
  });
  const statement = await shop.db.memberStatement.findFirstOrThrow();
  const box = await shop.db.box.findFirstOrThrow({ include: { lot: true } });
  known = {
    ...{ batch, today, ...order, lotId: box.lotId, lineId: box.lineId, serial: box.serial },
    ...{
      gtin: '09521234002000',
      gln: '9521234000013',
      sscc: '095212340000000000',
      harvestId: box.lot.harvestId,
    },
    ...{ plotId: 'plo_named', plotCode: 'T01', memberId: 'mem_named', productId: 'pro_box', slug: 'ri6' },
    ...{ provinceCode: '75', phone: '0900000099', page: '/office/orders', day: today, after: null },
    file: new TextEncoder().encode('a;b\n1;2\n'),
    ...{ nextPageToken: null, within: null, width: 1, inboundAfter: null, outboundAfter: null },
    ...{ settlementId: settlement.ok ? settlement.value.id : '', statementId: statement.id },
  };
  await shop.db.$executeRawUnsafe(
    `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on', current_database()); END $$`,
  );
  // What connects from now on may only read.
  await shop.db.$disconnect();
  auditor = await shop.as(reader);
}, 60_000);
afterAll(() => shop.close());

async function aDeliveredOrder(boss: Caller, today: string) {
  const rule = { keeps: { kind: 'percent', hundredths: 850 }, claimsOnMember: false, note: null } as const;
  const key = () => crypto.randomUUID();
  const added = await boss.settlement.addRule({ key: key(), fromDay: today, ...rule });
  const placed = await boss.checkout.place(aForm());
  if (!added.ok || !placed.ok) throw new Error('not sold');
  const { id: lineId, orderId } = await shop.db.orderLine.findFirstOrThrow();
  const { id: lotId } = await shop.db.lot.findFirstOrThrow();
  await boss.officeOrders.packBox({ key: key(), orderId, lineId, lotId, units: 1, grams: 10_000 });
  await boss.officeOrders.ship({ key: key(), orderId, carrier: 'Xe thử' });
  await boss.officeOrders.deliver({ key: key(), orderId });
  return { orderId, code: placed.value.code, orderKey: placed.value.orderKey };
}

/** Which record an `id` is of, by the procedure. */
const IDS: Record<string, string> = { 'settlement.one': 'settlementId', 'statements.one': 'statementId' };

/** What a query says to an auditor: `read`, `input` for what its schema refuses, or the error. */
async function asks(path: string): Promise<string> {
  const [schema] = procedures[path]?._def.inputs ?? [];
  const named = { ...known, id: known[IDS[path] ?? ''] ?? 'nothing' };
  const call = path
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], auditor) as (
    input?: unknown,
  ) => Promise<unknown>;
  try {
    await call(schema ? inputFor(schema, named) : undefined);
    return 'read';
  } catch (error) {
    if (error instanceof TRPCError && error.code === 'BAD_REQUEST') return `input: ${error.message}`;
    return inspect(error, { depth: 6 }).slice(0, 2000);
  }
}

it('reads everything that an auditor may ask for on a database that takes no writes', async () => {
  await expect(shop.db.member.updateMany({ data: { demo: true } })).rejects.toThrow(/read-only transaction/);
  const queries = Object.keys(procedures).filter((path) => {
    const { type, meta } = procedures[path]?._def ?? {};
    const may = type === 'query' && meta && mayCall(meta.may, type);
    return may === 'anyone' || (Array.isArray(may) && may.includes('auditor'));
  });
  expect(queries.length).toBeGreaterThan(100);
  const said: Record<string, string> = {};
  for (const path of queries) {
    const answer = await asks(path);
    if (answer !== 'read') said[path] = answer;
  }
  expect(said).toEqual({});
}, 60_000);
