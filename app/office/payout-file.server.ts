import type { SheetTable } from '@baunghe/sheets';
import { tablesAnswer } from '~/orchard/csv-answer.server';
import * as m from '~/paraglide/messages.js';

/** What one member is still to be paid, where to, and what the bank is to say of it. */
interface ToPay {
  name: string;
  account: { holder: string; account: string; bin: string; bankName: string | null } | null;
  /** Whether a change of the account waits to be confirmed. */
  accountWaits: boolean;
  dong: number;
  memo: string;
}

/**
 * What is to be paid, as files for the bank: transfers first, then who is paid in cash, as a sheet of their own in a
 * workbook. Names are in letters that every bank takes; in a workbook account numbers are text, so that none loses its
 * leading zeros.
 */
export function payoutTables(all: readonly ToPay[]): readonly [SheetTable, SheetTable] {
  const heads = [
    ...[m.settlement_file_holder(), m.settlement_file_account(), m.settlement_file_bin()],
    ...[m.settlement_file_bank(), m.settlement_file_amount(), m.settlement_file_memo(), m.signin_file_note()],
  ];
  const rowOf = ({ name, account, dong, memo, accountWaits }: ToPay) => [
    plainCapitals(account?.holder ?? name),
    account?.account ?? m.settlement_file_cash(),
    ...[account?.bin ?? '', plainCapitals(account?.bankName ?? ''), dong, memo],
    accountWaits ? m.signin_file_waits() : '',
  ];
  const sheet = (name: string, rows: readonly ToPay[]) => ({ name, heads, rows: rows.map(rowOf) });
  return [
    sheet(
      m.settlement_through_bank(),
      all.filter(({ account }) => account !== null),
    ),
    sheet(
      m.settlement_through_cash(),
      all.filter(({ account }) => account === null),
    ),
  ];
}

/** The file that a page asked for, as one table or as a workbook; `fileName` without its end. */
export function payoutAnswer(as: 'csv' | 'xlsx', all: readonly ToPay[], fileName: string): Promise<Response> {
  const [bank, cash] = payoutTables(all);
  const tables =
    as === 'xlsx' ? ([bank, cash] as const) : ([{ ...bank, rows: [...bank.rows, ...cash.rows] }] as const);
  return tablesAnswer(as, tables, fileName);
}

/** Capitals A to Z and digits with single spaces: banks refuse or mangle anything else in a name. */
const plainCapitals = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[đĐ]/g, 'D')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
