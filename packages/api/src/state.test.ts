import { createPublicKey, verify } from 'node:crypto';
import type { Accounts, Actor } from '@baunghe/coop';
import { refusalOf } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { canonical, parseVerifierKey } from '@baunghe/proof';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aLogSigner } from './api.builders.ts';
import { createGate, type Gate } from './index.ts';
import { aDeliveredBox, anOrchardWithFruit, at } from './packed-box.builders.ts';

const MANAGER: Actor = {
  kind: 'person',
  userId: 'usr_2',
  name: 'Thử',
  roles: ['manager'],
  memberId: null,
  session: { id: 'ses_test', provedAt: null },
};
const NOW = '2026-06-12T03:00:00Z';

let test: TestDatabase;
let gate: Gate;
let box: Awaited<ReturnType<typeof aDeliveredBox>>;
let batch: string;

beforeAll(async () => {
  test = await testDatabase();
  const [first, second] = [await aLogSigner(), await aLogSigner()];
  await anOrchardWithFruit(test.db);
  box = await aDeliveredBox(test.db);
  batch = (await test.db.lot.findFirstOrThrow()).batch;
  gate = createGate({
    database: test.db,
    accounts: { whoIs: async () => MANAGER } as unknown as Accounts,
    settings: {
      publicUrl: 'https://baunghe.example',
      gln: '9521234000013',
      gs1Prefix: '9521234',
      bank: null,
      secret: 'a secret of the tests, thirty-two characters long',
      demo: false,
      demoSignIns: [],
    },
    log: { signer: { ...first, keys: [...first.keys, ...second.keys] }, witnesses: [] },
    moment: () => at(NOW),
  });
  await gate.seal();
});
afterAll(() => test.close());

const api = async () => (await gate.callerFor(new Headers())).api;

async function exported() {
  const answer = await (await api()).state.lot({ batch });
  if (!answer.ok) throw new Error(answer.error.code);
  // As it comes over the wire.
  return JSON.parse(JSON.stringify(answer.value)) as typeof answer.value;
}

/** The line of /log/key whose signature holds, as somebody else's program would find it; null when one does not. */
async function signers({ document, jws }: Awaited<ReturnType<typeof exported>>): Promise<string[] | null> {
  const text = canonical(document);
  if (!text.ok) return null;
  const found: string[] = [];
  for (const { protected: header, signature } of jws.signatures) {
    const { alg, kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as Record<string, string>;
    expect(alg).toBe('EdDSA');
    const key = parseVerifierKey(kid ?? '');
    if (!key.ok) return null;
    const x = Buffer.from(key.value.publicKey).toString('base64url');
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    const signed = `${header}.${Buffer.from(text.value).toString('base64url')}`;
    if (!verify(null, Buffer.from(signed), publicKey, Buffer.from(signature, 'base64url'))) return null;
    found.push(kid ?? '');
  }
  return found;
}

describe('a lot for the State', () => {
  it('is signed by every key of /log/key, and by none once a letter of it is changed', async () => {
    const file = await exported();
    expect(await signers(file)).toEqual(await (await api()).log.keys());
    const changed = JSON.parse(JSON.stringify(file).replace('Sầu riêng Ri6', 'Sầu riêng Ri7'));
    expect(changed).not.toEqual(file);
    expect(await signers(changed)).toBeNull();
  });

  it('has the fields of the circular, and says of what is not known that it is not', async () => {
    const { document } = await exported();
    const page = `https://baunghe.example/01/99521234001006/10/${batch}`;
    expect(document).toMatchObject({
      format: 'baunghe-lot-for-state',
      version: 1,
      madeAt: '2026-06-12T03:00:00.000Z',
      demo: false,
      product: {
        name: 'Sầu riêng Ri6',
        grade: 'A',
        picture: 'https://baunghe.example/pictures/durian-ri6.svg',
        brand: 'Bàu Nghé',
        page,
        traceCode: { gtin: '99521234001006', lot: batch },
        stateStamp: { unknown: 'not_yet' },
      },
      producer: {
        name: 'Hợp tác xã cây ăn trái Bàu Nghé',
        wardCode: '25217',
        gln: '9521234000013',
        taxCode: { unknown: 'not_published' },
      },
      production: { cutOn: '2026-06-07', bestBefore: '2026-06-15', harvestedGrams: 200_000 },
      standard: { unknown: 'not_published' },
    });
  });

  it('tells the stages in their order, with the codes of boxes and places', async () => {
    const { document } = await exported();
    const stages = document.stages as { stage: string }[];
    expect(stages.map(({ stage }) => stage)).toEqual([
      'grower',
      'area',
      'purchase',
      'packing',
      'transport',
      'distribution',
    ]);
    const { gtin, serial } = box;
    expect(stages).toMatchObject([
      { name: { unknown: 'not_agreed' } },
      {
        location: { gln: '9521234000013', extension: 'T01' },
        plantingUnitCode: { unknown: 'not_published' },
        diary: [],
      },
      { received: { unknown: 'not_recorded' } },
      { location: { gln: '9521234000013' }, boxes: [{ gtin, serial, netGrams: 10_200 }] },
      { loads: [{ sscc: expect.stringMatching(/^\d{18}$/), boxes: [{ gtin, serial }] }] },
      { delivered: [{ gtin, serial, at: '2026-06-09T09:00:00.000Z' }] },
    ]);
    const events = document.events as { bizStep: string; logIndex: number }[];
    expect(events.map(({ bizStep }) => bizStep)).toEqual(['commissioning', 'packing', 'loading', 'shipping']);
    expect(new Set(events.map(({ logIndex }) => logIndex)).size).toBe(4);
    expect(events.every(({ logIndex }) => Number.isInteger(logIndex))).toBe(true);
  });

  it('names the grower once they agreed, and never a buyer, an order or a carrier', async () => {
    const order = await test.db.order.findFirstOrThrow();
    const secret = [order.code, order.id, order.phone, order.buyerName, order.street, 'Xe nhà', 'XV01'];
    const silent = JSON.stringify(await exported());
    for (const each of [...secret, 'Người Trồng Thử']) expect(silent).not.toContain(each);
    await test.db.member.updateMany({ data: { shown: 'name' } });
    const told = JSON.stringify(await exported());
    await test.db.member.updateMany({ data: { shown: 'nothing' } });
    expect(told).toContain('"stage":"grower","name":"Người Trồng Thử"');
    for (const each of secret) expect(told).not.toContain(each);
  });

  it('is refused for a lot that nobody has', async () => {
    expect(await (await api()).state.lot({ batch: 'NONE' })).toEqual({
      ok: false,
      error: { code: 'lot_unknown' },
    });
  });
});

describe('the State’s stamp', () => {
  const put = async (url: string, of = batch) =>
    (await api()).state.putStamp({ key: crypto.randomUUID(), batch: of, url });
  const shown = async () => {
    const story = await (await api()).boxes.story({ ...box, batch: null });
    return story.ok ? story.value.origin.stateStamp : story.error;
  };

  it('is the newest address that the manager entered, on every box of the lot, until it is taken away', async () => {
    expect(await shown()).toBeNull();
    await put('https://traceviet.mae.gov.vn/t/1');
    expect(await put(' https://TraceViet.mae.gov.vn/t/2?lô=1 ')).toEqual({
      ok: true,
      value: { url: 'https://traceviet.mae.gov.vn/t/2?l%C3%B4=1' },
    });
    expect(await shown()).toBe('https://traceviet.mae.gov.vn/t/2?l%C3%B4=1');
    expect(await (await api()).state.stamp({ batch })).toEqual({
      ok: true,
      value: { url: 'https://traceviet.mae.gov.vn/t/2?l%C3%B4=1' },
    });
    expect(await put('')).toEqual({ ok: true, value: { url: null } });
    expect(await shown()).toBeNull();
    expect(await test.db.lotStateStamp.count()).toBe(3);
  });

  it.each([
    'http://traceviet.mae.gov.vn/t/1',
    'https://gov.vn/t/1',
    'https://traceviet.mae.gov.vn.example/t/1',
    'https://example.com/mae.gov.vn',
    'https://notgov.vn/',
    'https://mae.gov.vn@example.com/',
    'https://someone@mae.gov.vn/',
    'https://mae.gov.vn:8443/',
    'javascript:alert(1)//mae.gov.vn',
    'mae.gov.vn',
    `https://mae.gov.vn/${'a'.repeat(500)}`,
  ])('is not %s', async (url) => {
    const before = await test.db.lotStateStamp.count();
    expect(await put(url)).toEqual({ ok: false, error: { code: 'stamp_not_the_states' } });
    expect(await test.db.lotStateStamp.count()).toBe(before);
  });

  it('belongs to a lot that there is', async () => {
    const lost = await put('https://mae.gov.vn/', 'NONE');
    expect(lost).toEqual({ ok: false, error: { code: 'lot_unknown' } });
  });

  it('stays as it was written, and the database itself takes no other host', async () => {
    await put('https://traceviet.mae.gov.vn/t/3');
    const lotId = (await test.db.lot.findFirstOrThrow()).id;
    const row = { lotId, at: new Date(NOW), byUser: 'usr_2' };
    const refused = (act: Promise<unknown>) =>
      act.then(
        () => 'taken',
        (error: unknown) => refusalOf(error)?.constraint,
      );
    const elsewhere = test.db.lotStateStamp.create({ data: { ...row, url: 'https://example.com/?gov.vn/' } });
    expect(await refused(elsewhere)).toBe('lot_state_stamp_is_the_states');
    expect(await refused(test.db.lotStateStamp.updateMany({ data: { url: null } }))).toBe('append_only');
    expect(await refused(test.db.lotStateStamp.deleteMany())).toBe('append_only');
  });
});
