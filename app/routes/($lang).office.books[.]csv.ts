import type { LoaderFunctionArgs } from '@remix-run/node';
import { accountNamed } from '~/office/account-named.server';
import { asked } from '~/office/gate-answers.server';
import { accountWords } from '~/office/money-words';
import { entryWords } from '~/office/settlement-words';
import { csvAnswer, csvText } from '~/orchard/csv-answer.server';
import * as m from '~/paraglide/messages.js';

/** The journal as a file, a posting a line, by `?account=` or all of it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const account = accountNamed(new URL(request.url).searchParams.get('account'));
  const entries = await asked(request, context.api.books.export({ account }));
  const heads = [
    m.settlement_books_csv_day(),
    m.settlement_books_what(),
    'key',
    m.settlement_books_account(),
    m.settlement_books_csv_dong(),
  ];
  const rows = entries.flatMap(({ at, key, orderCode, postings }) =>
    postings.map((side) => [
      new Date(at).toISOString(),
      [entryWords(key), orderCode].filter(Boolean).join(' '),
      key,
      accountWords(side.account),
      String(side.dong),
    ]),
  );
  return csvAnswer(csvText([heads, ...rows]), 'so-nhat-ky.csv');
}
