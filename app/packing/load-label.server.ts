import type { AppLoadContext } from '@remix-run/node';
import { asked } from '~/office/gate-answers.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

/** The label of the load that an order left as: `?order=CODE`, `&dpi=203|300`. Throws a 404 before it left. */
export async function loadLabel(
  request: Request,
  context: AppLoadContext,
  as: 'pdf' | 'zpl',
): Promise<Response> {
  const search = new URL(request.url).searchParams;
  const code = search.get('order') ?? '';
  const said = { locale: 'vi' } as const;
  const label = await asked(
    request,
    context.api.packing.loadLabel({
      code,
      as,
      dpi: search.get('dpi') === '300' ? 300 : 203,
      words: {
        kind: m.packing_load({}, said),
        boxes: m.packing_load_boxes({}, said),
        cooperative: m.common_coop_name({}, said),
      },
      demo: context.demo ? m.office_label_demo({}, said) : null,
    }),
  );
  if (!label.ok) throw new Response(m.packing_load_none(), { status: 404, headers: PRIVATE });
  const kind = as === 'zpl' ? 'attachment' : 'inline';
  return new Response(label.value, {
    headers: {
      ...PRIVATE,
      'Content-Type': as === 'zpl' ? 'application/vnd.zebra-zpl; charset=utf-8' : 'application/pdf',
      'Content-Disposition': `${kind}; filename="load-${encodeURIComponent(code)}.${as}"`,
    },
  });
}
