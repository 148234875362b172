import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { createGate, type Gate } from '@baunghe/api';
import type { Accounts } from '@baunghe/coop';
import type { TestDatabase } from '@baunghe/db/testing';
import { boxEpcUri } from '@baunghe/gs1';
import { newSignerKey } from '@baunghe/proof';
import express from 'express';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { epcisDoors } from '../app/server/epcis/doors';
import { logDoors } from '../app/server/log-doors';
import { addressOf, closed, listening } from '../app/server/log-doors.builders';
import { demoSeason, GLN } from './demo-season.builders';

const KINDS = ['eventTypes', 'epcs', 'bizSteps', 'bizLocations', 'readPoints', 'dispositions'];

let season: TestDatabase;
let gate: Gate;
let server: Server;
let url: string;
let boxes: { gtin: string; serial: string; orderId: string }[];

beforeAll(async () => {
  season = await demoSeason();
  const key = await newSignerKey('shop.example/log', 'note', (count) => randomBytes(count));
  const bankless = { bank: null, secret: 's'.repeat(32), demo: true, demoSignIns: [] };
  gate = createGate({
    database: season.db,
    accounts: nobody,
    settings: { gln: GLN, gs1Prefix: '9521234', publicUrl: 'http://localhost', ...bankless },
    log: { signer: { origin: key.name, keys: [key] }, witnesses: [] },
  });
  await gate.seal();
  const app = express();
  logDoors(app, gate);
  server = await listening(app);
  url = addressOf(server);
  app.use('/epcis', epcisDoors({ gate, publicUrl: url, log: pino({ level: 'silent' }) }));
  boxes = await season.db.box.findMany({ select: { gtin: true, serial: true, orderId: true } });
}, 300_000);
afterAll(async () => {
  await closed(server);
  await season.close();
});

const nobody: Accounts = {
  whoIs: async () => ({ kind: 'guest' }),
  enter: async () => null,
  signIn: () => Promise.reject(new Error('nobody signs in here')),
  signOut: () => Promise.reject(new Error('nobody signs out here')),
};

/** Everything that an address answers, headers and all, page after page, also within its tokens. */
async function* answersAt(path: string): AsyncGenerator<string> {
  let next: string | undefined = url + path;
  while (next) {
    const answer: Response = await fetch(next);
    expect([next, answer.status]).toEqual([next, 200]);
    const link: string = answer.headers.get('link') ?? '';
    const token = /nextPageToken=([^&>]+)/.exec(link)?.[1] ?? '';
    yield Buffer.from(await answer.arrayBuffer()).toString('latin1') +
      JSON.stringify([...answer.headers]) +
      Buffer.from(token, 'base64url');
    next = /^<([^>]+)>; rel="next"/.exec(link)?.[1];
  }
}

/** The serial numbers that a text holds: every run of letters and digits long enough is looked up. */
function serialsIn(text: string): string[] {
  const known = new Set(boxes.map(({ serial }) => serial));
  return [...new Set(text.match(/[0-9A-Z]{12,}/g))].filter((run) => known.has(run));
}

async function membersOf(kind: string): Promise<string[]> {
  const members: string[] = [];
  for await (const text of answersAt(`/epcis/${kind}?perPage=1000`))
    members.push(...(JSON.parse(text.slice(0, text.indexOf(']}') + 2)) as { member: string[] }).member);
  return members;
}

it('no door of EPCIS names a box that nobody asked for, on whatever way one comes to an event', async () => {
  expect(boxes.length).toBeGreaterThan(500);
  const paths = ['/epcis/events?perPage=100', '/epcis/events?orderBy=eventTime&perPage=1000', '/epcis'];
  for (const kind of KINDS) {
    for (const member of await membersOf(kind)) {
      const at = `/epcis/${kind}/${encodeURIComponent(member)}`;
      if (kind !== 'epcs' || paths.length < 60) paths.push(at, `${at}/events?perPage=1000`);
    }
    paths.push(`/epcis/${kind}?perPage=7`);
  }
  const events = await season.db.traceEvent.findMany({ where: { bizStep: 'shipping' }, take: 20 });
  paths.push(...events.map(({ id }) => `/epcis/events/${encodeURIComponent(id)}`));
  let found = 0;
  for (const path of paths) {
    for await (const text of answersAt(path)) {
      expect([path, serialsIn(text)]).toEqual([path, []]);
      found += text.length;
    }
  }
  expect(found).toBeGreaterThan(1_000_000);
}, 120_000);

it('no tile, bundle or head of the log names a box', async () => {
  const leaves = await season.db.logLeaf.count();
  expect(leaves).toBeGreaterThan(boxes.length);
  const bundles = Array.from({ length: Math.ceil(leaves / 256) }, (_, at) => {
    const width = Math.min(256, leaves - at * 256);
    const name = String(at).padStart(3, '0');
    return `/log/tile/entries/${name}${width < 256 ? `.p/${width}` : ''}`;
  });
  let packed = 0;
  for (const path of [...bundles, '/log/checkpoint', '/log/key']) {
    for await (const text of answersAt(path)) {
      expect([path, serialsIn(text)]).toEqual([path, []]);
      packed += text.split('"bizStep":"packing"').length - 1;
    }
  }
  expect(packed).toBe(boxes.length);
});

it('who asks for a box is told of that box and of no other that left with it', async () => {
  const { api } = await gate.callerFor(new Headers());
  const together = boxes.filter(
    ({ orderId }, at) => boxes.findIndex((box) => box.orderId === orderId) !== at,
  );
  for (const { gtin, serial } of together.slice(0, 25)) {
    const epc = boxEpcUri(gtin, serial);
    for (const path of [`/epcis/epcs/${epc}/events`, `/epcis/events?MATCH_anyEPC=${encodeURIComponent(epc)}`])
      for await (const text of answersAt(path)) expect([path, serialsIn(text)]).toEqual([path, [serial]]);
    const story = await api.boxes.story({ gtin, serial, batch: null });
    if (!story.ok) throw new Error(story.error.code);
    const { disclosures } = story.value.proof?.events.at(-1) ?? {};
    expect(disclosures).toHaveLength(1);
    const plain = story.value.proof?.events.flatMap((event) =>
      event.disclosures.map((each) => Buffer.from(each, 'base64url').toString()),
    );
    expect(serialsIn(JSON.stringify([story.value, plain]))).toEqual([serial]);
  }
});
