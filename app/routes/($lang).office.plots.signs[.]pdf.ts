import type { LoaderFunctionArgs } from '@remix-run/node';
import { localeOf } from '~/locale';
import { nameIn } from '~/name-in';
import { asked } from '~/office/gate-answers.server';
import { signPdf } from '~/office/sign-pdf.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

/** Signs to hang at the plots that the person may see, or with `?plot=CODE` at one; a phone's form is filled by their code. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const code = new URL(request.url).searchParams.get('plot')?.slice(0, 40) ?? null;
  const found = await asked(request, context.api.plots.list({ code }));
  const open = found.filter(({ closedAt }) => closedAt === null);
  if (open.length === 0) throw new Response(m.farm_plot_not_found(), { status: 404, headers: PRIVATE });
  const all = open.map((plot) => ({
    kind: m.farm_plot_kind(),
    name: plot.code,
    lines: [
      plot.name,
      plot.memberName,
      plot.trees.map((trees) => nameIn(trees, locale)).join(', '),
      plot.plantingUnitCode ? m.farm_sign_unit({ code: plot.plantingUnitCode }) : '',
    ].filter((line) => line !== ''),
    link: context.publicUrl + plot.signPath,
  }));
  return signPdf(all, { size: 'board', demo: context.demo, name: code ? `plot-${all[0]?.name}` : 'plots' });
}
