import { randomBytes } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGate } from '@baunghe/api';
import type { Accounts } from '@baunghe/coop';
import type { Moment } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { lotClassUri, plotLocationUri } from '@baunghe/gs1';
import { newSignerKey, type SignerKey } from '@baunghe/proof';
import { type LogSigner, recordHarvested, type Witness } from '@baunghe/trace';
import express from 'express';
import { logDoors } from './log-doors';

const GLN = '9521234000013';

/** The doors of a log over a database of its own, reached over HTTP. */
export interface OpenLog {
  test: TestDatabase;
  /** The log's address, as `log:verify` takes it. */
  url: string;
  key: SignerKey;
  /** Records so many harvests and seals them. */
  grow: (count: number) => Promise<{ unwitnessed: { witness: string; said: string }[] }>;
  checkpoint: () => Promise<string>;
  /** From now on signs as another. */
  goOn: (signer: LogSigner) => void;
  close: () => Promise<void>;
}

/** A key of a log, or of a witness, made now. */
export const aKey = (name: string, use: SignerKey['use'] = 'note'): Promise<SignerKey> =>
  newSignerKey(name, use, randomBytes);

/** Opens a log's doors. `first` numbers its first harvest, so that two logs can differ from there on. */
export async function openLog(
  keys: readonly [SignerKey, ...SignerKey[]],
  { witnesses = [], first = 0 }: { witnesses?: readonly Witness[]; first?: number } = {},
): Promise<OpenLog> {
  const test = await testDatabase();
  const [key] = keys;
  const gateFor = (signer: LogSigner) =>
    createGate({
      database: test.db,
      accounts: nobody,
      settings: {
        gln: GLN,
        gs1Prefix: '9521234',
        bank: null,
        secret: 's'.repeat(32),
        demo: false,
        demoSignIns: [],
        publicUrl: 'http://localhost',
      },
      log: { signer, witnesses },
    });
  let gate = gateFor({ origin: key.name, keys });
  const app = express();
  logDoors(app, { ...gate, callerFor: (headers) => gate.callerFor(headers) });
  const server = await listening(app);
  const url = `${addressOf(server)}/log`;
  let next = first;
  return {
    test,
    url,
    key,
    async grow(count) {
      const numbers = Array.from({ length: count }, () => next++);
      await test.db.$transaction(async (tx) => {
        for (const number of numbers) await harvest(tx, number);
      });
      return gate.seal();
    },
    goOn(signer) {
      gate = gateFor(signer);
    },
    checkpoint: async () => (await fetch(`${url}/checkpoint`)).text(),
    async close() {
      await closed(server);
      await test.close();
    },
  };
}

/** An HTTP server on a free port of this machine. */
export async function listening(answer: RequestListener): Promise<Server> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

export const addressOf = (server: Server): string =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

export async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

const nobody: Accounts = {
  whoIs: async () => ({ kind: 'guest' }),
  enter: async () => null,
  signIn: () => Promise.reject(new Error('nobody signs in here')),
  signOut: () => Promise.reject(new Error('nobody signs out here')),
};

async function harvest(tx: Parameters<typeof recordHarvested>[0], number: number): Promise<void> {
  const moment: Moment = { now: new Date('2026-06-06T03:10:00Z'), random: randomBytes };
  await recordHarvested(tx, moment, {
    harvestId: `har_${number}`,
    lotId: `lot_${number}`,
    lotClass: lotClassUri('99521234001006', `L${number}`),
    plotLocation: plotLocationUri(GLN, 'T01'),
    cutOn: new Date('2026-06-06'),
    bestBefore: new Date('2026-06-16'),
    grams: 240_500 + number,
    batch: `L${number}`,
    varietyCode: 'RI6',
    grade: 'A',
    plantingUnitCode: null,
  });
}
