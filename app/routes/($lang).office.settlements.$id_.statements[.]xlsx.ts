import type { SheetTable } from '@baunghe/sheets';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { asked } from '~/office/gate-answers.server';
import { tablesAnswer } from '~/orchard/csv-answer.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

/** Every member's statement of a settlement as a workbook; 404 when there is none. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await asked(request, context.api.settlement.one({ id: params.id ?? '' }));
  if (!found.ok) throw new Response(null, { status: 404, headers: PRIVATE });
  const table: SheetTable = {
    name: m.settlement_statements(),
    heads: [
      ...[m.settlement_member(), 'XV', m.yearend_weight(), m.settlement_sales(), m.settlement_taken_off()],
      ...[m.settlement_coop(), m.settlement_carried(), m.settlement_advance_off(), m.settlement_pay()],
      m.settlement_left(),
    ],
    rows: found.value.statements.map(
      ({ name, code, grams, sales, takenOff, coop, carried, advance, pay, left }) => [
        ...[name, code, grams / 1000, sales, takenOff, coop, carried, advance, pay, left],
      ],
    ),
  };
  return tablesAnswer('xlsx', [table], 'ban-ke');
}
