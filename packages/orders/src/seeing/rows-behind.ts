import type { Tx } from '@baunghe/db';
import { aheadIn, weeksAhead } from './ahead.ts';
import { cutIn } from './cut.ts';
import type { DaysSeen } from './days-seen.ts';
import { advancesNow, owedNow } from './owed.ts';
import { soldIn } from './sold.ts';
import { type PageAsked, pageOf, type RowsOf, type RowsPage, type Source } from './source.ts';
import { spoiledIn } from './spoiled.ts';
import { doorIn } from './to-the-door.ts';

/** What the cooperative wants to see; the addresses of its rows are named so. */
export const QUESTIONS = ['sales', 'shortage', 'losses', 'harvests', 'days', 'owed'] as const;
export type Question = (typeof QUESTIONS)[number];

/** A page of the rows behind a figure. Shortage and what is owed are of now, whatever days are asked for. */
export async function rowsBehind(
  tx: Tx,
  now: Date,
  question: Question,
  days: DaysSeen,
  of: RowsOf,
  page: PageAsked,
): Promise<RowsPage> {
  return pageOf(tx, await sourceOf(tx, now, question, days, of), of, page);
}

const OF_DAYS = { sales: soldIn, losses: spoiledIn, harvests: cutIn, days: doorIn } as const;

async function sourceOf(tx: Tx, now: Date, question: Question, days: DaysSeen, of: RowsOf): Promise<Source> {
  if (question === 'shortage') return aheadIn(weeksAhead(now));
  if (question === 'owed' && of.kind === 'advance') return advancesNow();
  if (question === 'owed') return (await owedNow(tx, now)).source;
  return OF_DAYS[question](days);
}
