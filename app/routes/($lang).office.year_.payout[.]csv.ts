import type { LoaderFunctionArgs } from '@remix-run/node';
import { asked } from '~/office/gate-answers.server';
import { yearAsked } from '~/office/year/year-asked.server';
import { csvAnswer, csvText } from '~/orchard/csv-answer.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

/** What is still to be paid of a closed year's surplus, as a file for the bank, laid out as a settlement's is. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const year = yearAsked(request);
  const found = year === null ? null : await asked(request, context.api.yearEnd.unpaid({ year }));
  if (!found?.ok) throw new Response(null, { status: 404, headers: PRIVATE });
  const rows = found.value.map(({ code, name, account, accountWaits, share }) => [
    account?.holder ?? name,
    account?.account ?? m.settlement_file_cash(),
    account?.bin ?? '',
    account?.bankName ?? '',
    String(share),
    `BAU NGHE ${code.replace(/[^A-Z0-9]/g, '')} TD${year}`,
    accountWaits ? m.signin_file_waits() : '',
  ]);
  const heads = [
    ...[m.settlement_file_holder(), m.settlement_file_account(), m.settlement_file_bin()],
    ...[m.settlement_file_bank(), m.settlement_file_amount(), m.settlement_file_memo(), m.signin_file_note()],
  ];
  return csvAnswer(csvText([heads, ...rows]), `chi-tra-thang-du-${year}.csv`);
}
