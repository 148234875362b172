import type { ApiInputs } from '@baunghe/api';
import * as m from '~/paraglide/messages.js';

type Name = keyof NonNullable<ApiInputs['bank']['readStatement']['columns']>;

const WORDS: Record<Name, () => string> = {
  date: m.money_col_date,
  amount: m.money_col_amount,
  credit: m.money_col_credit,
  debit: m.money_col_debit,
  content: m.money_col_content,
  reference: m.money_col_reference,
};

/** What a column of a statement may hold. */
export const columnNames = Object.keys(WORDS) as Name[];

/** How such a column is called. */
export const columnWords = (name: Name): string => WORDS[name]();
