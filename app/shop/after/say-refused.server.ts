import type { ApiOutputs, FieldsRefused } from '@baunghe/api';
import { formatDong, formatInstant } from '~/format';
import type { Locale } from '~/locale';
import { nameIn } from '~/name-in';
import { orderStateWords } from '~/office/order-words';
import * as m from '~/paraglide/messages.js';
import { fieldSentence } from '../field-sentences';
import type { FollowedOrder } from '../order-road';
import { unitsWords } from '../units';

type RefusedBy<Answer> = Extract<Answer, { ok: false }> extends { error: infer Error } ? Error : never;

/** Everything that a buyer's form about their order may be refused for. */
export type OwnRefusal =
  | RefusedBy<
      ApiOutputs['ownOrder']['changeAddress' | 'changeQuantities' | 'changeDay' | 'changeWishes' | 'cancel']
    >
  | RefusedBy<ApiOutputs['claims']['make']>
  | FieldsRefused
  | { code: 'key_reused' };

/** A refusal as its buyer reads it. */
export interface OwnSaid {
  status: number;
  above: string;
  beside: Record<string, string>;
  /** The sum to agree to, where that is what is asked. */
  total: number | null;
}

type Sayings = {
  [C in OwnRefusal['code']]: (
    refusal: Extract<OwnRefusal, { code: C }>,
    order: FollowedOrder,
    locale: Locale,
  ) => [status: number, words: string, field?: string];
};

const SAY: Sayings = {
  order_unknown: () => [404, m.errors_order_unknown()],
  order_state: ({ state }) => [409, m.after_say_state({ state: orderStateWords(state) })],
  already_packing: () => [409, m.after_say_packing()],
  over_card_sum: ({ most }, _order, locale) => [409, m.changes_say_card({ most: formatDong(most, locale) })],
  nothing_left: () => [422, m.changes_say_nothing_left()],
  day_gone: () => [409, m.delivery_day_gone(), 'leaveOn'],
  nothing_changed: () => [422, m.after_say_nothing()],
  ward_unknown: () => [422, m.errors_ward_unknown(), 'ward'],
  not_delivered: () => [422, m.delivery_not_sent(), 'province'],
  too_heavy: () => [422, m.delivery_too_heavy()],
  line_unknown: () => [409, m.errors_key_reused()],
  total_changed: ({ total }, order, locale) => [
    409,
    m.after_say_total({ total: formatDong(total, locale), before: formatDong(order.total, locale) }),
  ],
  not_enough_stock: ({ productId, unitsLeft }, order, locale) => {
    const product = order.lines.find((line) => line.product.id === productId)?.product;
    if (!product) return [409, m.errors_key_reused()];
    const left = unitsWords(unitsLeft, product.saleUnit, locale);
    return [409, m.after_say_stock({ product: nameIn(product, locale), left })];
  },
  markdown_over: () => [409, m.markdown_say_no_more()],
  box_unknown: () => [422, m.after_say_box(), 'lineId'],
  photo_needed: () => [422, m.after_say_photo_needed(), 'photos'],
  too_many_photos: ({ most }) => [422, m.after_say_too_many({ most }), 'photos'],
  photo_too_large: ({ mostBytes }) => [
    413,
    m.after_say_too_large({ most: Math.floor(mostBytes / 1024 / 1024) }),
    'photos',
  ],
  photo_unreadable: () => [422, m.after_say_unreadable(), 'photos'],
  claimed_before: ({ at }, _order, locale) => [
    409,
    m.after_say_claimed({ at: formatInstant(at, locale) }),
    'lineId',
  ],
  fields: () => [400, m.after_say_mend()],
  key_reused: () => [409, m.errors_key_reused()],
};

/** Puts a refusal into words: a sentence above the form, and one beside the field that it is about. */
export function sayRefused(refusal: OwnRefusal, order: FollowedOrder, locale: Locale): OwnSaid {
  const say = SAY[refusal.code] as (
    refusal: OwnRefusal,
    order: FollowedOrder,
    locale: Locale,
  ) => [number, string, string?];
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
