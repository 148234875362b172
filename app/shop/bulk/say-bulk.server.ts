import type { ApiOutputs, FieldsRefused } from '@baunghe/api';
import { formatDay } from '~/format';
import type { Locale } from '~/locale';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { sayFields } from '../checkout-sentences.server';
import type { Settled } from '../place-order.server';
import { type Said, say } from '../said';
import { unitsWords } from '../units';
import type { OwnBulk } from './bulk-words';

type RefusedBy<Answer> = Extract<Answer, { ok: false }> extends { error: infer Error } ? Error : never;
type Reused = { code: 'key_reused' };

/** The form's fields by what the gate calls them. */
const NAMES: Record<string, string> = { varietyCode: 'fruit', grams: 'kg' };

/** Why a request was not taken. */
export function sayNotSent(
  error: RefusedBy<ApiOutputs['bulk']['send']> | FieldsRefused | Reused,
  settled: Settled,
  locale: Locale,
): Said {
  switch (error.code) {
    case 'fields': {
      const fields = Object.entries(error.fields).map(([path, code]) => {
        const name = path.replace(/^where\./, '');
        return [NAMES[name] ?? name, code] as const;
      });
      return { status: 400, ...sayFields(Object.fromEntries(fields), settled, locale) };
    }
    case 'variety_unknown':
      return say(422, m.bulk_say_variety(), 'fruit');
    case 'ward_unknown':
      return say(422, m.errors_ward_unknown(), 'ward');
    case 'day_out_of_range': {
      const [oldest, newest] = [formatDay(error.oldest, locale), formatDay(error.newest, locale)];
      return say(422, m.bulk_say_day({ oldest, newest }), 'wantedOn');
    }
    case 'too_many_requests':
      return say(429, m.bulk_say_too_many());
    case 'key_reused':
      return say(409, m.errors_key_reused());
  }
}

/** Why a quote was not accepted, or a request not withdrawn. */
export function sayNotAccepted(
  error: RefusedBy<ApiOutputs['bulk']['accept' | 'withdraw']> | FieldsRefused | Reused,
  bulk: OwnBulk,
  locale: Locale,
): Said {
  switch (error.code) {
    case 'bulk_unknown':
      return say(404, m.bulk_find_wrong());
    case 'bulk_state':
      return say(409, m.bulk_say_state());
    case 'bulk_accepted':
      return say(409, m.bulk_say_accepted({ code: error.orderCode }));
    case 'quote_replaced':
      return say(409, m.bulk_say_replaced());
    case 'quote_over':
      return say(409, m.bulk_say_over({ day: formatDay(error.lastDay, locale) }));
    case 'no_hand_over':
      return say(409, m.bulk_no_hand_over());
    case 'method_not_offered':
      return say(422, m.errors_method_not_offered(), 'method');
    case 'not_enough_fruit': {
      const line = bulk.quotes[0]?.lines.find(({ product }) => product.id === error.productId);
      if (!line || error.unitsLeft === 0) return say(409, m.bulk_say_no_fruit());
      const left = unitsWords(error.unitsLeft, line.product.saleUnit, locale);
      return say(409, m.bulk_say_too_little({ product: nameIn(line.product, locale), left }));
    }
    case 'fields':
      return say(400, m.errors_method_missing(), 'method');
    case 'key_reused':
      return say(409, m.errors_key_reused());
  }
}
