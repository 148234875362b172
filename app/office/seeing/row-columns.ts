import type { ApiOutputs } from '@baunghe/api';
import type { Locale } from '~/locale';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { type Shown, shownIn } from './figures';
import type { Question } from './paths';
import { kindWords } from './words';

export type SeenRow = ApiOutputs['seeing']['rows']['rows'][number];

/** A column of rows behind a figure: how it is shown, and where its word leads. */
export interface RowColumn {
  key: string;
  head: () => string;
  figures?: boolean;
  cell: (row: SeenRow, locale: Locale) => Shown;
  /** `orchards`: not for an accountant alone. */
  to?: (row: SeenRow) => { path: string; orchards?: boolean } | null;
}

const word = (text: string | null | undefined): Shown => ({ text: text ?? '', cell: text ?? null });

const day: RowColumn = {
  key: 'day',
  head: m.seeing_head_day,
  cell: (row, locale) => shownIn(locale).day(row.day ?? row.monday ?? null),
};
const order: RowColumn = {
  key: 'order',
  head: m.seeing_head_order,
  cell: ({ orderCode }) => word(orderCode),
  to: ({ orderCode }) => (orderCode ? { path: `/office/orders/${orderCode}` } : null),
};
const lot: RowColumn = {
  key: 'lot',
  head: m.seeing_head_lot,
  cell: ({ batch }) => word(batch),
  to: ({ batch }) => (batch ? { path: `/office/lots/${batch}`, orchards: true } : null),
};
const plot: RowColumn = {
  key: 'plot',
  head: m.seeing_head_plot,
  cell: ({ plotCode }) => word(plotCode),
  to: ({ plotCode }) => (plotCode ? { path: `/office/plots/${plotCode}`, orchards: true } : null),
};
const fruit: RowColumn = {
  key: 'fruit',
  head: m.seeing_head_fruit,
  cell: ({ nameVi, nameEn, nameZh }, locale) =>
    word(nameVi && nameEn ? nameIn({ nameVi, nameEn, nameZh: nameZh ?? null }, locale) : null),
};
const kind: RowColumn = {
  key: 'kind',
  head: m.seeing_head_kind,
  cell: (row) => word(row.kind === undefined ? null : kindWords(row.kind)),
};
const words: RowColumn = { key: 'words', head: m.seeing_head_words, cell: (row) => word(row.words) };
const weight: RowColumn = {
  ...{ key: 'weight', figures: true, head: m.seeing_head_kg },
  cell: ({ grams }, locale) => shownIn(locale).weight(grams),
};
const dong: RowColumn = {
  ...{ key: 'dong', figures: true, head: m.seeing_head_dong },
  cell: (row, locale) => shownIn(locale).dong(row.dong ?? 0),
};
const days: RowColumn = {
  ...{ key: 'days', figures: true, head: m.seeing_head_days },
  cell: (row) => ({ text: m.seeing_days_count({ days: row.days ?? 0 }), cell: row.days ?? null }),
};
const member: RowColumn = {
  key: 'member',
  head: m.seeing_head_member,
  cell: ({ name, memberCode }) => word(`${name ?? ''} (${memberCode ?? ''})`),
  to: ({ memberId }) => (memberId ? { path: `/office/members/${memberId}`, orchards: true } : null),
};
const statement: RowColumn = {
  ...words,
  head: m.seeing_head_statement,
  to: ({ statementId }) => (statementId ? { path: `/office/statements/${statementId}` } : null),
};

const COLUMNS: Record<Question, readonly RowColumn[]> = {
  sales: [order, day, fruit, weight, dong],
  shortage: [kind, { ...day, head: m.seeing_head_week_of }, fruit, plot, lot, order, weight],
  losses: [lot, day, fruit, plot, kind, words, weight],
  harvests: [lot, day, fruit, plot, weight],
  days: [order, day, fruit, lot, days, kind, weight],
  owed: [member, day, kind, statement, order, lot, weight, dong],
};

/** The columns of a question's rows; the first names the row. */
export const columnsOf = (question: Question): readonly RowColumn[] => COLUMNS[question];
