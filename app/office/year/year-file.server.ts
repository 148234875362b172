import type { LoaderFunctionArgs } from '@remix-run/node';
import { localeOf } from '~/locale';
import { asked } from '~/office/gate-answers.server';
import { tablesAnswer } from '~/orchard/csv-answer.server';
import { yearAsked } from './year-asked.server';
import { dealingsTable, lostTable, sharesTable, sidesTable, sumsTable } from './year-tables.server';

/** A year as a file: its sums as CSV, or all that its page shows as a workbook. */
export async function yearFile({ request, params, context }: LoaderFunctionArgs, as: 'csv' | 'xlsx') {
  const year = await asked(request, context.api.yearEnd.one({ year: yearAsked(request) }));
  const more = [sharesTable(year), dealingsTable(year), sidesTable(year), lostTable(year, localeOf(params))];
  return tablesAnswer(as, [sumsTable(year), ...more], `nam-${year.year}`);
}
