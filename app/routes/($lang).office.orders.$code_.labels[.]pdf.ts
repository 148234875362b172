import type { LoaderFunctionArgs } from '@remix-run/node';
import { localeOf } from '~/locale';
import { asked } from '~/office/gate-answers.server';
import { labelWords } from '~/office/label-words';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

/** The labels of an order's boxes as a PDF: `?layout=single|a4`, `?box=SERIAL` for one of them. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const code = params.code ?? '';
  // The label's typeface holds no Chinese characters: a Chinese office prints the English label.
  const locale = localeOf(params) === 'vi' ? 'vi' : 'en';
  const printed = await asked(
    request,
    context.api.officeOrders.labels({
      codes: [code],
      serial: search.get('box'),
      layout: search.get('layout') === 'a4' ? 'a4' : 'single',
      locale,
      words: labelWords(context.demo, locale),
    }),
  );
  if (!printed.ok) throw new Response(m.office_no_boxes_yet(), { status: 404, headers: PRIVATE });
  return new Response(printed.value, {
    headers: {
      ...PRIVATE,
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="labels-${encodeURIComponent(code)}.pdf"`,
    },
  });
}
