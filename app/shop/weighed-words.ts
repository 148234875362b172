import type { ApiOutputs } from '@baunghe/api';
import { formatDong, formatKilograms } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';

type Order = Extract<ApiOutputs['checkout']['follow'], { ok: true }>['value'];
type ByWeight = NonNullable<Order['lines'][number]['byWeight']>;

/** What a line by weight is expected to cost, or what the scale said in the end. */
export function weighedWords({ estimate, final }: ByWeight, most: number, locale: Locale): string {
  if (final) return m.buying_weighed({ weight: formatKilograms(final.grams, locale) });
  return m.buying_estimate({ estimate: formatDong(estimate, locale), most: formatDong(most, locale) });
}
