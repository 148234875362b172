import { type Dong, dong } from '@baunghe/money';
import { type BankBin, bankBin } from './banks.ts';
import { crc16 } from './crc16.ts';
import { readTlv, tlv } from './emvco-tlv.ts';

/** A transfer that a banking app fills in from a picture. */
export interface VietQrTransfer {
  /** The bank's six digits at NAPAS. */
  bin: string;
  /** Account or virtual account: 1–19 letters and digits. */
  account: string;
  /** Left out, the payer types it. */
  amount?: Dong | undefined;
  /** At most 19 characters A–Z and 0–9; see `transferPurpose`. */
  purpose?: string | undefined;
}

/** What a payload said; `purpose` as it stood, since other writers use spaces and small letters. */
export interface VietQrRead {
  initiation: 'static' | 'dynamic';
  bin: BankBin;
  account: string;
  service: 'QRIBFTTA' | 'QRIBFTTC';
  amount: Dong | null;
  purpose: string | null;
}

/** Why a payload is not a VietQR transfer. */
export type VietQrError =
  | { code: 'not_emvco' }
  | { code: 'bad_checksum' }
  | { code: 'not_vietqr' }
  | { code: 'bad_account' }
  | { code: 'bad_currency' }
  | { code: 'bad_amount' };

const napas = 'A000000727';
const toAccount = 'QRIBFTTA';
const toCard = 'QRIBFTTC';
const dongCurrency = '704';
/** Field 54 holds thirteen characters (EMVCo merchant-presented mode, table 3.4). */
const mostAmount = 9_999_999_999_999;
const purposeLength = 19;

/**
 * The EMVCo payload of a VietQR transfer to an account: static without an amount, dynamic with one.
 * @throws RangeError for a bank, account, amount or purpose that no banking app would take.
 */
export function vietQrPayload({ bin, account, amount, purpose }: VietQrTransfer): string {
  if (!/^[0-9A-Za-z]{1,19}$/.test(account)) throw new RangeError('not an account: 1–19 letters and digits');
  if (amount !== undefined && (amount < 1 || amount > mostAmount))
    throw new RangeError(`not payable: ${amount}`);
  if (purpose !== undefined && !/^[0-9A-Z]{1,19}$/.test(purpose)) {
    throw new RangeError(`not a purpose: ${purpose}`);
  }
  const beneficiary = tlv('00', bankBin(bin)) + tlv('01', account);
  const payload = [
    tlv('00', '01'),
    tlv('01', amount === undefined ? '11' : '12'),
    tlv('38', tlv('00', napas) + tlv('01', beneficiary) + tlv('02', toAccount)),
    tlv('53', dongCurrency),
    amount === undefined ? '' : tlv('54', String(amount)),
    tlv('58', 'VN'),
    purpose === undefined ? '' : tlv('62', tlv('08', purpose)),
    '6304',
  ].join('');
  return payload + crc16(payload);
}

/** Reads a VietQR payload as scanned: fields in any order, checksum last and in either case. */
export function readVietQr(
  payload: string,
): { ok: true; value: VietQrRead } | { ok: false; error: VietQrError } {
  const fields = readTlv(payload.trim());
  if (fields?.get('00') !== '01') return refuse('not_emvco');
  const checked = payload.trim().slice(0, -4);
  if (!checked.endsWith('6304') || fields.get('63')?.toUpperCase() !== crc16(checked))
    return refuse('bad_checksum');
  const merchant = readTlv(fields.get('38') ?? '');
  const service = merchant?.get('02');
  const initiation = initiationOf(fields.get('01'));
  const isTransfer = service === toAccount || service === toCard;
  if (merchant?.get('00') !== napas || !isTransfer || !initiation) return refuse('not_vietqr');
  const beneficiary = readTlv(merchant.get('01') ?? '');
  const bin = beneficiary?.get('00') ?? '';
  const account = beneficiary?.get('01') ?? '';
  if (!/^\d{6}$/.test(bin) || !/^[0-9A-Za-z]{1,19}$/.test(account)) return refuse('bad_account');
  if (fields.get('53') !== dongCurrency) return refuse('bad_currency');
  const amount = amountOf(fields.get('54'));
  if (amount === 'bad') return refuse('bad_amount');
  const purpose = readTlv(fields.get('62') ?? '')?.get('08') ?? null;
  return { ok: true, value: { initiation, bin: bankBin(bin), account, service, amount, purpose } };
}

/**
 * The transfer's purpose that leads a payment back to its order: the order's code in A–Z and 0–9, at most 19
 * characters. @throws RangeError when the code has none of these, or more.
 */
export function transferPurpose(orderCode: string): string {
  const purpose = orderCode.toUpperCase().replace(/[\s\-_./]+/g, '');
  if (!/^[0-9A-Z]+$/.test(purpose) || purpose.length > purposeLength) {
    throw new RangeError(`no purpose can be made of ${orderCode}`);
  }
  return purpose;
}

function initiationOf(field: string | undefined): VietQrRead['initiation'] | null {
  if (field === '11') return 'static';
  return field === '12' ? 'dynamic' : null;
}

function amountOf(field: string | undefined): Dong | null | 'bad' {
  if (field === undefined) return null;
  return /^\d{1,13}(\.0{0,2})?$/.test(field) ? dong(Number(field)) : 'bad';
}

function refuse(code: VietQrError['code']): { ok: false; error: VietQrError } {
  return { ok: false, error: { code } };
}
