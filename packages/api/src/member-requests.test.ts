import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aShop, type Shop } from './api.builders.ts';
import type { Caller } from './index.ts';

const key = () => crypto.randomUUID();

let shop: Shop;
let manager: Caller;
let other: Caller;

beforeAll(async () => {
  shop = await aShop(4);
  manager = await shop.as(await shop.personWith(['manager']));
  other = await shop.as(await shop.personWith(['manager']));
});
afterAll(() => shop.close());

describe('what a member asks the office for', () => {
  it('a correction of their own plot changes it once it is granted, with the trail', async () => {
    const member = await shop.as(await shop.personWith(['member'], 'mem_named'));
    const ask = (plotId: string) =>
      member.memberRequests.askCorrection({
        ...{ key: key(), plotId, areaM2: '8.500', note: 'Bờ phía tây lùi 3 m' },
        trees: { varietyCode: 'RI6', count: 95, plantedYear: null },
      });
    expect(await ask('plo_unnamed')).toMatchObject({ error: { code: 'plot_unknown' } });
    const asked = await ask('plo_named');
    if (!asked.ok) throw new Error(asked.error.code);
    const { code } = asked.value;
    expect(await ask('plo_named')).toMatchObject({ error: { code: 'request_open' } });
    const answer = { code, isGranted: true, words: null, copy: null };
    const both = await Promise.all([
      manager.memberRequests.answer({ key: key(), ...answer }),
      other.memberRequests.answer({ key: key(), ...answer }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const plot = await shop.db.plot.findUniqueOrThrow({
      where: { id: 'plo_named' },
      include: { trees: true },
    });
    expect(plot).toMatchObject({
      areaM2: 8500,
      trees: [{ varietyCode: 'RI6', count: 95, plantedYear: 2012 }],
    });
    expect(await member.memberRequests.one({ code })).toMatchObject({
      value: { state: 'granted', areaM2Before: 9000, treesBefore: 90 },
    });
    expect(
      await shop.db.act.count({
        where: { procedure: 'memberRequests.answer', about: { has: `request:${code}` } },
      }),
    ).toBe(1);
  });

  it('a plot’s form from its grower changes the name, and the office what fruit is traced by, in one step', async () => {
    const member = await shop.as(await shop.personWith(['member'], 'mem_unnamed'));
    const corners = '11.82, 107.01\n11.8209, 107.01\n11.8209, 107.0109\n11.82, 107.0109';
    const trees = [{ varietyCode: 'RI6', count: 70, plantedYear: 2012 }];
    const form = {
      ...{
        id: 'plo_unnamed',
        code: 'X',
        name: 'Vườn bên suối',
        memberCode: 'X',
        note: 'Đo lại bằng điện thoại',
      },
      ...{ plantingUnitCode: 'VN-BPOR-0042', areaM2: '9.800', outline: corners, trees },
    };
    const kept = await member.plots.keep({ key: key(), ...form });
    if (!kept.ok) throw new Error(kept.error.code);
    const code = kept.value.request ?? '';
    const plot = () =>
      shop.db.plot.findUniqueOrThrow({ where: { id: 'plo_unnamed' }, include: { trees: true } });
    const before = await plot();
    expect(before).toMatchObject({
      name: 'Vườn bên suối',
      areaM2: 9000,
      outline: [],
      plantingUnitCode: null,
    });
    // A form that was sent once more is told that the office has one already; nothing of it is taken by halves.
    const again = { ...form, name: 'Vườn khác', areaM2: '9.700' };
    expect(await member.plots.keep({ key: key(), ...again })).toMatchObject({
      error: { code: 'request_open' },
    });
    expect((await plot()).name).toBe('Vườn bên suối');
    expect(await manager.memberRequests.one({ code })).toMatchObject({
      value: {
        ...{ areaM2: 9800, areaM2Before: 9000, note: 'Đo lại bằng điện thoại' },
        outline: { before: [], after: expect.arrayContaining([[107.01, 11.82]]) },
        plantingUnit: { before: null, after: 'VN-BPOR-0042' },
        allTrees: { before: [{ count: before.trees[0]?.count }], after: trees },
      },
    });
    const answer = { key: key(), code, isGranted: true, words: null, copy: null };
    expect((await manager.memberRequests.answer(answer)).ok).toBe(true);
    const after = await plot();
    expect(after).toMatchObject({
      name: 'Vườn bên suối',
      areaM2: 9800,
      plantingUnitCode: 'VN-BPOR-0042',
      trees,
    });
    expect(after.outline).toHaveLength(5);
    expect(await member.plots.keep({ key: key(), ...form })).toMatchObject({ value: { request: null } });
  });

  it('a copy of a certificate is theirs alone', async () => {
    const theirs = await shop.as(await shop.personWith(['member'], 'mem_unnamed'));
    const day = (text: string) => new Date(`${text}T00:00:00Z`);
    const paper = {
      kind: 'vietgap',
      number: 'VG-1',
      issuer: 'Thử',
      recordedBy: 'usr',
      recordedAt: new Date(),
    } as const;
    const until = { validFrom: day('2026-01-01'), validTo: day('2027-01-01') };
    await shop.db.certificate.create({ data: { id: 'cer_of', ...paper, ...until, memberId: 'mem_unnamed' } });
    const stranger = await shop.as(await shop.personWith(['packer', 'member']));
    const ask = (by: Caller) =>
      by.memberRequests.askCopy({ key: key(), certificateId: 'cer_of', note: null });
    expect(await ask(stranger)).toMatchObject({ error: { code: 'certificate_unknown' } });
    const asked = await ask(theirs);
    if (!asked.ok) throw new Error(asked.error.code);
    const { code } = asked.value;
    const grant = (copy: Uint8Array<ArrayBuffer> | null) =>
      manager.memberRequests.answer({ key: key(), code, isGranted: true, words: 'Bản chụp', copy });
    expect(await grant(null)).toMatchObject({ error: { code: 'copy_missing' } });
    expect(await grant(new Uint8Array([1, 2, 3]))).toMatchObject({ error: { code: 'report_unreadable' } });
    const pdf = new TextEncoder().encode('%PDF-1.4 thử');
    expect((await grant(pdf)).ok).toBe(true);
    expect(await theirs.memberRequests.copy({ code })).toMatchObject({
      value: { mediaType: 'application/pdf', bytes: pdf },
    });
    expect(await stranger.memberRequests.copy({ code })).toMatchObject({ error: { code: 'copy_unknown' } });
    expect(await stranger.memberRequests.one({ code })).toMatchObject({ error: { code: 'request_unknown' } });
    const refused = { isGranted: false, words: null, copy: null };
    expect(await manager.memberRequests.answer({ key: key(), code, ...refused })).toMatchObject({
      error: { code: 'request_answered' },
    });
  });
});
