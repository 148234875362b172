import type { LoaderFunctionArgs } from '@remix-run/node';
import { asked } from '~/office/gate-answers.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

/** The slips for under the lids of an order's boxes as a PDF: `?layout=single|a4`, `?box=SERIAL` for one of them. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const code = params.code ?? '';
  const printed = await asked(
    request,
    context.api.scans.slips({
      code,
      serial: search.get('box'),
      layout: search.get('layout') === 'a4' ? 'a4' : 'single',
      words: {
        title: m.office_slip_title(),
        how: `${m.office_slip_scan()}\n${m.office_slip_enter()}`,
        box: m.office_order_box_kind(),
        cooperative: m.common_coop_name(),
        demo: context.demo ? m.office_label_demo() : null,
      },
    }),
  );
  if (!printed.ok) throw new Response(m.office_no_boxes_yet(), { status: 404, headers: PRIVATE });
  return new Response(printed.value, {
    headers: {
      ...PRIVATE,
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="slips-${encodeURIComponent(code)}.pdf"`,
    },
  });
}
