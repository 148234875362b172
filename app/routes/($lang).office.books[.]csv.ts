import type { LoaderFunctionArgs } from '@remix-run/node';
import { accountNamed } from '~/office/account-named.server';
import { journalTable } from '~/office/book-tables.server';
import { asked } from '~/office/gate-answers.server';
import { tablesAnswer } from '~/orchard/csv-answer.server';

/** The journal as a file, a posting a line, by `?account=` or all of it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const account = accountNamed(new URL(request.url).searchParams.get('account'));
  const entries = await asked(request, context.api.books.export({ account }));
  return tablesAnswer('csv', [journalTable(entries)], 'so-nhat-ky');
}
