import type { LoaderFunctionArgs } from '@remix-run/node';
import { localeOf } from '~/locale';
import { asked } from '~/office/gate-answers.server';
import { labelWords } from '~/office/label-words';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

/** The labels of the boxes of all orders named by `?order=`, as one PDF. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const codes = new URL(request.url).searchParams.getAll('order').slice(0, 50);
  const locale = localeOf(params) === 'vi' ? 'vi' : 'en';
  const words = labelWords(context.demo, locale);
  const printed =
    codes.length === 0
      ? null
      : await asked(
          request,
          context.api.officeOrders.labels({ codes, serial: null, layout: 'a4', locale, words }),
        );
  if (!printed?.ok) throw new Response(m.office_no_boxes_yet(), { status: 404, headers: PRIVATE });
  return new Response(printed.value, {
    headers: {
      ...PRIVATE,
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'inline; filename="labels.pdf"',
    },
  });
}
