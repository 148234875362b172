import type { ApiOutputs } from '@baunghe/api';
import { formatDay, formatInstant } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';

type RefusedBy<Answer> = Extract<Answer, { ok: false }> extends { error: infer Error } ? Error : never;

/** Everything that marking a lot down may be refused for. */
export type MarkdownRefusal = RefusedBy<ApiOutputs['markdowns']['begin' | 'end']>;

type Own = Exclude<MarkdownRefusal['code'], 'lot_unknown' | 'lot_held' | 'lot_past_its_day'>;
type Said = { status: number; field?: string; words: string };
type Sayings = { [C in Own]: (refusal: Extract<MarkdownRefusal, { code: C }>, locale: Locale) => Said };

/** What is said of a mark-down that was refused, and beside which field. */
export const MARKDOWN_SAYINGS: Sayings = {
  lot_marked_down: ({ since }, locale) => ({
    status: 409,
    words: m.markdown_say_marked({ at: formatInstant(since, locale) }),
  }),
  lot_not_marked_down: () => ({ status: 409, words: m.markdown_say_not_marked() }),
  markdown_day: ({ oldest, newest }, locale) => ({
    status: 422,
    field: 'lastDay',
    words: m.markdown_say_day({ oldest: formatDay(oldest, locale), newest: formatDay(newest, locale) }),
  }),
  markdown_not_cheaper: () => ({ status: 422, field: 'off', words: m.markdown_say_not_cheaper() }),
};
