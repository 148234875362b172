import { formatDong } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { sayFields } from '../checkout-sentences.server';
import { unitsWords } from '../units';
import type { NotPreordered, PreorderOutcome } from './place-preorder.server';
import type { Offer } from './rule-words';

interface Said {
  status: number;
  above: string;
  beside: Record<string, string>;
}

type Sayings = {
  [C in NotPreordered['code']]: (error: Extract<NotPreordered, { code: C }>) => Said;
};

/** Puts into words why nothing was ordered ahead: a sentence above the form, others beside their fields. */
export function sayNotPreordered(
  { error, settled }: Extract<PreorderOutcome, { ok: false }>,
  saleUnit: Offer['product']['saleUnit'],
  locale: Locale,
): Said {
  const say = (status: number, above: string, field?: string): Said => {
    return { status, above, beside: field ? { [field]: above } : {} };
  };
  const words: Sayings = {
    fields: ({ fields }) => ({ status: 400, ...sayFields(fields, settled, locale) }),
    offer_unknown: () => say(409, m.preorders_say_gone()),
    offer_closed: () => say(409, m.preorders_say_gone()),
    no_bank_account: () => say(422, m.preorders_say_no_bank_buyer()),
    ward_unknown: () => say(422, m.errors_ward_unknown(), 'ward'),
    total_changed: ({ total }) => say(409, m.preorders_say_total({ total: formatDong(total, locale) })),
    not_enough_forecast: ({ unitsLeft }) =>
      unitsLeft === 0
        ? say(409, m.preorders_full(), 'quantity')
        : say(409, m.preorders_say_left({ left: unitsWords(unitsLeft, saleUnit, locale) }), 'quantity'),
    not_delivered: () => say(422, m.delivery_not_sent(), 'province'),
    too_heavy: () => say(422, m.delivery_too_heavy()),
    key_reused: () => say(409, m.errors_key_reused()),
  };
  return (words[error.code] as (error: NotPreordered) => Said)(error);
}
