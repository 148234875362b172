import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Caller, createGate } from '@baunghe/api';
import type { Accounts, Actor } from '@baunghe/coop';
import { type Moment, thisMoment } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { recordHarvest } from '@baunghe/farm';
import { dong } from '@baunghe/money';
import { packBox, placeOrder, shipOrder } from '@baunghe/orders';
import { newSignerKey } from '@baunghe/proof';
import express, { type NextFunction, type Request, type Response } from 'express';
import { resolverDoors } from './doors';

export const GLN = '9521234000013';
export const PRODUCT = '09521234002000';
export const LOOSE = '99521234001006';
const BY = { userId: 'usr_manager', memberId: null, gln: GLN, gs1Prefix: '9521234' };
const at = (instant: string): Moment => ({ now: new Date(instant), random: randomBytes });

/** What was answered; `document` is null when there was no JSON. */
export interface Told {
  status: number;
  headers: Headers;
  location: string | null;
  document: Record<string, unknown> | null;
  /** What stands behind the doors answered: the page. */
  page: boolean;
}

/** The resolver's doors over a database with one shipped box of Ri6 and fruit left of its lot. */
export interface OpenDoors {
  test: TestDatabase;
  url: string;
  /** Errors that nobody expected. */
  unexpected: unknown[];
  batch: string;
  serial: string;
  sscc: string;
  manager: Caller;
  /** Asks without following a redirect. */
  ask: (path: string, headers?: Record<string, string>, method?: string) => Promise<Told>;
  close: () => Promise<void>;
}

export async function openDoors(): Promise<OpenDoors> {
  const test = await testDatabase();
  const box = await aShippedBox(test);
  const unexpected: unknown[] = [];
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const key = await newSignerKey('shop.example/log', 'note', thisMoment().random);
  const gate = createGate({
    database: test.db,
    accounts,
    settings: {
      gln: GLN,
      gs1Prefix: '9521234',
      bank: null,
      secret: 's'.repeat(32),
      demo: false,
      demoSignIns: [],
      publicUrl: url,
    },
    log: { signer: { origin: key.name, keys: [key] }, witnesses: [] },
  });
  const app = express();
  resolverDoors(app, { gate, publicUrl: url });
  app.use((_request, response) => void response.set('x-page', '1').type('html').send('<p>page</p>'));
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    unexpected.push(error);
    response.status(500).end();
  });
  server.on('request', app);
  const { api: manager } = await gate.callerFor(new Headers({ cookie: 'as=manager' }));
  return {
    ...{ test, url, unexpected, manager, ...box },
    async ask(path, headers = {}, method = 'GET') {
      const answer = await fetch(url + path, { method, headers, redirect: 'manual' });
      const text = await answer.text();
      const json = answer.headers.get('content-type')?.includes('json') && text !== '';
      return {
        status: answer.status,
        headers: answer.headers,
        location: answer.headers.get('location')?.replace(url, '') ?? null,
        document: json ? (JSON.parse(text) as Record<string, unknown>) : null,
        page: answer.headers.get('x-page') === '1',
      };
    },
    async close() {
      await new Promise((resolve) => server.close(resolve));
      await test.close();
    },
  };
}

const accounts: Accounts = {
  whoIs: async (headers): Promise<Actor> =>
    headers.get('cookie') === 'as=manager'
      ? {
          kind: 'person',
          userId: 'usr_manager',
          name: 'manager',
          roles: ['manager'],
          memberId: null,
          session: { id: 'ses_test', provedAt: null },
        }
      : { kind: 'guest' },
  enter: async () => null,
  signIn: () => Promise.reject(new Error('nobody signs in here')),
  signOut: () => Promise.reject(new Error('nobody signs out here')),
};

/** What a step gave; one that was refused has no place in a builder. */
function done<T>(step: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!step.ok) throw new Error(step.error.code);
  return step.value;
}

async function aShippedBox({ db }: TestDatabase) {
  const names = { nameVi: 'Sầu riêng Ri6', nameEn: 'Ri6 durian', nameZh: 'Ri6 榴莲' };
  const looks = { fruit: 'durian', shelfDays: 8, picture: 'durian-ri6.svg' };
  await db.variety.create({ data: { code: 'RI6', looseGtin: LOOSE, ...names, ...looks } });
  const joinedOn = new Date('2020-01-01');
  await db.member.create({ data: { id: 'mem_1', code: 'XV01', name: 'Người Trồng Thử', joinedOn } });
  const plot = { id: 'plo_1', code: 'T01', name: 'Vườn thử', memberId: 'mem_1', areaM2: 9000, outline: [] };
  await db.plot.create({ data: plot });
  await db.plotTrees.create({ data: { plotId: 'plo_1', varietyCode: 'RI6', count: 90, plantedYear: 2012 } });
  const sold = { saleUnit: 'box', unitGrams: 10_000, priceDong: 900_000n } as const;
  const listed = { id: 'pro_1', slug: 'ri6', gtin: PRODUCT, varietyCode: 'RI6', grade: 'A' };
  await db.product.create({ data: { ...listed, ...sold, ...names, descriptionVi: '', descriptionEn: '' } });
  const place = { nameVi: 'Đồng Nai', nameEn: 'Dong Nai', folded: 'dong nai' };
  await db.province.create({ data: { code: '75', ...place } });
  await db.ward.create({ data: { code: '25217', provinceCode: '75', ...place } });
  const cut = { plotId: 'plo_1', varietyCode: 'RI6', grade: 'A', grams: 200_000, photoId: null };
  const harvest = { ...cut, cutOn: new Date('2026-06-07') };
  const { batch, lotId } = done(
    await db.$transaction((tx) => recordHarvest(tx, at('2026-06-06T23:30:00Z'), BY, harvest)),
  );
  const checkout = {
    lines: [{ productId: 'pro_1', quantity: 1 }],
    buyerName: 'Người Mua Thử',
    phone: '+84900000099',
    locale: 'vi',
    method: 'cod',
    provinceCode: '75',
    wardCode: '25217',
    street: 'Số nhà riêng',
    note: null,
  } as const;
  const order = (total: number) =>
    db.$transaction((tx) =>
      placeOrder(tx, at('2026-06-07T02:00:00Z'), {
        ...checkout,
        lines: [...checkout.lines],
        seenTotal: dong(total),
      }),
    );
  const asked = await order(0);
  const { orderId } = done(
    await order(!asked.ok && asked.error.code === 'total_changed' ? asked.error.total : 0),
  );
  const line = await db.orderLine.findFirstOrThrow({ where: { orderId } });
  const chosen = { orderId, lineId: line.id, lotId, units: 1, grams: 10_200 };
  const { serial } = done(await db.$transaction((tx) => packBox(tx, at('2026-06-07T03:00:00Z'), BY, chosen)));
  const shipping = { orderId, carrier: 'Xe nhà', tracking: null };
  done(await db.$transaction((tx) => shipOrder(tx, at('2026-06-07T09:00:00Z'), BY, shipping)));
  const shipment = await db.shipment.findFirstOrThrow();
  return { batch, serial, sscc: shipment.sscc ?? '' };
}
