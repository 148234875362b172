import type { ApiOutputs } from '@baunghe/api';
import type { AppLoadContext } from '@remix-run/node';

const MOST_SHOWN = 10;

/** What an accountant's home tells of. */
export type MoneyThatWaits = {
  refunds: ApiOutputs['money']['refunds']['rows'];
  moreRefunds: boolean;
  unknownLines: number;
  givings: number;
};

/** Refunds that are due, the first ten, and how many movements on the bank account nobody knows. */
export async function moneyThatWaits({ api }: AppLoadContext): Promise<MoneyThatWaits> {
  const [{ unknownLines }, due, givings] = await Promise.all([
    api.money.board({ show: 'differences', after: null }),
    api.money.refunds({ show: 'due', after: null }),
    api.givings.waiting(),
  ]);
  const refunds = due.rows.slice(0, MOST_SHOWN);
  return { refunds, moreRefunds: due.rows.length > MOST_SHOWN, unknownLines, givings };
}
