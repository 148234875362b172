import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from '../payment.builders.ts';
import { foldContent } from './bank-line.ts';
import { type BankFeed, type FeedPost, readFeed } from './feed.ts';

const NOW = at('2026-06-07T03:00:00Z').now;
const SECRET = 'a secret of the feed that is long';
const bare: FeedPost = { body: '', authorization: '', signature: '', timestamp: '' };

const TELLING = {
  id: 92704,
  gateway: 'Vietcombank',
  transactionDate: '2026-06-07 10:00:37',
  accountNumber: '0123499999',
  code: null,
  content: 'chuyen tien mua sau rieng',
  transferType: 'in',
  transferAmount: 2277000,
  accumulated: 19077000,
  subAccount: null,
  referenceCode: 'MBVCB.3278907687',
  description: '',
};

function signed(body: string, second = NOW.getTime() / 1000): FeedPost {
  const timestamp = String(second);
  const hex = createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex');
  return { ...bare, body, timestamp, signature: `sha256=${hex}` };
}

describe('SePay', () => {
  const byKey: BankFeed = { by: 'sepay', apiKey: 'KEY-OF-THE-FEED-1' };
  const bySecret: BankFeed = { by: 'sepay', secret: SECRET };
  const body = JSON.stringify(TELLING);

  it('is believed by its key', () => {
    const read = readFeed(byKey, { ...bare, body, authorization: 'Apikey KEY-OF-THE-FEED-1' }, NOW);
    expect(read).toEqual({
      ok: true,
      value: {
        told: '92704',
        direction: 'in',
        amount: 2277000,
        account: '0123499999',
        subAccount: null,
        content: 'chuyen tien mua sau rieng',
        code: null,
        reference: 'MBVCB.3278907687',
        at: new Date('2026-06-07T03:00:37Z'),
      },
    });
  });

  it.each(['', 'Apikey', 'Apikey KEY-OF-THE-FEED-2', 'Bearer KEY-OF-THE-FEED-1', 'KEY-OF-THE-FEED-1'])(
    'is not believed by `%s`',
    (authorization) => {
      expect(readFeed(byKey, { ...bare, body, authorization }, NOW).ok).toBe(false);
    },
  );

  it('is believed by its signature over the time and the very body, told within five minutes', () => {
    const second = NOW.getTime() / 1000;
    expect(readFeed(bySecret, signed(body), NOW).ok).toBe(true);
    expect(readFeed(bySecret, signed(body, second - 300), NOW).ok).toBe(true);
    expect(readFeed(bySecret, signed(body, second - 301), NOW)).toMatchObject({
      error: { code: 'timestamp_drift' },
    });
    expect(readFeed(bySecret, signed(body, second + 301), NOW).ok).toBe(false);
    expect(readFeed(bySecret, { ...signed(body), body: `${body} ` }, NOW)).toMatchObject({
      error: { code: 'signature_wrong' },
    });
    expect(readFeed(bySecret, { ...signed(body), timestamp: String(second + 1) }, NOW).ok).toBe(false);
    expect(readFeed(bySecret, { ...signed(body), signature: '' }, NOW)).toMatchObject({
      error: { code: 'signature_missing' },
    });
  });

  it('needs both where both are set', () => {
    const both: BankFeed = { by: 'sepay', apiKey: 'KEY-OF-THE-FEED-1', secret: SECRET };
    expect(readFeed(both, signed(body), NOW).ok).toBe(false);
    expect(readFeed(both, { ...bare, body, authorization: 'Apikey KEY-OF-THE-FEED-1' }, NOW).ok).toBe(false);
    const whole = { ...signed(body), authorization: 'Apikey KEY-OF-THE-FEED-1' };
    expect(readFeed(both, whole, NOW).ok).toBe(true);
  });

  it.each<[string, object]>([
    ['id', { id: null }],
    ['transferType', { transferType: 'sideways' }],
    ['transferAmount', { transferAmount: 0 }],
    ['transferAmount', { transferAmount: 0.5 }],
    ['transferAmount', { transferAmount: 1e15 }],
    ['transferAmount', { transferAmount: '12 000' }],
    ['transactionDate', { transactionDate: '2026-02-30 10:00:00' }],
    ['transactionDate', { transactionDate: '7/6/2026' }],
  ])('says that %s is of another form', (where, other) => {
    const post = signed(JSON.stringify({ ...TELLING, ...other }));
    expect(readFeed(bySecret, post, NOW)).toEqual({ ok: false, error: { code: 'telling_malformed', where } });
  });
});

describe('payOS', () => {
  const feed: BankFeed = {
    by: 'payos',
    checksumKey: '1a54716c8f0efb2744fb28b6e38b25da7f67a925d98bc1c18bd8faaecadd7675',
  };
  const nobody = {
    counterAccountBankId: '',
    counterAccountBankName: '',
    counterAccountName: '',
    counterAccountNumber: '',
    virtualAccountName: '',
    virtualAccountNumber: '',
  };
  const data = {
    orderCode: 123,
    amount: 3000,
    description: 'VQRIO123',
    accountNumber: '12345678',
    reference: 'TF230204212323',
    transactionDateTime: '2023-02-04 18:25:00',
    currency: 'VND',
    paymentLinkId: '124c33293c43417ab7879e14c8d9eb18',
    code: '00',
    desc: 'Thành công',
    ...nobody,
  };
  const signature = '412e915d2871504ed31be63c8f62a149a4410d34c4c42affc9006ef9917eaa03';
  const post = (told: object): FeedPost => ({ ...bare, body: JSON.stringify(told) });

  it('is believed by the signature that its own documents show, nothing and empty alike', () => {
    const read = readFeed(feed, post({ code: '00', success: true, data, signature }), NOW);
    expect(read).toMatchObject({
      ok: true,
      value: { told: 'TF230204212323', direction: 'in', amount: 3000, content: 'VQRIO123' },
    });
    const nulls = Object.fromEntries(Object.keys(nobody).map((key) => [key, null]));
    expect(readFeed(feed, post({ data: { ...data, ...nulls }, signature }), NOW).ok).toBe(true);
  });

  it.each<[string, object]>([
    ['another sum', { data: { ...data, amount: 30_000 }, signature }],
    ['one field more', { data: { ...data, more: '' }, signature }],
    ['no signature', { data }],
    ['another signature', { data, signature: '0'.repeat(64) }],
    ['no data', { signature }],
  ])('is not believed with %s', (_what, told) => {
    expect(readFeed(feed, post(told), NOW).ok).toBe(false);
  });
});

it('what is written on a transfer is folded to what no bank mangles', () => {
  expect(foldContent('Trả đơn BN-24 Ơ815.07')).toBe('TRADONBN24O81507');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldContent(text)).toMatch(/^[0-9A-Z]*$/);
      expect(foldContent(foldContent(text))).toBe(foldContent(text));
    }),
    { numRuns: 50 },
  );
});
