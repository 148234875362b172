import { batch, digitalLink, gtin14 } from '@baunghe/gs1';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { formatDay } from '~/format';
import { localeOf } from '~/locale';
import { asked } from '~/office/gate-answers.server';
import { lotFruit } from '~/office/lot-in-store';
import { signPdf } from '~/office/sign-pdf.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

/** The label of a lot's crates, whose code opens the lot on a phone, also where there is no signal. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const found = await asked(request, context.api.harvests.lot({ batch: (params.batch ?? '').slice(0, 20) }));
  if (!found.ok) throw new Response(m.office_lot_not_found(), { status: 404, headers: PRIVATE });
  const lot = found.value;
  const names = { gtin: gtin14(lot.looseGtin), batch: batch(lot.batch) };
  const label = {
    kind: m.office_lot_kind(),
    name: lot.batch,
    lines: [
      lotFruit(lot, locale),
      m.office_lot_cut_on({ day: formatDay(lot.cutOn, locale) }),
      `${m.office_label_best_before()} ${formatDay(lot.bestBefore, locale)}`,
      `${m.farm_plot_kind()} ${lot.plotCode} · ${lot.plotName}`,
    ],
    link: digitalLink({ base: context.publicUrl, ...names }),
  };
  return signPdf([label], { size: 'card', demo: context.demo, name: `lot-${lot.batch}` });
}
