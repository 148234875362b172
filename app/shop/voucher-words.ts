import type { ApiOutputs } from '@baunghe/api';
import { formatDong, formatInstant } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';

type Priced = ApiOutputs['products']['priceCart'];

/** Why a voucher takes nothing off. */
export type VoucherRefused = NonNullable<NonNullable<Priced['voucher']>['refused']>;

type Sayings = {
  [C in VoucherRefused['code']]: (refused: Extract<VoucherRefused, { code: C }>, locale: Locale) => string;
};

const SAY: Sayings = {
  voucher_unknown: () => m.vouchers_say_unknown(),
  voucher_not_begun: ({ from }, locale) => m.vouchers_say_not_begun({ from: formatInstant(from, locale) }),
  voucher_ended: () => m.vouchers_say_ended(),
  voucher_used_up: () => m.vouchers_say_used_up(),
  voucher_used_by_phone: () => m.vouchers_say_used_by_phone(),
  voucher_sum_small: ({ least }, locale) => m.vouchers_say_sum_small({ least: formatDong(least, locale) }),
  voucher_other_fruit: () => m.vouchers_say_other_fruit(),
  too_many_codes: () => m.vouchers_say_too_many(),
};

/** What stands beside a voucher's field that takes nothing off. */
export function voucherSentence(refused: VoucherRefused, locale: Locale): string {
  const say = SAY[refused.code] as (refused: VoucherRefused, locale: Locale) => string;
  return say(refused, locale);
}
