import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDoors, openDoors, PRODUCT } from './doors.builders';

let doors: OpenDoors;
let lot: string;
let box: string;
beforeAll(async () => {
  doors = await openDoors();
  lot = `/01/${PRODUCT}/10/${doors.batch}`;
  box = `${lot}/21/${doors.serial}`;
});
afterAll(() => doors.close());

const BROWSER = { accept: 'text/html' };
const JSON_ONLY = { accept: 'application/json' };
const reason = 'Dư lượng thuốc vượt mức cho phép';
const called = (words = reason) => ({ key: crypto.randomUUID(), batch: doors.batch, reason: words });

async function recallStatus() {
  const { location } = await doors.ask(`${box}?linkType=gs1:recallStatus`, JSON_ONLY);
  return (await doors.ask(location ?? '', JSON_ONLY)).document;
}

describe('a lot that is called back', () => {
  it('was not before, and says so', async () => {
    expect(await recallStatus()).toMatchObject({
      batch: doors.batch,
      recalled: false,
      since: null,
      endedAt: null,
    });
  });

  it('is gone for who asks for its product, and its box with it (410)', async () => {
    expect(await doors.manager.withdrawals.withdraw(called())).toMatchObject({ ok: true });
    for (const path of [lot, box, `/01/${PRODUCT}/21/${doors.serial}`])
      for (const type of ['gs1:pip', 'gs1:hasRetailers', 'gs1:defaultLink']) {
        const told = await doors.ask(`${path}?linkType=${type}`, JSON_ONLY);
        expect([told.status, told.document?.code]).toEqual([410, 'withdrawn']);
        expect(told.headers.get('link')).toContain('rel="linkset"');
        expect((await doors.ask(`${path}?linkType=${type}`, BROWSER)).page).toBe(true);
      }
    expect((await doors.ask(`/01/${PRODUCT}?linkType=gs1:pip`)).status).toBe(307);
  });

  it('still tells that it is called back, and where its fruit went', async () => {
    expect(await recallStatus()).toMatchObject({
      recalled: true,
      reason,
      since: expect.stringMatching(/Z$/),
    });
    expect((await doors.ask(`${box}?linkType=gs1:traceability`, JSON_ONLY)).status).toBe(307);
    expect((await doors.ask(`${box}?linkType=linkset`)).status).toBe(200);
  });

  it('is told to the log as recalled, without naming boxes', async () => {
    const events = await doors.test.db.traceEvent.findMany({ where: { bizStep: 'holding' } });
    expect(events.map(({ body }) => body)).toMatchObject([
      { type: 'ObjectEvent', action: 'OBSERVE', disposition: 'recalled', quantityList: [{}] },
    ]);
    expect(JSON.stringify(events[0]?.body)).not.toContain(doors.serial);
  });

  it('comes back when that ends', async () => {
    expect(await doors.manager.withdrawals.end(called('Kiểm nghiệm lại đạt'))).toMatchObject({ ok: true });
    expect((await doors.ask(`${box}?linkType=gs1:pip`)).status).toBe(307);
    expect(await recallStatus()).toMatchObject({
      recalled: false,
      reason: null,
      endedAt: expect.any(String),
    });
  });

  it('has a batch code of its own: others are refused with the reason', async () => {
    expect((await doors.ask('/recalls/NOSUCH')).status).toBe(404);
    for (const path of [
      '/recalls',
      '/recalls/',
      '/recalls/%00',
      '/recalls/a/b',
      `/recalls/${'A'.repeat(21)}`,
    ])
      expect((await doors.ask(path)).status).toBe(400);
    expect((await doors.ask(`/recalls/${doors.batch}`, {}, 'POST')).status).toBe(405);
  });
});
