import type { ApiInputs, ApiOutputs } from '@baunghe/api';
import type { Typed } from '../typed-listing.server';
import { wholeNumber } from '../whole-number';
import { MOST_LINES } from './quote-lines';

type Quote = ApiInputs['bulk']['quote'];
type Settled = ApiOutputs['addresses']['settle'];

/** A quote out of its form; whatever was typed, the gate says beside which field it is wrong. */
export function quoteIn(typed: Typed, requestId: string, settled: Settled | null): Quote {
  return {
    ...{ key: typed.key ?? '', requestId, lines: linesIn(typed), offerId: typed.offerId || null },
    ...{ delivery: wholeNumber(typed.delivery || '0'), deposit: depositIn(typed.deposit ?? '') },
    ...{ validUntil: typed.validUntil ?? '', message: typed.message ?? null },
    handOver: settled && handOverIn(typed, settled),
  };
}

/** The lines up to the last that something was typed in. */
function linesIn(typed: Typed): Quote['lines'] {
  const lines = Array.from({ length: MOST_LINES }, (_, at) => ({
    productId: typed[`lines.${at}.productId`] ?? '',
    kg: typed[`lines.${at}.grams`] ?? '',
    price: typed[`lines.${at}.kiloDong`] ?? '',
  }));
  const last = lines.findLastIndex(({ kg, price }) => kg.trim() !== '' || price.trim() !== '');
  return lines.slice(0, Math.max(last + 1, 1)).map(({ productId, kg, price }) => ({
    ...{ productId, grams: wholeNumber(kg.replace(/\s*kg\s*$/i, '')) * 1000 },
    kiloDong: wholeNumber(price),
  }));
}

/** `30%` is a percent of all, `5.000.000` a sum; nothing is what the harvest week's offer says. */
function depositIn(typed: string): Quote['deposit'] {
  if (typed.trim() === '') return null;
  const percent = /^\s*(\d{1,3})\s*%\s*$/.exec(typed)?.[1];
  return percent ? { percent: Number(percent) } : { dong: wholeNumber(typed) };
}

/** Where it is handed over; nothing typed is nowhere yet. */
function handOverIn(typed: Typed, { province, ward }: Settled): Quote['handOver'] {
  const street = typed.street ?? '';
  if (province.state === 'empty' && ward.state === 'empty' && street.trim() === '') return null;
  const provinceCode = province.state === 'one' ? province.place.code : '';
  return { provinceCode, wardCode: ward.state === 'one' ? ward.place.code : '', street };
}
