import type { LoaderFunctionArgs } from '@remix-run/node';
import { asked } from '~/office/gate-answers.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

/** A lot as a signed document for the State's trace system, to be kept as a file. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const batch = params.batch ?? '';
  const file = await asked(request, context.api.state.lot({ batch }));
  if (!file.ok) throw new Response(m.office_lot_not_found(), { status: 404, headers: PRIVATE });
  return new Response(`${JSON.stringify(file.value, null, 2)}\n`, {
    headers: {
      ...PRIVATE,
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="lot-${encodeURIComponent(batch)}.json"`,
    },
  });
}
