import type { LoaderFunctionArgs } from '@remix-run/node';
import { backToForms, exportAsked } from '~/office/exports/export-asked.server';
import { answered } from '~/office/gate-answers.server';
import { PRIVATE } from '~/private-page.server';

/** Events of a plot's fruit, or of some days, as one EPCIS 2.0 document. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { from, to, plotCode } = exportAsked(request);
  const asking = context.api.exports.events({ plotCode: plotCode || null, from, to });
  const events = await answered(request, asking);
  if (!events.ok) return backToForms(request, 'events', events.error);
  const name = ['epcis', plotCode, from, to].filter(Boolean).join('-');
  return new Response(JSON.stringify(events.value.document), {
    headers: {
      ...PRIVATE,
      'Content-Type': 'application/ld+json',
      'Content-Disposition': `attachment; filename="${name}.json"`,
    },
  });
}
