import { request as httpRequest } from 'node:http';
import { esmsMark } from '@baunghe/notices';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ESMS_SECRET, MEMBER, type OpenDoor, openDoor, received, signed, type Told } from './door.builders';

let door: OpenDoor;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const text = (...told: Parameters<typeof received>) => JSON.stringify(received(...told));
const harvests = () => door.test.db.harvest.count();

/** An answer that is either a success or a refusal with a reason; never an error of the server's. */
function isReasoned({ status, body }: Told): void {
  expect(door.unexpected).toEqual([]);
  expect(status).toBeLessThan(500);
  if (status < 400) expect(['kept', 'again', 'noted', 'ignored']).toContain(body.result);
  else expect(body.error?.length).toBeGreaterThan(5);
}

describe('a report of eSMS', () => {
  it('is noted at the address that its message was sent with, and nowhere else', async () => {
    const { db } = door.test;
    const sms = { id: 'sms_reported', kind: 'answer', phone: MEMBER, text: 'Da ghi.', demo: false } as const;
    await db.smsOutbound.create({ data: { ...sms, nextAt: new Date(), createdAt: new Date() } });
    const query = '?SMSID=a&SendFailed=0&SendStatus=5&SendSuccess=1&TotalReceiver=1&RequestId=&TypeId=2';
    const asked = async (mark: string, method = 'GET') =>
      (await fetch(`${door.url}/esms/${sms.id}/${mark}${query}`, { method })).status;
    const mark = esmsMark(ESMS_SECRET, sms.id);
    expect([await asked('0'.repeat(32)), await asked(mark, 'POST')]).toEqual([404, 405]);
    expect(await db.smsOutbound.findUnique({ where: { id: sms.id } })).toMatchObject({ state: 'queued' });
    expect([await asked(mark), await asked(mark)]).toEqual([200, 200]);
    expect(await db.smsOutbound.findUnique({ where: { id: sms.id } })).toMatchObject({ state: 'delivered' });
    await db.smsOutbound.delete({ where: { id: sms.id } });
  });
});

describe('a signed SMS', () => {
  it('makes a harvest and its answer, once however often it is told', async () => {
    const body = text('Thu hoạch T01 Ri6 loại A 37,5 kg');
    expect(await door.post(body)).toEqual({ status: 200, body: { result: 'kept' } });
    expect(await door.post(body, signed(body, Date.now() + 60_000))).toEqual({
      status: 200,
      body: { result: 'again' },
    });
    expect(await door.test.db.harvest.findMany()).toMatchObject([
      { plotId: 'plo_1', grade: 'A', grams: 37_500 },
    ]);
    const answers = await door.test.db.smsOutbound.findMany();
    expect(answers).toMatchObject([
      { phone: MEMBER, text: expect.stringMatching(/^Da ghi Ri6 A 37,5kg vuon T01, lo /) },
    ]);
  });

  it('of an older app has its sender in phoneNumber', async () => {
    const body = text('KHO', { payload: { sender: undefined, phoneNumber: '0900 000 011' } });
    expect(await door.post(body)).toEqual({ status: 200, body: { result: 'kept' } });
  });

  it('may be long, or hold what no database does, and is kept as far as it can be', async () => {
    const id = crypto.randomUUID();
    const message = `\u0000\ud800${'ữ'.repeat(5000)}`;
    expect(await door.post(text(message, { id }))).toEqual({ status: 200, body: { result: 'kept' } });
    const kept = await door.test.db.smsInbound.findUniqueOrThrow({ where: { gatewayId: id } });
    expect(kept.message).toBe(`\ufffd\ufffd${'ữ'.repeat(1998)}`);
  });

  it('is signed over its very bytes', async () => {
    const body = JSON.stringify(received('KHO'), null, 2);
    expect((await door.post(body)).status).toBe(200);
    expect(await door.post(body.replace('KHO', 'DON'), signed(body))).toMatchObject({ status: 401 });
    expect(await door.post(`${body} `, signed(body))).toMatchObject({ status: 401 });
  });
});

describe('is refused with a reason', () => {
  const body = text('TH T01 RI6 A 9');
  const good = signed(body);
  it.each<[string, Record<string, string>, number]>([
    ['no signature', { 'x-signature': '' }, 401],
    ['no time', { 'x-timestamp': '' }, 401],
    ['a signature of nothing', { 'x-signature': '0'.repeat(64) }, 401],
    ['a signature that is no hexadecimal', { 'x-signature': 'z'.repeat(64) }, 401],
    ['an endless signature', { 'x-signature': 'a'.repeat(5000) }, 400],
    ['another time', { 'x-timestamp': String(Number(good['x-timestamp']) + 1) }, 401],
    ['a time that is none', { 'x-timestamp': 'now' }, 401],
    ['a time long gone', signed(body, Date.now() - 400_000), 401],
    ['a time to come', signed(body, Date.now() + 400_000), 401],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['compressed', { 'content-encoding': 'gzip' }, 415],
  ])('%s', async (_what, headers, status) => {
    const before = await harvests();
    const told = await door.post(body, { ...good, ...headers });
    isReasoned(told);
    expect(told.status).toBe(status);
    expect(await harvests()).toBe(before);
  });

  it.each<[string, string | Uint8Array]>([
    ['nothing', ''],
    ['half a telling', body.slice(0, 40)],
    ['a list', '[]'],
    ['null', 'null'],
    ['a number', '7'],
    ['no id', JSON.stringify({ ...received('KHO'), id: undefined })],
    ['an id that is a number', JSON.stringify({ ...received('KHO'), id: 7 })],
    ['an endless id', text('KHO', { id: 'x'.repeat(200) })],
    ['no payload', JSON.stringify({ ...received('KHO'), payload: undefined })],
    ['a payload that is a list', JSON.stringify({ ...received('KHO'), payload: [] })],
    ['no sender', text('KHO', { payload: { sender: ' ' } })],
    ['an endless sender', text('KHO', { payload: { sender: '9'.repeat(500) } })],
    ['a message that is an object', text('KHO', { payload: { message: {} } })],
    ['a day that is none', text('KHO', { payload: { receivedAt: '2026-02-30T00:00:00Z' } })],
    ['a time without its zone', text('KHO', { payload: { receivedAt: '2026-02-03T00:00:00' } })],
    ['thirty thousand brackets', '['.repeat(30_000)],
    ['thirty thousand levels', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
    ['levels in its message', body.replace('"TH T01 RI6 A 9"', `${'['.repeat(20_000)}${']'.repeat(20_000)}`)],
    ['UTF-16', Buffer.from(body, 'utf16le')],
    ['Latin-1', Buffer.from(text('đơn').replace('đ', 'é'), 'latin1')],
  ])('signed, and yet %s', async (_what, sent) => {
    const told = await door.post(sent);
    isReasoned(told);
    expect(told.status).toBe(400);
  });

  it('what is too long, also where it does not say so', async () => {
    expect(await door.post('x'.repeat(70_000))).toMatchObject({ status: 413 });
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { 'content-type': 'application/json' };
      const sending = httpRequest(door.url, { method: 'POST', headers }, (response) => {
        response.resume();
        sending.destroy();
        resolve(response.statusCode);
      });
      sending.on('error', reject);
      const more = () => {
        while (sending.writable && sending.write(' '.repeat(65_536)));
      };
      sending.on('drain', more);
      more();
    });
    expect(status).toBe(413);
    expect(door.unexpected).toEqual([]);
  });

  it('any method but POST', async () => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const answer = await fetch(door.url, { method });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
    }
  });

  it('everything, while nothing is set up', async () => {
    const closed = await openDoor(null);
    const told = await closed.post(body);
    await closed.close();
    expect(told).toEqual({
      status: 503,
      body: { error: 'SMS are not set up here: SMS_WEBHOOK_KEY is not set' },
    });
  });
});

describe('whatever is sent', () => {
  const odd = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '\u0000',
      '\ud800',
      '__proto__',
      '9999-12-31T23:59:60Z',
      '-000001-01-01T00:00:00Z',
      MEMBER,
    ),
  );

  it('any bytes, signed or not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.boolean(), async (bytes, isSigned) => {
        const told = await door.post(bytes, isSigned ? {} : { 'x-signature': 'f'.repeat(64) });
        isReasoned(told);
        expect([400, 401]).toContain(told.status);
      }),
      { numRuns: 100 },
    );
  });

  it('any fields in a signed telling are dealt with or refused with a reason', async () => {
    const field = fc.constantFrom('id', 'event', 'payload', 'deviceId', '__proto__', 'x');
    const inner = fc.constantFrom(
      'message',
      'sender',
      'phoneNumber',
      'receivedAt',
      'messageId',
      'reason',
      'x',
    );
    const event = fc.constantFrom('sms:received', 'sms:sent', 'sms:delivered', 'sms:failed', 'constructor');
    await fc.assert(
      fc.asyncProperty(
        event,
        fc.dictionary(inner, odd, { maxKeys: 3 }),
        fc.option(fc.tuple(field, odd)),
        async (name, payload, change) => {
          const telling = { ...received('KHO', { payload }), event: name };
          const spoilt = change ? { ...telling, [change[0]]: change[1] } : telling;
          isReasoned(await door.post(JSON.stringify(spoilt)));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('any message from a member is kept', async () => {
    const words = fc.constantFrom(
      'TH',
      'T01',
      'RI6',
      'A',
      '12',
      'HUY',
      'KHO',
      'DON',
      '?',
      '0',
      ',',
      '\u0000',
    );
    const message = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(words, { maxLength: 8 }).map((parts) => parts.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(message, async (anything) => {
        expect(await door.post(text(anything))).toEqual({ status: 200, body: { result: 'kept' } });
      }),
      { numRuns: 150 },
    );
    expect(door.unexpected).toEqual([]);
  });
});
