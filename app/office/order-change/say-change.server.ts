import type { ApiOutputs, FactorWanted, FieldsRefused } from '@baunghe/api';
import { formatDong } from '~/format';
import type { Locale } from '~/locale';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { fieldSentence } from '~/shop/field-sentences';
import { unitsWords } from '~/shop/units';
import type { KeyReused, SignedOut } from '../gate-answers.server';
import { orderStateWords } from '../order-words';

type RefusedBy<Answer> = Extract<Answer, { ok: false }> extends { error: infer Error } ? Error : never;
type Order = Extract<ApiOutputs['officeOrders']['one'], { ok: true }>['value'];

/** Everything that a change of an order by the office may be refused for. */
export type ChangeRefusal =
  | RefusedBy<ApiOutputs['orderChanges']['address' | 'quantities' | 'day' | 'wishes']>
  | FactorWanted
  | FieldsRefused
  | KeyReused
  | SignedOut;

/** A refusal as the office reads it. */
export interface ChangeSaid {
  status: number;
  above: string;
  beside: Record<string, string>;
  /** The sum to agree to, where that is what is asked. */
  total: number | null;
}

type Said = [status: number, words: string, field?: string];
type Sayings = {
  [C in ChangeRefusal['code']]: (
    refusal: Extract<ChangeRefusal, { code: C }>,
    order: Order,
    locale: Locale,
  ) => Said;
};

const SAY: Sayings = {
  order_unknown: () => [404, m.office_say_order_unknown()],
  order_state: ({ state }) => [
    409,
    state === 'placed' ? m.changes_office_whole() : m.after_say_state({ state: orderStateWords(state) }),
  ],
  already_packing: () => [409, m.office_say_already_packing()],
  nothing_changed: () => [422, m.after_say_nothing()],
  over_card_sum: ({ most }, _order, locale) => [409, m.changes_say_card({ most: formatDong(most, locale) })],
  nothing_left: () => [422, m.changes_say_nothing_left()],
  day_gone: () => [409, m.delivery_day_gone(), 'leaveOn'],
  ward_unknown: () => [422, m.errors_ward_unknown(), 'ward'],
  not_delivered: () => [422, m.delivery_not_sent(), 'province'],
  too_heavy: () => [422, m.delivery_too_heavy()],
  line_unknown: () => [409, m.office_say_line_unknown()],
  markdown_over: () => [409, m.markdown_say_no_more()],
  total_changed: ({ total }, _order, locale) => [
    409,
    m.changes_say_total({ total: formatDong(total, locale) }),
  ],
  not_enough_stock: ({ productId, unitsLeft }, order, locale) => {
    const line = order.lines.find(({ product }) => product.id === productId);
    if (!line) return [409, m.after_office_say_stock({ left: unitsLeft })];
    const left = unitsWords(unitsLeft, line.product.saleUnit, locale);
    const words = m.after_say_stock({ product: nameIn(line.product, locale), left });
    return [409, words, `quantity:${line.id}`];
  },
  fields: () => [422, m.office_say_fields()],
  key_reused: () => [409, m.office_say_key_reused()],
  second_factor_wanted: () => [403, m.people_say_code_wanted()],
  passkey_wanted: () => [403, m.entrance_say_passkey_wanted()],
  second_factor_to_set_up: () => [403, m.people_say_to_set_up()],
  signed_out: () => [401, m.office_say_signed_out()],
};

/** Puts a refusal into words: a sentence above the form, and one beside each field that it is about. */
export function sayChange(refusal: ChangeRefusal, order: Order, locale: Locale): ChangeSaid {
  const say = SAY[refusal.code] as (refusal: ChangeRefusal, order: Order, locale: Locale) => Said;
  const [status, above, field] = say(refusal, order, locale);
  const beside: Record<string, string> = field ? { [field]: above } : {};
  if (refusal.code === 'fields')
    for (const [path, code] of Object.entries(refusal.fields)) beside[fieldOf(path)] ??= fieldSentence(code);
  return { status, above, beside, total: refusal.code === 'total_changed' ? refusal.total : null };
}

function fieldOf(path: string): string {
  if (path === 'provinceCode') return 'province';
  if (path.startsWith('wishes.')) return path.split('.').at(-1) ?? path;
  return path === 'wardCode' ? 'ward' : path;
}
