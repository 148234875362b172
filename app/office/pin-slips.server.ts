import type { AppLoadContext } from '@remix-run/node';
import { asked } from '~/office/gate-answers.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

/** The slips for under the lids of orders' boxes, or of one box, as a PDF. Throws a 404 where nothing is packed. */
export async function pinSlips(
  request: Request,
  context: AppLoadContext,
  of: { codes: string[]; serial: string | null; layout: 'a4' | 'single'; name: string },
): Promise<Response> {
  const { name, ...which } = of;
  const words = {
    title: m.office_slip_title(),
    how: `${m.office_slip_scan()}\n${m.office_slip_enter()}`,
    box: m.office_order_box_kind(),
    cooperative: m.common_coop_name(),
    demo: context.demo ? m.office_label_demo() : null,
  };
  const printed =
    which.codes.length === 0 ? null : await asked(request, context.api.scans.slips({ ...which, words }));
  if (!printed?.ok) throw new Response(m.office_no_boxes_yet(), { status: 404, headers: PRIVATE });
  return new Response(printed.value, {
    headers: {
      ...PRIVATE,
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${encodeURIComponent(name)}.pdf"`,
    },
  });
}
