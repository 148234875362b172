import type { ApiInputs } from '@baunghe/api';
import { wholeNumber } from './whole-number';

/** A voucher out of its form; fields that may be left empty are null then. */
export function voucherIn(form: FormData): ApiInputs['vouchers']['make'] {
  const typed = (name: string) => String(form.get(name) ?? '').trim();
  const maybe = (name: string) => (typed(name) === '' ? null : wholeNumber(typed(name)));
  const chosen = (kind: string) =>
    form
      .getAll('fruit')
      .map(String)
      .filter((fruit) => fruit.startsWith(`${kind}:`))
      .map((fruit) => fruit.slice(kind.length + 1));
  return {
    key: typed('key'),
    code: typed('code'),
    kind: typed('kind') as 'percent',
    worth: wholeNumber(typed('worth').replace('%', '')),
    most: maybe('most'),
    least: maybe('least') ?? 0,
    withDelivery: form.get('withDelivery') === 'yes',
    from: typed('from'),
    until: typed('until') || null,
    mostUses: maybe('mostUses'),
    mostPerPhone: maybe('mostPerPhone'),
    varietyCodes: chosen('variety'),
    productIds: chosen('product'),
    note: typed('note'),
  };
}
