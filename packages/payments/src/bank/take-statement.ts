import { type Moment, refusalOf, type Tx } from '@baunghe/db';
import type { InTransaction } from '../open-card-page.ts';
import type { MoneyTaken } from '../take-money.ts';
import { ordersNamedIn } from './find-order.ts';
import { keepLines, type NewLine } from './keep-lines.ts';
import { isOurs, type LineOutcome, takeForOrder } from './match-line.ts';
import { giveByLine, refundIn, refundsLike } from './match-refund.ts';
import type { StatementLine } from './statement.ts';

/** So many movements go into one transaction. */
const AT_ONCE = 200;

/** What became of a movement; `broken`: the database refused it, and it is not kept. */
export type StatementOutcome = LineOutcome | 'broken';

/** Who sends a statement in, of which account, and who hears of money that was taken for an order. */
export interface SentStatement {
  byUser: string;
  ours: string | null;
  taken(tx: Tx, orderId: string, kind: MoneyTaken['kind']): Promise<void>;
}

/**
 * Takes the movements of a statement as `takeLine` takes one, hundreds in a transaction: what was taken before, by a
 * statement or a feed, is not taken again. One that the database refuses is left out, and the others are taken. Gives
 * how many there were of each outcome.
 */
export async function takeStatement(
  run: InTransaction,
  moment: Moment,
  sent: SentStatement,
  lines: readonly StatementLine[],
): Promise<Partial<Record<StatementOutcome, number>>> {
  const outcomes: Partial<Record<StatementOutcome, number>> = {};
  const count = (all: readonly StatementOutcome[]) => {
    for (const each of all) outcomes[each] = (outcomes[each] ?? 0) + 1;
  };
  for (let from = 0; from < lines.length; from += AT_ONCE)
    await takeSome(run, moment, sent, lines.slice(from, from + AT_ONCE), count);
  return outcomes;
}

/** Takes some together; where the database refuses, each half by itself, until the one that it refuses stands alone. */
async function takeSome(
  run: InTransaction,
  moment: Moment,
  sent: SentStatement,
  lines: readonly StatementLine[],
  count: (outcomes: readonly StatementOutcome[]) => void,
): Promise<void> {
  try {
    count(await run((tx) => takeTogether(tx, moment, sent, lines)));
  } catch (error) {
    // Of the classes "data exception" and "integrity constraint violation": it is the row's fault, not the hour's.
    if (!/^2[23]/.test(refusalOf(error)?.sqlState ?? '')) throw error;
    if (lines.length === 1) return count(['broken']);
    const half = Math.ceil(lines.length / 2);
    await takeSome(run, moment, sent, lines.slice(0, half), count);
    await takeSome(run, moment, sent, lines.slice(half), count);
  }
}

async function takeTogether(
  tx: Tx,
  moment: Moment,
  sent: SentStatement,
  lines: readonly StatementLine[],
): Promise<LineOutcome[]> {
  const outcomes: LineOutcome[] = lines.map(() => 'told_before');
  const fresh = await keepLines(tx, moment, sent.byUser, lines);
  for (const { index } of fresh) outcomes[index] = 'unknown';
  const ours = fresh.filter(({ index }) => isOurs(lines[index]?.told ?? NOWHERE, sent.ours));
  const came = ours.filter(({ row }) => row.direction === 'in');
  const orders = await ordersNamedIn(
    tx,
    came.map(({ row }) => ({ code: null, content: row.content })),
  );
  for (const [at, { index, row }] of came.entries()) {
    const orderId = orders[at];
    if (!orderId) continue;
    const kind = await takeForOrder(tx, moment, row, orderId, null);
    await sent.taken(tx, orderId, kind);
    outcomes[index] = kind;
  }
  const left = ours.filter(({ row }) => row.direction === 'out');
  for (const index of await giveRefunds(tx, moment, left)) outcomes[index] = 'refund_given';
  return outcomes;
}

/** Closes the refunds that movements gave. Returns the places of those movements. */
async function giveRefunds(tx: Tx, moment: Moment, left: readonly NewLine[]): Promise<number[]> {
  if (left.length === 0) return [];
  const rows = left.map(({ row }) => row);
  let open = await refundsLike(tx, rows);
  const gave: number[] = [];
  for (const { index, row } of left) {
    const refundId = refundIn(open, row);
    if (refundId === null || !(await giveByLine(tx, moment, row, refundId, null))) continue;
    open = open.filter(({ id }) => id !== refundId);
    gave.push(index);
  }
  return gave;
}

const NOWHERE = { account: null, subAccount: null };
