import type { LoaderFunctionArgs } from '@remix-run/node';
import { accountNamed } from '~/office/account-named.server';
import { balanceTable, journalTable } from '~/office/book-tables.server';
import { asked } from '~/office/gate-answers.server';
import { tablesAnswer } from '~/orchard/csv-answer.server';

/** The journal and the trial balance as a workbook, by `?account=` or all of it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const account = accountNamed(new URL(request.url).searchParams.get('account'));
  const { books } = context.api;
  const entries = await asked(request, books.export({ account }));
  const balance = await asked(request, books.balance());
  return tablesAnswer('xlsx', [journalTable(entries), balanceTable(balance)], 'so-sach');
}
