import { dong } from '@baunghe/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '../data/vietqr-vectors.json' with { type: 'json' };
import { bankBin, bankName } from './banks.ts';
import { crc16 } from './crc16.ts';
import { readTlv, tlv } from './emvco-tlv.ts';
import { readVietQr, transferPurpose, vietQrPayload } from './vietqr.ts';

const agribank = bankBin('970405');

it('CRC-16/CCITT-FALSE of the check string', () => {
  expect(crc16('123456789')).toBe('29B1');
});

describe('published payloads', () => {
  it.each(vectors.valid)('$payload is read', (vector) => {
    const { initiation, bin, account, service, amount = null, purpose = null } = vector;
    const value = { initiation, bin, account, service, amount, purpose };
    expect(readVietQr(vector.payload)).toEqual({ ok: true, value });
  });

  it.each(vectors.invalid)('$payload is refused', ({ payload }) => {
    expect(readVietQr(payload)).toEqual({ ok: false, error: { code: 'bad_checksum' } });
  });

  it.each(
    vectors.valid.filter(({ initiation, amount }) => (initiation === 'dynamic') === (amount !== undefined)),
  )('$payload is written the same', ({ bin, account, amount, purpose, payload }) => {
    if (purpose !== undefined && /[^0-9A-Z]/.test(purpose)) return;
    const paid = amount === undefined ? undefined : dong(amount);
    const written = vietQrPayload({ bin: bankBin(bin), account, amount: paid, purpose });
    expect(written).toBe(payload.slice(0, -4) + payload.slice(-4).toUpperCase());
  });
});

describe('a transfer', () => {
  const account = fc.stringMatching(/^[0-9A-Z]{1,19}$/);
  const purpose = fc.option(fc.stringMatching(/^[0-9A-Z]{1,19}$/), { nil: undefined });
  const amount = fc.option(fc.integer({ min: 1, max: 9_999_999_999_999 }), { nil: undefined });

  it('comes back as it was written, with fields in any order', () => {
    fc.assert(
      fc.property(account, amount, purpose, fc.infiniteStream(fc.nat()), (to, paid, why, chance) => {
        const owed = paid === undefined ? undefined : dong(paid);
        const payload = vietQrPayload({ bin: agribank, account: to, amount: owed, purpose: why });
        const value = {
          initiation: paid === undefined ? 'static' : 'dynamic',
          bin: agribank,
          account: to,
          service: 'QRIBFTTA',
          amount: paid ?? null,
          purpose: why ?? null,
        };
        expect(readVietQr(payload)).toEqual({ ok: true, value });
        expect(readVietQr(shuffled(payload, chance))).toEqual({ ok: true, value });
      }),
    );
  });

  it('is refused when any one character was changed', () => {
    const payload = vietQrPayload({
      bin: agribank,
      account: '0000',
      amount: dong(324_900),
      purpose: 'BN240815',
    });
    for (let at = 0; at < payload.length; at += 1) {
      const changed = payload.slice(0, at) + (payload[at] === '1' ? '2' : '1') + payload.slice(at + 1);
      expect(readVietQr(changed).ok).toBe(false);
    }
  });

  it.each([
    ['', 'not_emvco'],
    ['https://example.org', 'not_emvco'],
    [withChecksum('00020101021138070003abc'), 'not_vietqr'],
    [withChecksum(transfer('97040', '1', '704', '1')), 'bad_account'],
    [withChecksum(transfer('970405', '1', '840', '1')), 'bad_currency'],
    [withChecksum(transfer('970405', '1', '704', '1,5')), 'bad_amount'],
  ])('%j is refused: %s', (payload, code) => {
    expect(readVietQr(payload)).toEqual({ ok: false, error: { code } });
  });

  it('is not written when no bank would take it', () => {
    expect(() => vietQrPayload({ bin: agribank, account: '12 34' })).toThrow(RangeError);
    expect(() => vietQrPayload({ bin: agribank, account: '1', amount: dong(0) })).toThrow(RangeError);
    expect(() => vietQrPayload({ bin: agribank, account: '1', purpose: 'Sầu riêng' })).toThrow(RangeError);
    expect(() => vietQrPayload({ bin: agribank, account: '1', purpose: 'A'.repeat(20) })).toThrow(RangeError);
  });

  it('never throws on reading', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof readVietQr(text).ok).toBe('boolean');
        expect(typeof readVietQr(withChecksum(`000201${text}`)).ok).toBe('boolean');
      }),
    );
  });
});

it('the purpose is the order code without its marks', () => {
  expect(transferPurpose('BN240815-07')).toBe('BN24081507');
  expect(() => transferPurpose('đơn 7')).toThrow(RangeError);
  expect(() => transferPurpose('A'.repeat(20))).toThrow(RangeError);
});

it('banks have the names that buyers know', () => {
  expect(bankName('970405')).toBe('Agribank');
  expect(bankName('999999')).toBeNull();
  expect(() => bankBin('97040')).toThrow(RangeError);
});

function withChecksum(body: string): string {
  return `${body}6304${crc16(`${body}6304`)}`;
}

function transfer(bin: string, account: string, currency: string, amount: string): string {
  const merchant =
    tlv('00', 'A000000727') + tlv('01', tlv('00', bin) + tlv('01', account)) + tlv('02', 'QRIBFTTA');
  return tlv('00', '01') + tlv('01', '12') + tlv('38', merchant) + tlv('53', currency) + tlv('54', amount);
}

function shuffled(payload: string, chance: Iterator<number>): string {
  const fields = [...(readTlv(payload) ?? [])].filter(([tag]) => tag !== '63');
  const keyed = fields.map((field) => ({ field, key: Number(chance.next().value) }));
  return withChecksum(
    keyed
      .sort((a, b) => a.key - b.key)
      .map(({ field: [tag, value] }) => tlv(tag, value))
      .join(''),
  );
}
