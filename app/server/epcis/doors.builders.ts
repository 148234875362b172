import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createGate } from '@baunghe/api';
import type { Accounts, Actor } from '@baunghe/coop';
import { type Moment, thisMoment } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { boxEpcUri, lotClassUri, packingLocationUri, plotLocationUri } from '@baunghe/gs1';
import { newSignerKey } from '@baunghe/proof';
import { recordHarvested, recordPacked, recordShipped } from '@baunghe/trace';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import express from 'express';
import { pino } from 'pino';
import { epcisDoors } from './doors';

const DATA = join(import.meta.dirname, '../../../packages/trace/data');
const GLN = '9521234000013';

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

/** The doors over a database of their own, reached over HTTP. */
export interface OpenDoors {
  test: TestDatabase;
  url: string;
  /** Errors that nobody expected. */
  unexpected: unknown[];
  get: (path: string, headers?: Record<string, string>) => Promise<Told>;
  send: (method: string, path: string, body: unknown, headers?: Record<string, string>) => Promise<Told>;
  /** A fresh capture key, as the header that carries it. */
  key: (name?: string) => Promise<{ authorization: string }>;
  close: () => Promise<void>;
}

/** What was answered. `document` is the body, `{}` when there is none. */
export interface Told {
  status: number;
  headers: Headers;
  document: JsonObject;
}

/** As a signed-in manager and as a member of no such role. */
export const MANAGER = { cookie: 'as=manager' };
export const PACKER = { cookie: 'as=packer' };

export async function openDoors(): Promise<OpenDoors> {
  const test = await testDatabase();
  const unexpected: unknown[] = [];
  const log = pino({ level: 'error', hooks: { logMethod: ([error]) => void unexpected.push(error) } });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings = {
    gln: GLN,
    gs1Prefix: '9521234',
    bank: null,
    secret: 's'.repeat(32),
    demo: false,
    demoSignIns: [],
  };
  const key = await newSignerKey('shop.example/log', 'note', thisMoment().random);
  const gate = createGate({
    database: test.db,
    accounts,
    settings: { ...settings, publicUrl: url },
    log: { signer: { origin: key.name, keys: [key] }, witnesses: [] },
  });
  server.on('request', express().use('/epcis', epcisDoors({ gate, publicUrl: url, log })));
  const ask = async (path: string, init: RequestInit): Promise<Told> => {
    const answer = await fetch(path.startsWith('http') ? path : `${url}/epcis${path}`, init);
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, document: text ? JSON.parse(text) : {} };
  };
  return {
    test,
    url,
    unexpected,
    get: (path, headers = {}) => ask(path, { headers }),
    send: (method, path, body, headers = {}) => {
      const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
      const sent = body === undefined ? {} : { body: text as BodyInit };
      return ask(path, { method, ...sent, headers: { 'content-type': 'application/json', ...headers } });
    },
    key: async (name = 'an importer') => {
      const { api } = await gate.callerFor(new Headers(MANAGER));
      const made = await api.epcis.makeKey({ key: crypto.randomUUID(), name });
      if (!made.ok) throw new Error(made.error.code);
      return { authorization: `Bearer ${made.value.key}` };
    },
    async close() {
      await new Promise((resolve) => server.close(resolve));
      await test.close();
    },
  };
}

const accounts: Accounts = {
  whoIs: async (headers): Promise<Actor> => {
    const role = /as=(manager|packer)/.exec(headers.get('cookie') ?? '')?.[1] as 'manager' | undefined;
    return role
      ? {
          kind: 'person',
          userId: `usr_${role}`,
          name: role,
          roles: [role],
          memberId: null,
          session: { id: 'ses_test', provedAt: null },
        }
      : { kind: 'guest' };
  },
  enter: async () => null,
  signIn: () => Promise.reject(new Error('nobody signs in here')),
  signOut: () => Promise.reject(new Error('nobody signs out here')),
};

/** A harvest, two boxes of it and their shipment: six events of the cooperative's own. */
export async function ownEvents({ test: { db } }: OpenDoors): Promise<{ boxes: string[]; sscc: string }> {
  const at = (instant: string): Moment => ({ now: new Date(instant), random: randomBytes });
  const lotClass = lotClassUri('99521234001006', 'K7M2QXWD');
  const bestBefore = new Date('2026-06-16');
  await recordHarvested(db, at('2026-06-06T03:10:00Z'), {
    harvestId: 'har_1',
    lotId: 'lot_1',
    lotClass,
    plotLocation: plotLocationUri(GLN, 'T01'),
    cutOn: new Date('2026-06-06'),
    bestBefore,
    grams: 240_500,
    batch: 'K7M2QXWD',
    varietyCode: 'RI6',
    grade: 'A',
    plantingUnitCode: 'VN-XXOR-0000',
  });
  const packingLocation = packingLocationUri(GLN);
  const boxes = ['B3F7HJ9KQ001', 'B3F7HJ9KQ002'].map((serial) => boxEpcUri('09521234002000', serial));
  for (const [number, boxEpc] of boxes.entries()) {
    const box = { boxId: `box_${number}`, boxEpc, lotId: 'lot_1', lotClass, orderId: 'ord_1', grams: 10_020 };
    await recordPacked(db, at(`2026-06-07T02:0${number}:00Z`), {
      ...box,
      bestBefore,
      gln: GLN,
      packingLocation,
    });
  }
  const sscc = 'https://id.gs1.org/00/095212340000000010';
  await recordShipped(db, at('2026-06-07T09:00:00Z'), {
    orderId: 'ord_1',
    boxes: boxes.map((epc, number) => ({ id: `box_${number}`, epc })),
    gln: GLN,
    packingLocation,
    load: { sscc: '095212340000000010', epc: sscc },
    coldBoxCelsius: 12.5,
  });
  return { boxes, sscc };
}

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const follows = ajv.compile(JSON.parse(readFileSync(join(DATA, 'EPCIS-JSON-Schema.json'), 'utf8')));

/** What GS1's schema finds wrong with a document. */
export function faultsOf(document: Json): string[] {
  follows(document);
  return (follows.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** One of GS1's example documents, by its file's name. */
export function example(name: string): JsonObject {
  return JSON.parse(readFileSync(join(DATA, 'examples', name), 'utf8'));
}

/** The folder of GS1's example documents. */
export const EXAMPLES = join(DATA, 'examples');

/** A document around events, as another's system would send it. */
export function documentOf(eventList: Json[], context: Json[] = []): JsonObject {
  return {
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', ...context],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-06-10T00:00:00Z',
    epcisBody: { eventList },
  };
}

/** An event of another's. */
export function othersEvent(changes: JsonObject = {}): JsonObject {
  return {
    type: 'ObjectEvent',
    eventID: 'urn:uuid:3f9a2c1e-8d4b-4f6a-9c0d-5e7b1a2c3d4e',
    eventTime: '2026-06-09T08:00:00.000+07:00',
    eventTimeZoneOffset: '+07:00',
    action: 'OBSERVE',
    bizStep: 'receiving',
    disposition: 'in_progress',
    epcList: ['urn:epc:id:sgtin:9521234.000200.B3F7HJ9KQ001'],
    readPoint: { id: 'urn:epc:id:sgln:9529999.00001.0' },
    ...changes,
  };
}

/** The events of a query document. */
export function eventsIn({ document }: Told): JsonObject[] {
  const body = document.epcisBody as { queryResults: { resultsBody: { eventList: JsonObject[] } } };
  return body.queryResults.resultsBody.eventList;
}
