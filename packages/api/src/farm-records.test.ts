import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aShop, type Shop } from './api.builders.ts';
import type { Caller } from './index.ts';

let shop: Shop;
let named: Caller;
let packer: Caller;
let manager: Caller;
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const key = () => crypto.randomUUID();

beforeAll(async () => {
  shop = await aShop();
  named = await shop.as(await shop.personWith(['member'], 'mem_named'));
  packer = await shop.as(await shop.personWith(['packer']));
  manager = await shop.as(await shop.personWith(['manager']));
  await shop.db.input.create({
    data: { id: 'inp_7', name: 'Thuốc A', kind: 'pesticide', preHarvestDays: 7 },
  });
});
afterAll(() => shop.close());

const anEntry = (plotId: string) => ({
  ...{ key: key(), plotId, act: 'spray' as const, doneOn: today, inputId: 'inp_7' },
  ...{ dose: '25 ml', reason: 'Rầy', operator: 'Người phun', areaM2: '0,5 ha' },
});

const unknown = { ok: false, error: { code: 'plot_unknown' } };

describe('a member’s farm records', () => {
  it('are written on their own plots only, once however often they are sent', async () => {
    const before = await shop.db.diaryEntry.count();
    expect(await named.diary.record(anEntry('plo_unnamed'))).toEqual(unknown);
    expect(await shop.db.diaryEntry.count()).toBe(before);
    const entry = anEntry('plo_named');
    const [one, again] = [await named.diary.record(entry), await named.diary.record(entry)];
    expect(one).toMatchObject({ ok: true });
    expect(again).toEqual(one);
    expect(await shop.db.diaryEntry.findMany({ where: { plotId: 'plo_named' } })).toMatchObject([
      { areaM2: 5000, inputName: 'Thuốc A' },
    ]);
    const forecast = { key: key(), varietyCode: 'RI6', monday: today, grams: 1000 };
    expect(await named.forecasts.say({ ...forecast, plotId: 'plo_unnamed' })).toEqual(unknown);
    expect(await named.forecasts.say({ ...forecast, plotId: 'plo_named' })).toMatchObject({ ok: true });
  });

  it('of others are not there for them, and all there for staff', async () => {
    const written = await manager.diary.record(anEntry('plo_unnamed'));
    if (!written.ok) throw new Error(written.error.code);
    const batch = await shop.cut('plo_unnamed', 50_000);
    const result = {
      ...{ key: key(), kind: 'cadmium' as const, batch, plotCode: null, laboratory: 'P', number: '1' },
      ...{ sampledOn: today, resultOn: today, passed: null, value: '0,051', note: null, document: null },
    };
    expect(await manager.lab.record(result)).toMatchObject({ ok: true });
    const id = written.value;
    expect(await named.diary.entry({ id })).toEqual({ ok: false, error: { code: 'entry_unknown' } });
    expect(await named.diary.entries({ plotId: 'plo_unnamed' })).toEqual([]);
    expect(await named.lab.results({ batch })).toEqual([]);
    expect(await named.plots.list({ code: 'T02' })).toEqual([]);
    for (const staff of [packer, manager]) {
      expect(await staff.diary.entry({ id })).toMatchObject({ ok: true });
      expect(await staff.lab.results({ batch })).toMatchObject([{ passed: false, nanogramsPerKg: 51_000 }]);
      expect(await staff.plots.list({ code: 'T02' })).toHaveLength(1);
    }
    const lot = await shop.db.lot.findUniqueOrThrow({ where: { batch } });
    expect(lot.heldReason).toMatch(/^LAB cadmium/);
  });

  it('come in as a file for their own plots only, and the catalogue is the manager’s', async () => {
    const bytes = new TextEncoder().encode(`Thửa;Việc;Ngày\nT01;tưới;${today}\nT02;tưới;${today}\n`);
    const file = { key: key(), fileName: 'a.csv', bytes };
    const started = await named.farmImports.start({ ...file, kind: 'diary' });
    if (!started.ok) throw new Error(started.error.code);
    while ((await shop.gate.importSome()) > 0);
    const state = await named.farmImports.state({ id: started.value, most: 9 });
    expect(state).toMatchObject({
      value: { kept: 1, refused: 1, refusals: [{ row: 3, code: 'plot_unknown' }] },
    });
    const other = await shop.as(await shop.personWith(['member'], 'mem_unnamed'));
    expect(await other.farmImports.state({ id: started.value, most: 9 })).toMatchObject({ ok: false });
    await expect(named.farmImports.start({ ...file, key: key(), kind: 'inputs' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

it('a form that lacks what the act must say is refused field by field', async () => {
  const asked = named.diary.record({ ...anEntry('plo_named'), dose: ' ', operator: '', areaM2: 'rộng' });
  await expect(asked).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  const lacking = named.diary.record({ ...anEntry('plo_named'), dose: ' ', operator: '' });
  const error = await lacking.catch((thrown: { cause: { issues: { message: string }[] } }) => thrown);
  const messages = 'cause' in error ? error.cause.issues.map(({ message }) => message) : [];
  expect(messages).toEqual(['dose_missing', 'operator_missing']);
});
