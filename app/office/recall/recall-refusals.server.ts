import type { ApiOutputs } from '@baunghe/api';
import * as m from '~/paraglide/messages.js';

type RefusedBy<Answer> = Extract<Answer, { ok: false }> extends { error: infer Error } ? Error : never;

/** Everything that the forms of recalls may be refused for. */
export type RecallRefusal = RefusedBy<
  ApiOutputs['recalls']['reach' | 'start' | 'extend' | 'end' | 'letGo' | 'drill' | 'heard']
>;

type Own = Exclude<RecallRefusal['code'], 'lot_unknown'>;
type Said = { status: number; field?: string; words: string };
type Sayings = { [C in Own]: (refusal: Extract<RecallRefusal, { code: C }>) => Said };

/** What is said of a recall that was refused, and beside which field. */
export const RECALL_SAYINGS: Sayings = {
  recall_source_unknown: () => ({ status: 404, words: m.recall_say_source() }),
  recall_no_lots: () => ({ status: 422, field: 'batches', words: m.recall_say_no_lots() }),
  recall_lots_unknown: ({ batches }) => ({
    status: 422,
    field: 'batches',
    words: m.recall_say_lots_unknown({ lots: batches.join(', ') }),
  }),
  recall_too_many: ({ most }) => ({
    status: 422,
    field: 'batches',
    words: m.recall_say_too_many({ most }),
  }),
  recall_open: ({ recall }) => ({ status: 409, words: m.recall_say_open({ recall }) }),
  recall_unknown: () => ({ status: 404, words: m.recall_say_unknown() }),
  recall_over: () => ({ status: 409, words: m.recall_say_over() }),
};
