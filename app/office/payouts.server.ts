import type { LoaderFunctionArgs } from '@remix-run/node';
import { asked } from '~/office/gate-answers.server';
import { payoutAnswer } from '~/office/payout-file.server';
import { dayValue } from '~/office/settlement-words';
import { yearAsked } from '~/office/year/year-asked.server';
import { PRIVATE } from '~/private-page.server';

type As = 'csv' | 'xlsx';

/** What is still to be paid of an approved settlement; 404 of any other. Who has no confirmed account stands as cash. */
export async function settlementPayout(as: As, { request, params, context }: LoaderFunctionArgs) {
  const found = await asked(request, context.api.settlement.one({ id: params.id ?? '' }));
  if (!found.ok || found.value.state !== 'approved') throw unknown();
  const day = dayValue(found.value.toDay);
  const rows = found.value.statements
    .filter(({ pay, paid }) => pay > 0 && !paid)
    .map(({ code, name, account, accountWaits, pay }) => ({
      ...{ name, account, accountWaits, dong: pay },
      memo: `BAU NGHE ${plain(code)} ${day.replaceAll('-', '')}`,
    }));
  return payoutAnswer(as, rows, `chi-tra-${day}`);
}

/** What is still to be paid of a closed year's surplus; 404 of a year that is not closed. */
export async function yearPayout(as: As, { request, context }: LoaderFunctionArgs) {
  const year = yearAsked(request);
  const found = year === null ? null : await asked(request, context.api.yearEnd.unpaid({ year }));
  if (!found?.ok) throw unknown();
  const rows = found.value.map(({ code, name, account, accountWaits, share }) => ({
    ...{ name, account, accountWaits, dong: share },
    memo: `BAU NGHE ${plain(code)} TD${year}`,
  }));
  return payoutAnswer(as, rows, `chi-tra-thang-du-${year}`);
}

const plain = (code: string) => code.replace(/[^A-Z0-9]/g, '');

const unknown = () => new Response(null, { status: 404, headers: PRIVATE });
