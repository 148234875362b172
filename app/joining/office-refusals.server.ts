import type { ApiOutputs, FieldsRefused } from '@baunghe/api';
import type { Locale } from '~/locale';
import type { Problem, Refusal } from '~/office/refusals.server';
import { farmProblemOf } from '~/orchard/refusals.server';
import * as m from '~/paraglide/messages.js';

type RefusedBy<Answer> = Extract<Answer, { ok: false }> extends { error: infer Error } ? Error : never;
type Applications = ApiOutputs['applications'];
type Requests = ApiOutputs['memberRequests'];

/** What the office's forms about applications and members' requests may be refused for, beside what every form may. */
type JoiningRefusal =
  | RefusedBy<Applications['look' | 'askMore' | 'vote' | 'decide' | 'inviteAgain']>
  | RefusedBy<Requests['askCopy' | 'askCorrection' | 'withdraw' | 'answer']>;
type Elsewhere = Parameters<typeof farmProblemOf>[0];
type Own =
  | Exclude<JoiningRefusal, Elsewhere>
  | Extract<
      JoiningRefusal,
      { code: 'plot_unknown' | 'plot_closed' | 'variety_unknown' | 'report_unreadable' }
    >;
type Said = { status: number; field?: string; words: string };
type Sayings = { [C in Own['code']]: (refusal: Extract<Own, { code: C }>) => Said };

const SAYINGS: Sayings = {
  application_unknown: () => ({ status: 404, words: m.joining_office_unknown() }),
  application_state: () => ({ status: 409, words: m.joining_say_state() }),
  phone_taken: () => ({ status: 409, words: m.joining_office_say_has_account() }),
  voted_before: () => ({ status: 409, words: m.joining_office_say_voted() }),
  vote_reason_missing: () => ({ status: 422, field: 'why', words: m.joining_office_say_vote_why() }),
  board_undecided: ({ yes, no, needed }) => ({
    status: 409,
    words: m.joining_office_say_undecided({ yes, no, needed }),
  }),
  certificate_unknown: () => ({
    status: 422,
    field: 'certificateId',
    words: m.joining_requests_say_certificate(),
  }),
  plot_unknown: () => ({ status: 422, field: 'plotId', words: m.joining_requests_say_plot() }),
  plot_closed: () => ({ status: 422, field: 'plotId', words: m.joining_requests_say_plot() }),
  variety_unknown: () => ({ status: 422, field: 'variety', words: m.joining_requests_say_number() }),
  correction_empty: () => ({ status: 422, field: 'note', words: m.joining_requests_say_empty() }),
  trees_missing: () => ({ status: 422, field: 'plantedYear', words: m.joining_requests_say_trees() }),
  request_unknown: () => ({ status: 404, words: m.joining_requests_unknown() }),
  request_answered: () => ({ status: 409, words: m.joining_requests_say_answered() }),
  answer_missing: () => ({ status: 422, field: 'words', words: m.joining_requests_say_answer() }),
  copy_missing: () => ({ status: 422, field: 'copy', words: m.joining_requests_say_copy() }),
  report_unreadable: () => ({ status: 422, field: 'copy', words: m.joining_requests_say_file() }),
};

const FIELDS: Record<string, () => string> = {
  words_missing: m.joining_say_words,
  why_missing: m.joining_requests_say_answer,
  holder_missing: m.joining_requests_say_certificate,
  plot_missing: m.joining_requests_say_plot,
  number_invalid: m.joining_requests_say_number,
};

/** Says a refusal about joining or asking in words, beside its field or above the form. */
export function joiningProblemOf(refusal: JoiningRefusal | Refusal | FieldsRefused, locale: Locale): Problem {
  if (!(refusal.code in SAYINGS)) {
    const problem = farmProblemOf(refusal as Elsewhere, locale);
    if (refusal.code !== 'fields') return aboveAll(problem);
    for (const [name, code] of Object.entries(refusal.fields))
      problem.beside[name] = FIELDS[code]?.() ?? problem.beside[name] ?? '';
    return problem;
  }
  const say = SAYINGS[refusal.code as Own['code']] as (refusal: JoiningRefusal) => Said;
  const { status, field, words } = say(refusal as JoiningRefusal);
  return { status, above: field ? null : words, beside: field ? { [field]: words } : {} };
}

/** What stands beside a field of the plot's own form has no field here, so it is said above as well. */
function aboveAll(problem: Problem): Problem {
  return { ...problem, above: problem.above ?? Object.values(problem.beside)[0] ?? null };
}
