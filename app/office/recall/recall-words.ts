import type { ApiInputs, ApiOutputs } from '@baunghe/api';
import * as m from '~/paraglide/messages.js';

/** A source's way of being what it is. */
export type SourceKind = ApiInputs['recalls']['reach']['kind'];
/** What a source reached. */
export type Reached = Extract<ApiOutputs['recalls']['reach'], { ok: true }>['value'];
/** A recall or drill with all that is known of it. */
export type RecallShown = Extract<ApiOutputs['recalls']['one'], { ok: true }>['value'];
export type Fate = keyof typeof FATES;

const KINDS: Record<SourceKind, () => string> = {
  lot: m.recall_kind_lot,
  plot: m.recall_kind_plot,
  input: m.recall_kind_input,
  member: m.recall_kind_member,
  day: m.recall_kind_day,
  lab: m.recall_kind_lab,
  box: m.recall_kind_box,
};

export const sourceKindWords = (kind: SourceKind): string => KINDS[kind]();

const BY = { hands: m.recall_by_hands, order: m.recall_by_order, harvest: m.recall_by_harvest };

/** Why a lot is said to have shared a table. */
export const touchedWords = (by: readonly (keyof typeof BY)[]): string =>
  by.map((one) => BY[one]()).join(', ');

export const SEVERITIES = {
  first: m.recall_severity_first,
  second: m.recall_severity_second,
  third: m.recall_severity_third,
} as const;

export const ADVICES = {
  do_not_eat: m.recall_advice_do_not_eat,
  give_back: m.recall_advice_give_back,
  discard: m.recall_advice_discard,
} as const;

export const FATES = {
  destroyed: m.recall_fate_destroyed,
  giving_back: m.recall_fate_giving_back,
  eaten: m.recall_fate_eaten,
} as const;

/** The parts that the fruit of lots is in, in the order of its way, with their names. */
export function partsOf(sums: Reached['sums']): { key: string; name: string; grams: number }[] {
  return [
    { key: 'inStore', name: m.recall_sum_in_store(), grams: sums.inStore },
    { key: 'reserved', name: m.recall_sum_reserved(), grams: sums.reserved },
    { key: 'packed', name: m.recall_sum_packed(), grams: sums.packed },
    { key: 'sent', name: m.recall_sum_sent(), grams: sums.sent },
    { key: 'spoiled', name: m.recall_sum_spoiled(), grams: sums.spoiled },
    { key: 'destroyed', name: m.recall_sum_destroyed(), grams: sums.destroyed },
    { key: 'short', name: m.recall_sum_short(), grams: sums.short },
    { key: 'difference', name: m.recall_sum_difference(), grams: sums.difference },
  ];
}

/** What is known of a recall's fruit: what is held, what buyers say, what is gone; it sums to what was received. */
export function accountOf(
  sums: Reached['sums'],
  answers: RecallShown['answers'],
): { key: string; name: string; grams: number }[] {
  const lost = sums.spoiled + sums.short + sums.difference;
  return [
    { key: 'held', name: m.recall_acc_held(), grams: sums.inStore + sums.reserved + sums.packed },
    { key: 'destroyed', name: m.recall_acc_destroyed(), grams: sums.destroyed + answers.destroyed.grams },
    { key: 'giving_back', name: m.recall_acc_giving_back(), grams: answers.giving_back.grams },
    { key: 'eaten', name: m.recall_acc_eaten(), grams: answers.eaten.grams },
    { key: 'unknown', name: m.recall_acc_unknown(), grams: answers.unknown.grams },
    { key: 'lost', name: m.recall_acc_lost(), grams: lost },
  ];
}
