import type { ApiOutputs } from '@baunghe/api';
import { Field } from '~/components/field';
import { NumberInput, Select } from '~/components/inputs';
import { formatDong, formatKilograms } from '~/format';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

/** A request as the office sees it. */
export type BulkInOffice = Extract<ApiOutputs['bulk']['one'], { ok: true }>['value'];

/** How many products a quote's form has room for. */
export const MOST_LINES = 3;

type QuoteLinesProps = {
  supply: BulkInOffice['supply'];
  typed: Record<string, string>;
  beside: Record<string, string>;
};

/** What is quoted: a product, how many kilograms of it, at what price a kilogram. */
export function QuoteLines({ supply, typed, beside }: QuoteLinesProps) {
  const locale = useLocale();
  return Array.from({ length: MOST_LINES }, (_, at) => {
    const [product, grams, price] = ['productId', 'grams', 'kiloDong'].map(
      (name) => `lines.${at}.${name}`,
    ) as [string, string, string];
    return (
      <fieldset key={product} className="grid gap-4 sm:grid-cols-[2fr_1fr_1fr]">
        <legend className="mb-1 text-14 text-muted">
          {m.bulk_office_line({ number: at + 1 })}
          {at > 0 ? ` (${m.common_optional()})` : ''}
        </legend>
        <Field label={m.bulk_office_product()} error={beside[product]}>
          <Select name={product} defaultValue={typed[product]}>
            {supply.products.map((each) => (
              <option key={each.id} value={each.id}>
                {nameIn(each, locale)} · {formatKilograms(each.unitGrams, locale)} ·{' '}
                {formatDong(each.price, locale)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={m.bulk_kg()} error={beside[grams]}>
          <NumberInput name={grams} unit="kg" inputMode="numeric" defaultValue={typed[grams]} />
        </Field>
        <Field label={m.bulk_office_kilo_price()} error={beside[price]}>
          <NumberInput name={price} unit="₫" inputMode="numeric" defaultValue={typed[price]} />
        </Field>
      </fieldset>
    );
  });
}
