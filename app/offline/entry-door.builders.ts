import { type Caller, createGate } from '@baunghe/api';
import type { Accounts, Actor } from '@baunghe/coop';
import { type Database, type Moment, thisMoment, vietnamDay } from '@baunghe/db';
import { testDatabase } from '@baunghe/db/testing';
import { recordHarvest } from '@baunghe/farm';
import { newSignerKey } from '@baunghe/proof';
import type { ActionFunctionArgs } from '@remix-run/node';
import type { DoorAnswer } from './post-entry';
import { takeEntry } from './take-entry.server';

const GLN = '9521234000013';
const BY = { userId: 'usr_manager', memberId: null, gln: GLN };

/** Who may send: staff, and the grower of the one plot, `plo_1`. */
type Who = 'manager' | 'packer' | 'member';

/** What is sent of an entry; `about` overrules what its phone says of it. */
export interface Sending {
  who: Who | null;
  kind: string;
  of?: string;
  key?: string;
  fields: Readonly<Record<string, string | Blob>>;
  about?: Readonly<Record<string, string>>;
}

/** The door that entries of phones come to, over a database of its own with one orchard. */
export interface EntryDoor {
  db: Database;
  now: Date;
  /** Sends an entry as its owner's phone does. */
  send(sending: Sending): Promise<{ answer: DoorAnswer; status: number }>;
  as(who: Who): Promise<Caller>;
  /** A lot of fresh fruit; its batch code. */
  cut(grams: number): Promise<string>;
  close(): Promise<void>;
}

export async function anEntryDoor(): Promise<EntryDoor> {
  const { db, close } = await testDatabase(4);
  await plant(db);
  const moment = thisMoment();
  const key = await newSignerKey('shop.example/log', 'note', moment.random);
  const settings = { gln: GLN, gs1Prefix: '9521234', bank: null, secret: 's'.repeat(32), demoSignIns: [] };
  const gate = createGate({
    database: db,
    accounts,
    settings: { ...settings, demo: false, publicUrl: 'https://shop.example' },
    log: { signer: { origin: key.name, keys: [key] }, witnesses: [] },
  });
  const as = async (who: Who | null) =>
    (await gate.callerFor(new Headers(who ? { cookie: `as=${who}` } : {}))).api;
  return {
    ...{ db, close, as, now: moment.now },
    cut: (grams) => cut(db, moment, grams),
    async send(sending) {
      const context = { api: await as(sending.who), now: moment.now, demo: false, nonce: '', publicUrl: '' };
      return takeEntry({
        request: requestOf(sending, moment.now),
        params: {},
        context,
      } as ActionFunctionArgs);
    },
  };
}

/** As postEntry makes it. */
function requestOf({ who, kind, of, key = crypto.randomUUID(), fields, about }: Sending, now: Date): Request {
  const search = new URLSearchParams({
    ...{ kind, key, owner: `usr_${who ?? 'packer'}`, phoneNow: String(+now), believedAhead: '0' },
    ...{ savedAt: String(+now - 3_600_000), ...(of === undefined ? {} : { of }), ...about },
  });
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, key })) form.set(name, value);
  const url = `http://localhost/office/outbox/send?${search}`;
  return new Request(url, { method: 'POST', body: form });
}

const accounts: Accounts = {
  whoIs: async (headers): Promise<Actor> => {
    const who = /^as=(\w+)$/.exec(headers.get('cookie') ?? '')?.[1] as Who | undefined;
    if (!who) return { kind: 'guest' };
    const memberId = who === 'member' ? 'mem_1' : null;
    return {
      kind: 'person',
      userId: `usr_${who}`,
      name: who,
      roles: [who],
      memberId,
      session: { id: 'ses_test', provedAt: null },
    };
  },
  enter: async () => null,
  signIn: () => Promise.reject(new Error('nobody signs in here')),
  signOut: () => Promise.reject(new Error('nobody signs out here')),
};

async function cut(db: Database, moment: Moment, grams: number): Promise<string> {
  const entry = { plotId: 'plo_1', varietyCode: 'RI6', grade: 'A', grams, photoId: null };
  const made = await db.$transaction((tx) =>
    recordHarvest(tx, moment, BY, { ...entry, cutOn: vietnamDay(moment.now) }),
  );
  if (!made.ok) throw new Error(made.error.code);
  return made.value.batch;
}

async function plant(db: Database): Promise<void> {
  const looks = { fruit: 'durian', shelfDays: 8, picture: 'durian-ri6.svg', looseGtin: '99521234001006' };
  await db.variety.create({ data: { code: 'RI6', nameVi: 'Ri6', nameEn: 'Ri6', ...looks } });
  const joinedOn = new Date('2020-01-01');
  await db.member.create({ data: { id: 'mem_1', code: 'XV01', name: 'Người Trồng Thử', joinedOn } });
  const plot = { id: 'plo_1', code: 'T01', name: 'Vườn thử', memberId: 'mem_1', areaM2: 9000, outline: [] };
  await db.plot.create({ data: plot });
  await db.plotTrees.create({ data: { plotId: 'plo_1', varietyCode: 'RI6', count: 90, plantedYear: 2012 } });
  await db.place.createMany({
    data: [
      { code: 'KHO1', name: 'Kho lạnh 1' },
      { code: 'KE2', name: 'Kệ 2' },
    ],
  });
}
