import { dayCell, instantCell, type SheetTable } from '@baunghe/sheets';
import type { Locale } from '~/locale';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { COST, INCOME, lostWords, sideWords, sumWords, type Year } from './year-words';

/** A year's sums, on a side each, and what becomes of its surplus. */
export function sumsTable({ sums, result }: Year): SheetTable {
  const { internal, external } = sums;
  const all = (side: typeof internal, keys: readonly (keyof typeof internal)[]) =>
    keys.reduce((sum, key) => sum + side[key], 0);
  const row = (key: keyof typeof internal) => [sumWords(key), internal[key], external[key]];
  return {
    name: m.yearend_sums(),
    heads: [m.yearend_item(), m.yearend_internal(), m.yearend_external()],
    rows: [
      row('orders'),
      row('sold'),
      ...INCOME.map(row),
      [m.yearend_income(), all(internal, INCOME), all(external, INCOME)],
      ...COST.map(row),
      [m.yearend_cost(), all(internal, COST), all(external, COST)],
      ...(result.ok
        ? [
            [m.yearend_surplus(), null, result.value.surplus],
            [m.yearend_fund(), null, result.value.fund],
            [m.yearend_members(), null, result.value.members],
          ]
        : []),
    ],
  };
}

/** Each member's part of the surplus. */
export const sharesTable = ({ result }: Year): SheetTable => ({
  name: m.yearend_shares(),
  heads: [
    ...[m.yearend_member(), 'XV', m.yearend_weight(), m.yearend_money(), m.yearend_share()],
    ...[m.shares_mean_capital(), m.shares_by_capital()],
  ],
  rows: (result.ok ? result.value.shares : []).map((row) => [
    ...[row.name, row.code, row.grams / 1000, row.sold, row.share, row.capital, row.byCapital],
  ]),
});

/** Income and costs that no order tells of. */
export const dealingsTable = ({ dealings }: Year): SheetTable => ({
  name: m.yearend_dealings(),
  heads: [
    ...[m.yearend_dealing_day(), m.yearend_dealing_kind(), m.yearend_stands(), m.yearend_dealing_what()],
    ...[m.yearend_dealing_reference(), m.yearend_dealing_amount()],
  ],
  rows: dealings.map(({ day, kind, side, what, reference, amount }) => [
    dayCell(day),
    kind === 'income' ? m.yearend_dealing_income() : m.yearend_dealing_cost(),
    ...[sideWords(side), what, reference, amount],
  ]),
});

/** Orders that stand inside the membership or were put on their side by hand. */
export const sidesTable = ({ sides }: Year): SheetTable => ({
  name: m.yearend_sides(),
  heads: [
    ...[m.yearend_order(), m.yearend_placed(), m.yearend_stands(), m.yearend_side_why()],
    m.yearend_total(),
  ],
  rows: sides.map(({ code, placedAt, side, why, total }) => [
    ...[code, instantCell(placedAt), sideWords(side), why ?? m.yearend_side_by_phone(), Number(total)],
  ]),
});

/** Fruit lost, in kilograms. */
export const lostTable = ({ lost }: Year, locale: Locale): SheetTable => ({
  name: m.yearend_lost(),
  heads: [m.yearend_lost_fruit(), m.yearend_lost_how(), m.yearend_weight()],
  rows: lost.map((row) => [nameIn(row, locale), lostWords(row), row.grams / 1000]),
});
