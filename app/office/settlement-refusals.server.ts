import type { ApiOutputs } from '@baunghe/api';
import { formatDay, formatInstant } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';

type RefusedBy<Answer> = Extract<Answer, { ok: false }> extends { error: infer Error } ? Error : never;

/** Everything that a form about what members are owed may be refused for. */
export type SettlementRefusal = RefusedBy<
  | ApiOutputs['memberAccounts']['propose' | 'confirm' | 'drop']
  | ApiOutputs['settlement']['prepare' | 'preview' | 'approve' | 'drop' | 'addRule' | 'payAdvance' | 'payOut']
>;

type Own = Exclude<SettlementRefusal['code'], 'member_unknown'>;
type Said = { status: number; field?: string; words: string };
type Sayings = { [C in Own]: (refusal: Extract<SettlementRefusal, { code: C }>, locale: Locale) => Said };

/** What the settlement's own refusals say, and beside which field. */
export const SETTLEMENT_SAYINGS: Sayings = {
  rule_day_taken: () => ({ status: 409, field: 'fromDay', words: m.settlement_say_rule_day_taken() }),
  rule_in_settled_days: ({ settledTo }, locale) => ({
    status: 409,
    field: 'fromDay',
    words: m.settlement_say_rule_settled({ day: formatDay(settledTo, locale) }),
  }),
  no_rule_for_day: ({ day }, locale) => ({
    status: 409,
    words: m.settlement_say_no_rule({ day: formatDay(day, locale) }),
  }),
  period_turned_round: () => ({ status: 422, field: 'toDay', words: m.settlement_say_turned() }),
  period_not_over: () => ({ status: 409, field: 'toDay', words: m.settlement_say_not_over() }),
  period_settled: ({ settledTo }, locale) => ({
    status: 409,
    field: 'fromDay',
    words: m.settlement_say_settled({ day: formatDay(settledTo, locale) }),
  }),
  nothing_to_settle: () => ({ status: 409, words: m.settlement_say_nothing() }),
  settlement_open: () => ({ status: 409, words: m.settlement_say_open() }),
  settlement_unknown: () => ({ status: 404, words: m.settlement_say_unknown() }),
  settlement_closed: ({ at }, locale) => ({
    status: 409,
    words: m.settlement_say_closed({ at: formatInstant(at, locale) }),
  }),
  account_same: () => ({ status: 409, field: 'account', words: m.signin_say_account_same() }),
  account_change_unknown: () => ({ status: 404, words: m.signin_say_change_unknown() }),
  account_change_closed: ({ at }, locale) => ({
    status: 409,
    words: m.signin_say_change_closed({ at: formatInstant(at, locale) }),
  }),
  proposed_by_you: () => ({ status: 403, words: m.signin_say_own_change() }),
  prepared_by_you: () => ({ status: 403, words: m.settlement_say_own() }),
  statement_unknown: () => ({ status: 404, words: m.settlement_say_statement() }),
  statement_owes_nothing: () => ({ status: 409, words: m.settlement_say_owes_nothing() }),
  statement_paid: ({ at }, locale) => ({
    status: 409,
    words: m.settlement_say_paid({ at: formatInstant(at, locale) }),
  }),
};
