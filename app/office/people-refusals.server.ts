import type { ApiOutputs, FactorWanted } from '@baunghe/api';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';

type RefusedBy<Answer> = Extract<Answer, { ok: false }> extends { error: infer Error } ? Error : never;

/** Everything that a form about people, and about oneself, may be refused for. */
export type PeopleRefusal =
  | RefusedBy<
      | ApiOutputs['people']['changeRoles' | 'switch' | 'endSessions' | 'dropFactor' | 'invite' | 'accept']
      | ApiOutputs['me']['passkeys']['begin' | 'add' | 'beginProof' | 'prove']
      | ApiOutputs['session']['askCode' | 'enterByCode' | 'beginEntry' | 'enterByPasskey']
      | ApiOutputs['me'][
          | 'endSessions'
          | 'changePassword'
          | 'beginFactor'
          | 'confirmFactor'
          | 'dropFactor'
          | 'prove']
    >
  | FactorWanted
  | { code: 'passkey_needs_script' };

type Own = Exclude<PeopleRefusal['code'], 'too_many_tries' | 'phone_invalid'>;
type Said = { status: number; field?: string; words: string };
type Sayings = { [C in Own]: (refusal: Extract<PeopleRefusal, { code: C }>, locale: Locale) => Said };

/** What refusals about people say, and beside which field. */
export const PEOPLE_SAYINGS: Sayings = {
  person_unknown: () => ({ status: 404, words: m.people_say_unknown() }),
  last_manager: () => ({ status: 409, words: m.people_say_last_manager() }),
  phone_taken: () => ({ status: 409, field: 'phone', words: m.people_say_phone_taken() }),
  invitation_gone: () => ({ status: 410, words: m.people_say_invitation_gone() }),
  password_too_short: () => ({ status: 422, field: 'fresh', words: m.people_say_password_short() }),
  password_too_long: () => ({ status: 422, field: 'fresh', words: m.people_say_password_long() }),
  old_password_wrong: () => ({ status: 422, field: 'old', words: m.people_say_old_wrong() }),
  factor_code_wrong: () => ({ status: 422, field: 'digits', words: m.people_say_code_wrong() }),
  factor_on: () => ({ status: 409, words: m.people_say_factor_on() }),
  factor_off: () => ({ status: 409, words: m.people_say_factor_off() }),
  own_factor: () => ({ status: 403, words: m.signin_say_own_factor() }),
  demo_account: () => ({ status: 403, words: m.signin_say_demo_account() }),
  demo_person: () => ({ status: 403, words: m.entrance_say_demo_person() }),
  no_passkey: () => ({ status: 409, words: m.entrance_say_no_passkey() }),
  passkey_needs_script: () => ({ status: 422, words: m.signin_passkey_script() }),
  passkey_refused: () => ({ status: 422, words: m.signin_passkey_not_entered() }),
  enough_passkeys: () => ({ status: 409, words: m.signin_say_enough_passkeys() }),
  code_wrong: () => ({ status: 422, field: 'digits', words: m.account_code_wrong() }),
  codes_not_sent: () => ({ status: 503, words: m.signin_say_codes_not_sent() }),
  phone_not_mobile: () => ({ status: 422, field: 'phone', words: m.account_phone_not_mobile() }),
  too_many_codes: ({ retryAfterSeconds }) => ({
    status: 429,
    words: m.account_too_many_codes({ minutes: Math.ceil(retryAfterSeconds / 60) }),
  }),
  second_factor_wanted: () => ({ status: 403, field: 'digits', words: m.people_say_code_wanted() }),
  passkey_wanted: () => ({ status: 403, field: 'digits', words: m.entrance_say_passkey_wanted() }),
  second_factor_to_set_up: () => ({ status: 403, words: m.people_say_to_set_up() }),
};
