import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGate } from '@baunghe/api';
import type { Accounts } from '@baunghe/coop';
import { thisMoment } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import type { BankFeed } from '@baunghe/payments';
import { newSignerKey } from '@baunghe/proof';
import express, { type ErrorRequestHandler } from 'express';
import { bankDoor } from './door';

/** The door over a database of its own, reached over HTTP. */
export interface OpenDoor {
  test: TestDatabase;
  url: string;
  /** Errors that nobody expected. */
  unexpected: unknown[];
  close: () => Promise<void>;
}

/** Opens the door for a feed; none: nothing is set up. Over `over`, which then stays open, or a database of its own. */
export async function openDoor(bankFeed?: BankFeed, over?: TestDatabase): Promise<OpenDoor> {
  const test = over ?? (await testDatabase());
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
      ...(bankFeed ? { bankFeed } : {}),
      secret: 's'.repeat(32),
      demo: false,
      demoSignIns: [],
    },
    log: { signer: { origin: signer.name, keys: [signer] }, witnesses: [] },
  });
  const broken: ErrorRequestHandler = (error, _request, response, _next) => {
    unexpected.push(error);
    response.status(500).json({ error: String(error) });
  };
  const server = createServer(express().use(bankDoor(gate)).use(broken));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    test,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/bank`,
    unexpected,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (!over) await test.close();
    },
  };
}

const nobody: Accounts = {
  enter: async () => null,
  signIn: () => Promise.reject(new Error('nobody signs in here')),
  signOut: () => Promise.reject(new Error('nobody signs out here')),
  whoIs: () => Promise.resolve({ kind: 'guest' }),
};
