import type { LoaderFunctionArgs } from '@remix-run/node';
import { asked } from '~/office/gate-answers.server';
import { dayValue } from '~/office/settlement-words';
import { csvAnswer, csvText } from '~/orchard/csv-answer.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

/** What is still to be paid of an approved settlement, as a file for the bank; who has no confirmed account stands as cash, and a note says whose change waits. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await asked(request, context.api.settlement.one({ id: params.id ?? '' }));
  if (!found.ok || found.value.state !== 'approved')
    throw new Response(null, { status: 404, headers: PRIVATE });
  const { toDay, statements } = found.value;
  const day = dayValue(toDay);
  const rows = statements
    .filter(({ pay, paid }) => pay > 0 && !paid)
    .map(({ code, name, account, accountWaits, pay }) => [
      account?.holder ?? name,
      account?.account ?? m.settlement_file_cash(),
      account?.bin ?? '',
      account?.bankName ?? '',
      String(pay),
      `BAU NGHE ${code.replace(/[^A-Z0-9]/g, '')} ${day.replaceAll('-', '')}`,
      accountWaits ? m.signin_file_waits() : '',
    ]);
  const heads = [
    m.settlement_file_holder(),
    m.settlement_file_account(),
    m.settlement_file_bin(),
    m.settlement_file_bank(),
    m.settlement_file_amount(),
    m.settlement_file_memo(),
    m.signin_file_note(),
  ];
  return csvAnswer(csvText([heads, ...rows]), `chi-tra-${day}.csv`);
}
