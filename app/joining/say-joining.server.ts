import { type ApiOutputs, type FieldsRefused, LARGEST_PHOTO } from '@baunghe/api';
import * as m from '~/paraglide/messages.js';
import { fieldSentence } from '~/shop/field-sentences';
import { type Said, say } from '~/shop/said';

type RefusedBy<Answer> = Extract<Answer, { ok: false }> extends { error: infer Error } ? Error : never;
type Joining = ApiOutputs['joining'];

/** Everything that an applicant's forms may be refused for. */
export type JoinRefusal =
  | RefusedBy<Joining['begin' | 'tellLand' | 'addPaper' | 'dropPaper' | 'send' | 'answer' | 'withdraw']>
  | RefusedBy<Joining['askCode' | 'prove']>
  | FieldsRefused
  | { code: 'key_reused' }
  | { code: 'form_too_large' }
  | { code: 'code_missing' };

const FIELDS: Record<string, () => string> = {
  place_missing: m.joining_say_place,
  crop_missing: m.joining_say_crop,
  area_invalid: m.joining_say_area,
  amount_invalid: m.joining_say_capital,
  consent_missing: m.joining_say_consent,
  kind_missing: m.joining_say_kind,
  plot_missing: m.joining_say_land,
  words_missing: m.joining_say_words,
};

const MOST = () => Math.floor(LARGEST_PHOTO / 1024 / 1024);
/** Says why an applicant's form was not taken, above it and beside its fields. */
export function sayJoining(error: JoinRefusal): Said {
  switch (error.code) {
    case 'fields': {
      const fields = Object.entries(error.fields).map(([name, code]) => [
        name,
        (FIELDS[code] ?? (() => fieldSentence(code)))(),
      ]);
      return { status: 400, above: m.joining_say_mend(), beside: Object.fromEntries(fields) };
    }
    case 'too_many_applications':
      return say(429, m.joining_say_many());
    case 'application_unknown':
      return say(404, m.joining_find_wrong());
    case 'application_sent':
      return say(409, m.joining_say_sent());
    case 'application_state':
      return say(409, m.joining_say_state());
    case 'land_missing':
      return say(422, m.joining_say_land(), 'plots.0.crop');
    case 'capital_missing':
      return say(422, m.joining_say_capital(), 'capital');
    case 'identity_missing':
      return say(422, m.joining_say_identity(), 'identity');
    case 'phone_unproved':
      return say(422, m.entrance_join_prove(), 'phone');
    case 'phone_proved':
      return say(409, m.entrance_join_phone_proved());
    case 'phone_not_mobile':
      return say(422, m.account_phone_not_mobile(), 'phone');
    case 'codes_not_sent':
      return say(503, m.entrance_join_codes_not_sent());
    case 'too_many_codes':
      return say(429, m.account_too_many_codes({ minutes: Math.ceil(error.retryAfterSeconds / 60) }));
    case 'code_missing':
      return say(422, m.account_code_missing(), 'digits');
    case 'code_wrong':
      return say(422, m.account_code_wrong(), 'digits');
    case 'too_many_papers':
      return say(422, m.joining_say_too_many_papers({ most: error.most }), 'identity');
    case 'photo_unreadable':
      return say(422, m.joining_say_photo(), 'identity');
    case 'photo_too_large':
    case 'form_too_large':
      return say(413, m.joining_say_photo_large({ most: MOST() }), 'identity');
    case 'key_reused':
      return say(409, m.errors_key_reused());
  }
}
