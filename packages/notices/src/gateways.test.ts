import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalGateway, localAndroid, localEsms } from './gateways.builders.ts';
import { androidGateway, esmsGateway, isEsmsMark, type SmsGateway } from './index.ts';

const ANDROID = { user: 'sms', password: 'mật khẩu' };
const ESMS = { apiKey: 'key', secretKey: 'secret', brandname: 'HTXBAUNGHE' };
const MESSAGE = { id: 'sms_1', phone: '+84900000011', text: 'Da ghi Ri6 A 120kg vuon T12.' };

let android: LocalGateway;
let esms: LocalGateway;
beforeAll(async () => {
  android = await localAndroid(ANDROID);
  esms = await localEsms(ESMS);
});
afterAll(() => Promise.all([android.close(), esms.close()]));
beforeEach(() => {
  for (const local of [android, esms]) {
    local.taken.clear();
    local.mishaps = [];
  }
});

const timeoutMs = 500;
const byAndroid = (more: Partial<typeof ANDROID> = {}): SmsGateway =>
  androidGateway({ url: android.url, ...ANDROID, timeoutMs, ...more });
const byEsms = (more: Partial<typeof ESMS> = {}): SmsGateway =>
  esmsGateway({ url: `${esms.url}/send`, ...ESMS, timeoutMs, ...more });
const BOTH = [
  ['android', () => byAndroid(), () => android],
  ['esms', () => byEsms(), () => esms],
] as const;

describe.each(BOTH)('%s', (_name, gateway, local) => {
  it('takes a message', async () => {
    expect(await gateway().send(MESSAGE)).toEqual({ kind: 'taken' });
    expect(local().taken.get('sms_1')?.text).toBe(MESSAGE.text);
  });

  it('takes a message that it has already as taken, and has it once', async () => {
    await gateway().send(MESSAGE);
    expect(await gateway().send(MESSAGE)).toEqual({ kind: 'taken' });
    expect(local().taken.size).toBe(1);
  });

  it.each(['broken', 'slow', 'not_json', 'elsewhere'] as const)(
    'is tried again when it is %s',
    async (mishap) => {
      local().mishaps = [mishap];
      expect(await gateway().send(MESSAGE)).toMatchObject({ kind: 'later', why: expect.stringMatching(/./) });
      expect(await gateway().send(MESSAGE)).toEqual({ kind: 'taken' });
    },
  );

  it('is tried again when it says so', async () => {
    local().mishaps = ['crowded'];
    expect(await gateway().send(MESSAGE)).toMatchObject({ kind: 'later', afterSeconds: 600 });
  });

  it('never takes a number that is none', async () => {
    expect(await gateway().send({ ...MESSAGE, phone: '+8490' })).toMatchObject({ kind: 'refused' });
    expect(local().taken.size).toBe(0);
  });
});

describe('a wrong account', () => {
  it('is told of, and may be mended', async () => {
    expect(await byAndroid({ password: 'other' }).send(MESSAGE)).toEqual({
      kind: 'later',
      why: '401 Unauthorized',
    });
    expect(await byEsms({ secretKey: 'x' }).send(MESSAGE)).toEqual({
      kind: 'later',
      why: '101 Authorize Failed',
    });
    expect(await byEsms({ brandname: 'x' }).send(MESSAGE)).toMatchObject({
      kind: 'later',
      why: expect.stringMatching(/^104 /),
    });
    expect(android.taken.size + esms.taken.size).toBe(0);
  });

  it('is not given away: nothing that is told holds a secret', async () => {
    for (const gateway of [
      byAndroid({ password: 'hunter2' }),
      byEsms({ secretKey: 'hunter2', apiKey: 'hunter2' }),
    ]) {
      expect(JSON.stringify(await gateway.send(MESSAGE))).not.toContain('hunter2');
    }
  });
});

describe('eSMS', () => {
  it('is told where to report, at an address of each message’s own', async () => {
    const reportUrl = 'https://shop.example/reports';
    const gateway = esmsGateway({ url: `${esms.url}/send`, ...ESMS, timeoutMs, reportUrl });
    await gateway.send(MESSAGE);
    const to = esms.taken.get(MESSAGE.id)?.reportTo ?? '';
    const mark = to.split('/').at(-1) ?? '';
    expect(to).toBe(`${reportUrl}/${MESSAGE.id}/${mark}`);
    expect(isEsmsMark(ESMS.secretKey, MESSAGE.id, mark)).toBe(true);
    expect(isEsmsMark(ESMS.secretKey, 'sms_2', mark)).toBe(false);
    expect(isEsmsMark('another', MESSAGE.id, mark)).toBe(false);
  });
});

describe('a gateway that is not there', () => {
  it('is tried again', async () => {
    const nowhere = androidGateway({ url: 'http://127.0.0.1:1', ...ANDROID, timeoutMs });
    expect(await nowhere.send(MESSAGE)).toEqual({ kind: 'later', why: 'not reached' });
  });

  it('and what eSMS never sends is refused', async () => {
    expect(await byEsms().send({ ...MESSAGE, text: '' })).toEqual({ kind: 'refused', why: '146' });
  });
});
