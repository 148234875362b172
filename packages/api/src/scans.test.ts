import type { Accounts, Actor } from '@baunghe/coop';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { boxPin } from '@baunghe/trace';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aLogSigner } from './api.builders.ts';
import { type ApiSettings, createGate, formAnswer } from './index.ts';
import { aDeliveredBox, anOrchardWithFruit, at } from './packed-box.builders.ts';

const SECRET = 'a secret of the tests, thirty-two characters long';
const SETTINGS: ApiSettings = {
  publicUrl: 'https://baunghe.example',
  gln: '9521234000013',
  gs1Prefix: '9521234',
  bank: null,
  secret: SECRET,
  demo: false,
  demoSignIns: [],
};

let test: TestDatabase;
let now = '2026-06-10T05:10:00Z';
let writes = 0;
let signer: Awaited<ReturnType<typeof aLogSigner>>;
type Box = Awaited<ReturnType<typeof aDeliveredBox>>;

beforeAll(async () => {
  test = await testDatabase();
  signer = await aLogSigner();
  await anOrchardWithFruit(test.db);
});
afterAll(() => test.close());

const people: Record<'guest' | 'packer' | 'manager', Actor> = {
  guest: { kind: 'guest' },
  packer: {
    kind: 'person',
    userId: 'usr_1',
    name: 'Thử',
    roles: ['packer'],
    memberId: null,
    session: { id: 'ses_test', provedAt: null },
  },
  manager: {
    kind: 'person',
    userId: 'usr_2',
    name: 'Thử',
    roles: ['manager'],
    memberId: null,
    session: { id: 'ses_test', provedAt: null },
  },
};
let role: keyof typeof people = 'guest';

/** One gate, so that a network has one mark whoever enters from it. */
const gate = lazily(() =>
  createGate({
    database: test.db,
    accounts: { whoIs: async () => people[role] } as unknown as Accounts,
    settings: SETTINGS,
    log: { signer, witnesses: [] },
    written: () => {
      writes += 1;
    },
    moment: () => at(now),
  }),
);

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The procedures as somebody of a role calls them from an address. */
async function from(address: string, as: keyof typeof people = 'guest') {
  role = as;
  return (await gate().callerFor(new Headers(), address)).api.scans;
}

const codeOf = ({ gtin, serial }: Box) => ({ gtin, serial });
const open = async (box: Box, address: string, cell: string | null = null) =>
  (await from(address)).count({ ...codeOf(box), cell });

describe('an opening of a box’s page', () => {
  it('is counted by network, and neither the address nor its network is in the database', async () => {
    const box = await aDeliveredBox(test.db);
    writes = 0;
    for (const last of [1, 2, 3]) await open(box, `203.0.113.${last}`);
    await open(box, '2001:db8:77:1::9');
    const rows = await test.db.scanPlace.findMany({ where: codeOf(box) });
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/203\.0|2001:/);
    expect(writes).toBe(0);
  });

  it('from too many places warns whoever opens it and drops the kept page once', async () => {
    const box = await aDeliveredBox(test.db);
    writes = 0;
    await Promise.all([1, 2, 3, 4, 5].map((third) => open(box, `198.51.${third}.1`)));
    expect(writes).toBe(1);
    const told = await (await from('192.0.2.1')).ofBox(codeOf(box));
    expect(told).toMatchObject({ ok: true, value: { flags: [{ kind: 'many_places', places: 5 }] } });
    const board = await (await from('192.0.2.1', 'manager')).board();
    const flag = board.flags.find(({ serial }) => serial === box.serial);
    expect(flag?.counts.map(({ boxes }) => boxes)).toEqual([5]);
    expect(flag?.orderCode).toMatch(/^BN/);
    const look = {
      key: crypto.randomUUID(),
      flagId: flag?.id ?? '',
      note: 'Ảnh tem đăng bán',
      settled: true,
    };
    const manager = await from('192.0.2.1', 'manager');
    const looked = await Promise.all([manager.lookAtFlag(look), manager.lookAtFlag(look)]);
    expect(looked.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await test.db.copyFlagLook.count()).toBe(1);
    expect(await manager.ofBox(codeOf(box))).toMatchObject({ value: { flags: [] } });
  });

  it('of a code that is no box’s is counted when the GTIN is ours, and passed over when it is not', async () => {
    const visitor = await from('203.0.113.9');
    await visitor.count({ gtin: '09521234002000', serial: 'NOTYETPACKED', cell: null });
    await visitor.count({ gtin: '00000096385074', serial: 'NOTYETPACKED', cell: null });
    const rows = await test.db.scanPlace.findMany({ where: { serial: 'NOTYETPACKED' } });
    expect(rows).toMatchObject([{ gtin: '09521234002000', boxed: false }]);
  });

  it('keeps a place only as coarse as it may be', async () => {
    const box = await aDeliveredBox(test.db);
    await open(box, '203.0.113.1', '11.82,107.01');
    await open(box, '203.0.114.1', '11.8,107.0');
    const rows = await test.db.scanPlace.findMany({ where: codeOf(box) });
    expect(rows.map(({ cell }) => cell).sort()).toEqual(['11.8,107.0', null]);
  });

  it('is counted by nobody whose address is not known, whatever they claim', async () => {
    const box = await aDeliveredBox(test.db);
    await open(box, 'unknown');
    expect(await test.db.scanPlace.count({ where: codeOf(box) })).toBe(0);
  });
});

describe('the number under the lid', () => {
  const enter = async (box: Box, pin: string) =>
    (await from('203.0.113.1')).enterPin({ ...codeOf(box), pin });

  it('proves the box once, and then says when that was', async () => {
    const box = await aDeliveredBox(test.db);
    const pin = boxPin(SECRET, box.boxId);
    writes = 0;
    expect(await enter(box, `${pin.slice(0, 3)} ${pin.slice(3)}`)).toMatchObject({
      value: { outcome: 'first' },
    });
    expect(writes).toBe(1);
    const firstAt = new Date(now);
    now = '2026-06-10T08:00:00Z';
    expect(await enter(box, pin)).toMatchObject({ value: { outcome: 'again', firstAt } });
    expect(await (await from('203.0.113.1')).ofBox(codeOf(box))).toMatchObject({
      value: { pinFirstAt: firstAt },
    });
  });

  it('is first for exactly one of many who enter it at once', async () => {
    const box = await aDeliveredBox(test.db);
    const pin = boxPin(SECRET, box.boxId);
    const entered = await Promise.all(Array.from({ length: 8 }, () => enter(box, pin)));
    const outcomes = entered.map((each) =>
      each.ok && 'outcome' in each.value ? each.value.outcome : 'refused',
    );
    expect(outcomes.sort()).toEqual([...Array<string>(7).fill('again'), 'first']);
  });

  it('waits an hour after five wrong ones, also when they come at once', async () => {
    const box = await aDeliveredBox(test.db);
    const pin = boxPin(SECRET, box.boxId);
    const wrong = String((Number(pin) + 1) % 1_000_000).padStart(6, '0');
    now = '2026-06-11T05:00:00Z';
    const tried = await Promise.all(Array.from({ length: 12 }, () => enter(box, wrong)));
    expect(tried.filter(({ ok }) => ok)).toHaveLength(5);
    const until = new Date('2026-06-11T06:00:00Z');
    expect(await enter(box, pin)).toEqual({ ok: false, error: { code: 'pin_waits', until } });
    expect(await test.db.boxPinEntry.count({ where: { boxId: box.boxId } })).toBe(5);
    now = until.toISOString();
    expect(await enter(box, pin)).toMatchObject({ value: { outcome: 'first' } });
  });

  it('is another for every box and every secret, and kept nowhere', async () => {
    const pins = Array.from({ length: 200 }, (_, each) => boxPin(SECRET, `box_${each}`));
    expect(pins.every((pin) => /^\d{6}$/.test(pin))).toBe(true);
    expect(new Set(pins).size).toBeGreaterThan(195);
    expect(boxPin(`${SECRET}!`, 'box_1')).not.toBe(pins[1]);
    const short = await formAnswer(enter(await aDeliveredBox(test.db), '12345'));
    expect(short).toEqual({ ok: false, error: { code: 'fields', fields: { pin: 'pin_invalid' } } });
  });

  it('is printed for the packing table only', async () => {
    const { serial } = await aDeliveredBox(test.db);
    const { order } = await test.db.box.findFirstOrThrow({ where: { serial }, include: { order: true } });
    const words = { title: 'Mã trong thùng', how: 'Nhập', box: 'Thùng', cooperative: 'HTX', demo: null };
    const asked = { codes: [order.code], serial: null, layout: 'single' as const, words };
    await expect((await from('203.0.113.1')).slips(asked)).rejects.toThrow('UNAUTHORIZED');
    const printed = await (await from('203.0.113.1', 'packer')).slips(asked);
    expect(printed.ok && Buffer.from(printed.value.slice(0, 5)).toString()).toBe('%PDF-');
  });
});

describe('a report', () => {
  const told = { kind: 'worm', words: 'Hai múi có sâu', phone: '' } as const;
  const report = async (box: Box, changes: object = {}) =>
    (await from('203.0.113.1')).report({ ...codeOf(box), ...told, ...changes });

  it('reaches the manager with its box and order, once however often it is sent, and is looked at once', async () => {
    const box = await aDeliveredBox(test.db);
    const sent = await Promise.all([report(box), report(box), report(box)]);
    expect(sent.every(({ ok }) => ok)).toBe(true);
    const manager = await from('192.0.2.1', 'manager');
    const rows = (await manager.board()).reports.filter(({ serial }) => serial === box.serial);
    expect(rows).toMatchObject([{ kind: 'worm', phone: null, words: 'Hai múi có sâu', lookedAt: null }]);
    const look = { reportId: rows[0]?.id ?? '', note: 'Đã đổi thùng khác' };
    expect((await manager.lookAtReport({ key: crypto.randomUUID(), ...look })).ok).toBe(true);
    expect((await manager.lookAtReport({ key: crypto.randomUUID(), ...look })).ok).toBe(false);
  });

  it('is bounded by the hour for a box', async () => {
    const box = await aDeliveredBox(test.db);
    for (let each = 0; each < 5; each++) expect((await report(box, { words: `lần ${each}` })).ok).toBe(true);
    expect(await report(box, { words: 'lần nữa' })).toEqual({
      ok: false,
      error: { code: 'too_many_reports' },
    });
  });

  it('of something else must say what, and a number must be one', async () => {
    const box = await aDeliveredBox(test.db);
    expect(await formAnswer(report(box, { kind: 'other', words: ' ' }))).toMatchObject({
      error: { fields: { words: 'words_missing' } },
    });
    expect(await formAnswer(report(box, { kind: 'other', words: '\0' }))).toMatchObject({
      error: { fields: { words: 'words_missing' } },
    });
    expect(await formAnswer(report(box, { phone: '123' }))).toMatchObject({
      error: { fields: { phone: 'phone_invalid' } },
    });
  });
});

describe('the board', () => {
  it('is the manager’s alone', async () => {
    await expect((await from('203.0.113.1')).board()).rejects.toThrow('UNAUTHORIZED');
    await expect((await from('203.0.113.1', 'packer')).board()).rejects.toThrow('FORBIDDEN');
  });
});
