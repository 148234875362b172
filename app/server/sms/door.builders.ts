import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGate } from '@baunghe/api';
import type { Accounts } from '@baunghe/coop';
import { thisMoment } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { newSignerKey } from '@baunghe/proof';
import express, { type ErrorRequestHandler } from 'express';
import { smsDoor } from './door';
import { esmsDoor } from './esms-door';
import { smsWords } from './words';

const KEY = 'signing-key';
/** The secret of the account at eSMS. */
export const ESMS_SECRET = 'secret-of-esms';
/** The number of the one member, of plot T01 with Ri6. */
export const MEMBER = '+84900000011';

/** The door over a database of its own, reached over HTTP. */
export interface OpenDoor {
  test: TestDatabase;
  url: string;
  /** Errors that nobody expected. */
  unexpected: unknown[];
  /** Posts a body, signed now unless headers say otherwise. */
  post: (body: string | Uint8Array, headers?: Record<string, string>) => Promise<Told>;
  close: () => Promise<void>;
}

/** What was answered. */
export interface Told {
  status: number;
  body: { result?: string; error?: string };
}

/** Opens the door; `key` null: nothing is set up. */
export async function openDoor(key: string | null = KEY): Promise<OpenDoor> {
  const test = await testDatabase();
  await aMember(test.db);
  const unexpected: unknown[] = [];
  const signer = await newSignerKey('shop.example/log', 'note', thisMoment().random);
  const gate = createGate({
    database: test.db,
    accounts: nobody,
    settings: {
      publicUrl: 'http://localhost',
      gln: '9521234000013',
      gs1Prefix: '9521234',
      bank: null,
      secret: 's'.repeat(32),
      demo: false,
      demoSignIns: [],
      sms: { webhookKey: key, sendsBy: null, esmsSecret: ESMS_SECRET, words: smsWords },
    },
    log: { signer: { origin: signer.name, keys: [signer] }, witnesses: [] },
  });
  const broken: ErrorRequestHandler = (error, _request, response, _next) => {
    unexpected.push(error);
    response.status(500).json({ error: String(error) });
  };
  const server = createServer(express().use(smsDoor(gate)).use(esmsDoor(gate)).use(broken));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/sms`;
  return {
    test,
    url,
    unexpected,
    async post(body, headers = {}) {
      const all = { 'content-type': 'application/json', ...signed(body), ...headers };
      const answer = await fetch(url, { method: 'POST', headers: all, body: Buffer.from(body) });
      return { status: answer.status, body: (await answer.json()) as Told['body'] };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await test.close();
    },
  };
}

/** The headers of a gateway that has the key. */
export function signed(body: string | Uint8Array, now = Date.now()): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  const signature = createHmac('sha256', KEY).update(body).update(timestamp).digest('hex');
  return { 'x-timestamp': timestamp, 'x-signature': signature };
}

/** What the telephone tells of an SMS, in the form of today's app. */
export function received(
  message: string,
  more: { id?: string; payload?: object } = {},
): Record<string, unknown> {
  const payload = {
    messageId: 'same',
    message,
    sender: MEMBER,
    recipient: null,
    simNumber: 1,
    receivedAt: new Date().toISOString(),
    ...more.payload,
  };
  const id = more.id ?? crypto.randomUUID();
  return { deviceId: 'd', event: 'sms:received', id, payload, webhookId: 'w' };
}

const nobody: Accounts = {
  enter: async () => null,
  signIn: () => Promise.reject(new Error('nobody signs in here')),
  signOut: () => Promise.reject(new Error('nobody signs out here')),
  whoIs: () => Promise.resolve({ kind: 'guest' }),
};

async function aMember(db: TestDatabase['db']): Promise<void> {
  const variety = { fruit: 'durian', shelfDays: 8, picture: 'x.svg', looseGtin: '99521234001006' };
  await db.variety.create({ data: { code: 'RI6', nameVi: 'Sầu riêng Ri6', nameEn: 'Ri6', ...variety } });
  const email = 'xv01@example.com';
  await db.user.create({ data: { id: 'usr_1', name: 'Xã viên thử', email, phoneNumber: MEMBER } });
  await db.userRole.create({ data: { userId: 'usr_1', role: 'member' } });
  const joinedOn = new Date('2020-01-01');
  const member = { id: 'mem_1', code: 'XV01', name: 'Xã viên thử', userId: 'usr_1', joinedOn };
  await db.member.create({ data: member });
  const plot = { id: 'plo_1', code: 'T01', name: 'Vườn thử', memberId: 'mem_1', areaM2: 9000, outline: [] };
  await db.plot.create({ data: plot });
  await db.plotTrees.create({ data: { plotId: 'plo_1', varietyCode: 'RI6', count: 9, plantedYear: 2012 } });
}
