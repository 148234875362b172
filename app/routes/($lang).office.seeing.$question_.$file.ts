import type { LoaderFunctionArgs } from '@remix-run/node';
import { localeOf } from '~/locale';
import { asked } from '~/office/gate-answers.server';
import { askedPeriod, askedRows, questionOf } from '~/office/seeing/asked.server';
import { figuresOf } from '~/office/seeing/figures-of';
import { figuresTable, rowsTable } from '~/office/seeing/tables.server';
import { tablesAnswer } from '~/orchard/csv-answer.server';

const FILE = /^(figures|rows)\.(csv|xlsx)$/;

/** A question's figures (`?table=` names which as CSV) or the rows behind them, all pages, as a file. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const question = questionOf(params.question);
  const [, what, as] = FILE.exec(params.file ?? '') ?? [];
  if (as !== 'csv' && as !== 'xlsx') throw new Response(null, { status: 404 });
  const search = new URL(request.url).searchParams;
  const { period } = askedPeriod(search);
  const { seeing } = context.api;
  if (what === 'rows') {
    const asking = { question, period, of: askedRows(search).of };
    const table = await asked(request, rowsTable(seeing, asking, localeOf(params)));
    return tablesAnswer(as, [table], `bau-nghe-${question}`);
  }
  const look = await asked(request, seeing.look({ period }));
  const tables = figuresOf(question, look, localeOf(params)).map(figuresTable);
  const [first, ...others] = as === 'csv' ? tables.slice(Number(search.get('table')) || 0) : tables;
  if (!first) throw new Response(null, { status: 404 });
  return tablesAnswer(as, [first, ...others], `bau-nghe-${question}-so-lieu`);
}
