import type { ApiOutputs } from '@baunghe/api';
import { instantCell, type SheetTable } from '@baunghe/sheets';
import * as m from '~/paraglide/messages.js';
import { accountWords } from './money-words';
import { entryWords } from './settlement-words';

/** Entries of the journal, a posting a row. */
export function journalTable(entries: ApiOutputs['books']['export']): SheetTable {
  return {
    name: m.settlement_books_journal(),
    heads: [
      m.settlement_books_csv_day(),
      m.settlement_books_what(),
      'key',
      m.settlement_books_account(),
      m.settlement_books_csv_dong(),
    ],
    rows: entries.flatMap(({ at, key, orderCode, postings }) =>
      postings.map((side) => [
        instantCell(at),
        [entryWords(key), orderCode].filter(Boolean).join(' '),
        key,
        accountWords(side.account),
        Number(side.dong),
      ]),
    ),
  };
}

/** What each account stands at: debit and credit in columns of their own, and their sums. */
export function balanceTable(balance: ApiOutputs['books']['balance']): SheetTable {
  const stands = balance.map(({ account, dong }) => ({ account, dong: Number(dong) }));
  const sum = (side: 1 | -1) => stands.reduce((all, { dong }) => all + Math.max(0, side * dong), 0);
  return {
    name: m.settlement_books_balance(),
    heads: [m.settlement_books_account(), m.settlement_books_debit(), m.settlement_books_credit()],
    rows: [
      ...stands.map(({ account, dong }) => [
        accountWords(account),
        dong > 0 ? dong : null,
        dong < 0 ? -dong : null,
      ]),
      [m.settlement_books_sum(), sum(1), sum(-1)],
    ],
  };
}
