import type { ApiInputs } from '@baunghe/api';
import type { Locale } from '~/locale';
import { wholeNumber } from '~/office/whole-number';
import { text } from '~/read-form.server';
import { readCheckout, type SentCheckout } from '../checkout-form.server';
import type { Settled } from '../place-order.server';

type Request = ApiInputs['bulk']['send'];

/** A request as it was typed. */
export interface TypedBulk {
  key: string;
  who: string;
  phone: string;
  taxCode: string;
  email: string;
  /** Variety and grade, such as `RI6/A`; no grade behind the stroke is any. */
  fruit: string;
  kg: string;
  wantedOn: string;
  packing: string;
  kind: string;
  street: string;
  country: string;
  port: string;
  terms: string;
  needs: string[];
  note: string;
}

const FIELDS = [
  ...(['key', 'who', 'phone', 'taxCode', 'email', 'fruit', 'kg', 'wantedOn', 'packing', 'kind'] as const),
  ...(['street', 'country', 'port', 'terms', 'note'] as const),
] as const;

/** Reads the form, texts cut where nobody types that much. */
export function readBulk(form: FormData): {
  typed: TypedBulk;
  places: Pick<SentCheckout, 'province' | 'ward'>;
} {
  const read = Object.fromEntries(FIELDS.map((name) => [name, text(form, name).slice(0, 1200)]));
  const needs = form.getAll('need').slice(0, 9).map(String);
  return { typed: { ...(read as Omit<TypedBulk, 'needs'>), needs }, places: readCheckout(form) };
}

/** What the gate is asked with; whatever was sent, it says beside which field it is wrong. */
export function bulkIn(typed: TypedBulk, settled: Settled, locale: Locale): Request {
  const [varietyCode = '', grade = ''] = typed.fruit.split('/');
  const { key, who, phone, taxCode, email, wantedOn, packing, note } = typed;
  return {
    ...{ key, who, phone, taxCode, email, wantedOn, packing, note, varietyCode, locale },
    grade: grade === '' ? null : grade,
    grams: wholeNumber(typed.kg.replace(/\s*kg\s*$/i, '')) * 1000,
    where: whereIn(typed, settled),
  };
}

function whereIn(typed: TypedBulk, { province, ward }: Settled): Request['where'] {
  const { kind, street, country, port, terms, needs } = typed;
  if (kind === 'export') return { kind, country, port, terms, needs } as Request['where'];
  const codeOf = (place: Settled['province'] | Settled['ward']) =>
    place.state === 'one' ? place.place.code : '';
  return { kind, provinceCode: codeOf(province), wardCode: codeOf(ward), street } as Request['where'];
}
