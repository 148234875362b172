import type { LoaderFunctionArgs } from '@remix-run/node';
import { backToForms, exportAsked } from '~/office/exports/export-asked.server';
import { reportAnswer } from '~/office/exports/file-answer.server';
import { unitReport } from '~/office/exports/unit-report.server';
import { answered } from '~/office/gate-answers.server';

/** A planting unit's season for GACC as a PDF. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { from, to, unitCode } = exportAsked(request);
  const unit = await answered(request, context.api.exports.unit({ unitCode, from, to }));
  if (!unit.ok) return backToForms(request, 'unit', unit.error);
  const asked = { from: new Date(from), to: new Date(to), demo: context.demo };
  return reportAnswer(unitReport(unit.value, asked), `gacc-${unit.value.code}.pdf`);
}
