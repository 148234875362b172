import type { LoaderFunctionArgs } from '@remix-run/node';
import { localeOf } from '~/locale';
import { asked } from '~/office/gate-answers.server';
import { labelWords } from '~/office/label-words';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

/** Labels of boxes for a label printer: `?order=CODE`, `&box=SERIAL` for one of them, `&dpi=203|300`. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const code = search.get('order') ?? '';
  const serial = search.get('box');
  const locale = localeOf(params) === 'vi' ? 'vi' : 'en';
  const printed = await asked(
    request,
    context.api.packing.labelsZpl({
      code,
      serial,
      dpi: search.get('dpi') === '300' ? 300 : 203,
      locale,
      words: labelWords(context.demo, locale),
    }),
  );
  if (!printed.ok) throw new Response(m.office_no_boxes_yet(), { status: 404, headers: PRIVATE });
  const name = encodeURIComponent(serial ?? code);
  return new Response(printed.value, {
    headers: {
      ...PRIVATE,
      'Content-Type': 'application/vnd.zebra-zpl; charset=utf-8',
      'Content-Disposition': `attachment; filename="label-${name}.zpl"`,
    },
  });
}
