import { expect, it } from 'vitest';
import { wishes } from './wishes.ts';

const NO_GIFT = { giftNote: ' ', noPrices: false, recipientName: '', recipientPhone: '' };
const INVOICE = { company: 'Công ty thử', taxCode: '', companyAddress: 'Số 1', email: 'a@example.com' };

function refused(sent: unknown): Record<string, string> {
  const read = wishes.safeParse(sent);
  return Object.fromEntries((read.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]));
}

it('takes a present of which nothing is filled in for none', () => {
  expect(wishes.parse({ gift: NO_GIFT })).toEqual({ gift: null });
  expect(wishes.parse({ gift: { ...NO_GIFT, noPrices: true } })?.gift).toMatchObject({ recipient: null });
});

it('wants a recipient’s name and phone together, and says beside which field what is wrong', () => {
  const half = (filled: object) => refused({ gift: { ...NO_GIFT, ...filled } });
  expect(half({ recipientName: 'Người nhận' })).toEqual({ 'gift.recipientPhone': 'phone_missing' });
  expect(half({ recipientPhone: '0912 345 678' })).toEqual({ 'gift.recipientName': 'name_missing' });
  expect(half({ giftNote: 'à'.repeat(201) })).toEqual({ 'gift.giftNote': 'too_long' });
  const whole = { ...NO_GIFT, recipientName: 'Người nhận', recipientPhone: '0912 345 678' };
  expect(wishes.parse({ gift: whole })?.gift?.recipient).toEqual({
    name: 'Người nhận',
    phone: '+84912345678',
  });
});

it('reads a tax code as it is typed, and refuses one that cannot be', () => {
  const code = (taxCode: string) =>
    wishes.safeParse({ invoice: { ...INVOICE, taxCode } }).data?.invoice?.taxCode;
  expect(['000.000 0017', '0000000017001', '0000000017 - 001'].map(code)).toEqual([
    '0000000017',
    '0000000017-001',
    '0000000017-001',
  ]);
  const empty = { company: '', taxCode: '0000000018', companyAddress: '', email: 'a@' };
  expect(refused({ invoice: empty })).toEqual({
    'invoice.company': 'company_missing',
    'invoice.taxCode': 'tax_code_invalid',
    'invoice.companyAddress': 'company_address_missing',
    'invoice.email': 'email_invalid',
  });
});
