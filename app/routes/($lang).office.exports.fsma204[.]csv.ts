import type { LoaderFunctionArgs } from '@remix-run/node';
import { answered } from '~/office/gate-answers.server';
import { csvAnswer, csvText } from '~/orchard/csv-answer.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

/** The names of key data elements as the rule has them, in English on every page: who reads them asks in English. */
const HEADS = [
  'Critical tracking event',
  'Date',
  'Traceability lot code',
  'Commodity',
  'Variety',
  'Quantity',
  'Unit of measure',
  'Boxes',
  'Farm',
  'Field or growing area',
  'Immediate subsequent recipient (province)',
  'Traceability lot code source (GLN)',
  'Reference document',
];

/** What was harvested, packed and shipped, as a spreadsheet that can be sorted by any column. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const days = { from: searchParams.get('from') ?? '', to: searchParams.get('to') ?? '' };
  const asking = context.api.exports.steps(days).then((value) => ({ ok: true, value }) as const);
  const answer = await answered(request, asking);
  if (!answer.ok) throw new Response(m.recall_exports_bad(), { status: 422, headers: PRIVATE });
  const { steps, gln } = answer.value;
  const rows = steps.map((step) => [
    step.step,
    step.day,
    step.lotCode,
    step.commodity,
    step.variety,
    (step.grams / 1000).toFixed(3),
    'kg',
    String(step.boxes),
    m.common_coop_name({}, { locale: 'en' }),
    step.plotCode,
    step.province,
    gln,
    step.reference,
  ]);
  return csvAnswer(csvText([HEADS, ...rows]), `fsma204-${days.from}-${days.to}.csv`);
}
