import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDoor, openDoor } from './door.builders';

const KEY = 'KEY-OF-THE-FEED-1';
let door: OpenDoor;
beforeAll(async () => {
  door = await openDoor({ by: 'sepay', apiKey: KEY });
});
afterAll(() => door.close());

const TELLING = {
  id: 1,
  transactionDate: '2026-06-07 10:00:37',
  accountNumber: '0123499999',
  content: 'tien sau rieng',
  transferType: 'in',
  transferAmount: 50_000,
  referenceCode: 'FT1',
};

async function post(body: string | Uint8Array, headers: Record<string, string> = {}, url = door.url) {
  const all = { 'content-type': 'application/json', authorization: `Apikey ${KEY}`, ...headers };
  const answer = await fetch(url, { method: 'POST', headers: all, body: Buffer.from(body) });
  return { status: answer.status, body: (await answer.json()) as { success: boolean; error?: string } };
}

/** A success, or a refusal with a reason that tells nothing of the key; never an error of the server's. */
function isReasoned({ status, body }: Awaited<ReturnType<typeof post>>): void {
  expect(door.unexpected).toEqual([]);
  expect(status).toBeLessThan(500);
  expect(body.success).toBe(status === 200);
  if (status !== 200) expect(body.error?.length).toBeGreaterThan(5);
  expect(JSON.stringify(body)).not.toContain(KEY);
}

describe('a movement that a feed tells of', () => {
  it('is kept once however often it is told', async () => {
    const body = JSON.stringify(TELLING);
    const told = await Promise.all([post(body), post(body), post(body)]);
    for (const each of told) expect(each).toEqual({ status: 200, body: { success: true } });
    expect(await door.test.db.bankLine.count()).toBe(1);
  });

  it('is refused with a reason from a stranger, and where nothing is set up', async () => {
    const body = JSON.stringify({ ...TELLING, id: 2 });
    const closed = await openDoor(undefined, door.test);
    expect(await post(body, {}, closed.url)).toMatchObject({ status: 503, body: { success: false } });
    await closed.close();
    for (const authorization of ['', 'Apikey wrong', `Bearer ${KEY}`])
      expect(await post(body, { authorization })).toMatchObject({ status: 401, body: { success: false } });
    expect((await fetch(door.url)).status).toBe(405);
    expect(await post(body, { 'content-type': 'text/plain' })).toMatchObject({ status: 415 });
    expect(await post(' '.repeat(70_000))).toMatchObject({ status: 413 });
    expect(await door.test.db.bankLine.count()).toBe(1);
  });
});

describe('whatever is posted', () => {
  const odd = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '\u0000',
      '\ud800',
      'x'.repeat(9000),
      1e300,
      '9999-12-31 23:59:59',
      '0001-01-01 00:00:00',
    ),
  );

  it('bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 100 }), async (bytes) => isReasoned(await post(bytes))),
      { numRuns: 40 },
    );
  });

  it('fields of any form', async () => {
    const names = [...Object.keys(TELLING), 'code', 'subAccount', '__proto__'];
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...names), odd, { maxKeys: 3 }), async (change) =>
        isReasoned(await post(JSON.stringify({ ...TELLING, ...change }))),
      ),
      { numRuns: 120 },
    );
  });
});
