import type { ApiInputs } from '@baunghe/api';

/** An account of the books as an address names it. */
export type BookAccountName = NonNullable<ApiInputs['books']['export']['account']>;

const NAMES: Record<BookAccountName, true> = {
  bank: true,
  cash: true,
  buyers: true,
  sales: true,
  delivery: true,
  card: true,
  credit: true,
  claims: true,
  vouchers: true,
  fees: true,
  settled: true,
  members_owed: true,
  cooperative: true,
  advances: true,
  vat: true,
  other_income: true,
  costs: true,
  surplus: true,
  common_fund: true,
  members_surplus: true,
  members_capital: true,
  carriers: true,
};

/** The account that an address names, or none. */
export const accountNamed = (named: string | null): BookAccountName | null =>
  named !== null && Object.hasOwn(NAMES, named) ? (named as BookAccountName) : null;
