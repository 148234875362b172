import type { ApiOutputs } from '@baunghe/api';
import { formatDay } from '~/format';
import type { Locale } from '~/locale';
import { type Problem, problemOf, type Refusal } from '~/office/refusals.server';
import * as m from '~/paraglide/messages.js';

type RefusedBy<Answer> = Extract<Answer, { ok: false }> extends { error: infer Error } ? Error : never;

/** What a form of the farm's records may be refused for, beside what every form of the office may. */
type FarmRefusal = Exclude<
  | RefusedBy<ApiOutputs['diary']['record']>
  | RefusedBy<ApiOutputs['inputs']['put']>
  | RefusedBy<ApiOutputs['farmImports']['start']>
  | RefusedBy<ApiOutputs['lab']['record']>
  | RefusedBy<ApiOutputs['certificates']['keep']>
  | RefusedBy<ApiOutputs['forecasts']['say']>
  | RefusedBy<ApiOutputs['plots']['keep' | 'close']>
  | { code: 'csv_too_large' },
  Refusal
>;

type Said = { status: number; field?: string; words: string };

type Sayings = {
  [C in FarmRefusal['code']]: (refusal: Extract<FarmRefusal, { code: C }>, locale: Locale) => Said;
};

const SAYINGS: Sayings = {
  input_needed: () => ({ status: 422, field: 'inputId', words: m.farm_say_input_needed() }),
  input_unknown: () => ({ status: 422, field: 'inputId', words: m.farm_say_input_unknown() }),
  input_banned: ({ name, since, reason }, locale) => ({
    status: 409,
    field: 'inputId',
    words: m.farm_say_input_banned({ name, day: formatDay(since, locale), reason }),
  }),
  diary_day_out_of_range: ({ oldest, newest }, locale) => ({
    status: 422,
    field: 'doneOn',
    words: m.farm_say_diary_day({ oldest: formatDay(oldest, locale), newest: formatDay(newest, locale) }),
  }),
  input_name_taken: () => ({ status: 409, field: 'name', words: m.farm_say_input_name_taken() }),
  input_name_empty: () => ({ status: 422, field: 'name', words: m.farm_say_name() }),
  interval_out_of_range: () => ({ status: 422, field: 'preHarvestDays', words: m.farm_say_interval() }),
  ban_says_no_why: () => ({ status: 422, field: 'bannedReason', words: m.farm_say_ban() }),
  csv_not_utf8: () => ({ status: 422, field: 'bytes', words: m.farm_say_csv_not_utf8() }),
  csv_unreadable: ({ line }) => ({ status: 422, field: 'bytes', words: m.farm_say_csv_unreadable({ line }) }),
  csv_empty: () => ({ status: 422, field: 'bytes', words: m.farm_say_csv_empty() }),
  csv_too_long: ({ mostRows }) => ({
    status: 422,
    field: 'bytes',
    words: m.farm_say_csv_too_long({ most: mostRows }),
  }),
  csv_column_missing: ({ column }) => ({
    status: 422,
    field: 'bytes',
    words: m.farm_say_csv_column({ column }),
  }),
  lab_plot_unknown: () => ({ status: 422, field: 'batch', words: m.farm_say_lab_plot() }),
  lab_verdict_missing: () => ({ status: 422, field: 'passed', words: m.farm_say_verdict() }),
  lab_value_missing: () => ({ status: 422, field: 'value', words: m.farm_say_value_missing() }),
  lab_day_out_of_range: ({ newest }, locale) => ({
    status: 422,
    field: 'resultOn',
    words: m.farm_say_lab_day({ newest: formatDay(newest, locale) }),
  }),
  lab_sampled_before_cut: ({ cutOn }, locale) => ({
    status: 422,
    field: 'sampledOn',
    words: m.farm_say_lab_before_cut({ day: formatDay(cutOn, locale) }),
  }),
  report_too_large: ({ mostBytes }) => ({
    status: 413,
    field: 'document',
    words: m.farm_say_report_large({ most: Math.floor(mostBytes / 1024 / 1024) }),
  }),
  report_unreadable: () => ({ status: 422, field: 'document', words: m.farm_say_report_unreadable() }),
  outline_unreadable: ({ line }) => outline(m.farm_say_outline_unreadable({ line })),
  outline_too_short: () => outline(m.farm_say_outline_short()),
  outline_too_long: ({ mostPoints }) => outline(m.farm_say_outline_long({ most: mostPoints })),
  outline_outside_vietnam: ({ line }) => outline(m.farm_say_outline_outside({ line })),
  outline_crosses_itself: () => outline(m.farm_say_outline_crosses()),
  plot_code_taken: () => ({ status: 409, field: 'code', words: m.farm_say_plot_code_taken() }),
  plot_member_unknown: () => ({ status: 422, field: 'memberCode', words: m.farm_say_plot_member() }),
  planting_unit_form: () => ({ status: 422, field: 'plantingUnitCode', words: m.farm_say_planting_unit() }),
  plot_area_missing: () => ({ status: 422, field: 'areaM2', words: m.farm_say_plot_area() }),
  plot_area_differs: ({ outlineM2 }, locale) => ({
    status: 422,
    field: 'areaM2',
    words: m.farm_say_plot_area_differs({ area: outlineM2.toLocaleString(locale) }),
  }),
  plot_without_trees: () => ({ status: 422, field: 'trees', words: m.farm_say_plot_trees() }),
  plot_trees_wrong: ({ thisYear }) => ({
    status: 422,
    field: 'trees',
    words: m.farm_say_plot_trees_wrong({ year: thisYear }),
  }),
  request_open: () => ({ status: 409, words: m.joining_requests_say_open() }),
  too_many_requests: () => ({ status: 429, words: m.joining_requests_say_many() }),
  certificate_holder_unknown: () => ({ status: 422, field: 'memberCode', words: m.farm_say_cert_holder() }),
  certificate_days: () => ({ status: 422, field: 'validTo', words: m.farm_say_cert_days() }),
  certificate_known: () => ({ status: 409, field: 'number', words: m.farm_say_cert_known() }),
  forecast_week_out_of_range: ({ first, last }, locale) => ({
    status: 422,
    field: 'monday',
    words: m.farm_say_forecast_week({ first: formatDay(first, locale), last: formatDay(last, locale) }),
  }),
  csv_too_large: () => ({ status: 413, field: 'bytes', words: m.farm_say_csv_too_large() }),
};

const outline = (words: string): Said => ({ status: 422, field: 'outline', words });

/** Says a refusal of a farm record in words, beside its field or above the form. */
export function farmProblemOf(refusal: FarmRefusal | Refusal, locale: Locale): Problem {
  if (!(refusal.code in SAYINGS)) return problemOf(refusal as Refusal, locale);
  const say = SAYINGS[refusal.code as FarmRefusal['code']] as (refusal: FarmRefusal, locale: Locale) => Said;
  const { status, field, words } = say(refusal as FarmRefusal, locale);
  return { status, above: field ? null : words, beside: field ? { [field]: words } : {} };
}
