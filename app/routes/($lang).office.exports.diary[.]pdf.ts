import type { LoaderFunctionArgs } from '@remix-run/node';
import { backToForms, exportAsked } from '~/office/exports/export-asked.server';
import { reportAnswer } from '~/office/exports/file-answer.server';
import { answered } from '~/office/gate-answers.server';
import { vietgapDiary } from '~/orchard/vietgap-diary.server';

/** A plot's VietGAP diary of a season as a PDF. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { from, to, plotCode } = exportAsked(request);
  const season = await answered(request, context.api.exports.season({ plotCode, from, to }));
  if (!season.ok) return backToForms(request, 'diary', season.error);
  const diary = vietgapDiary(season.value, { from: new Date(from), to: new Date(to), demo: context.demo });
  return reportAnswer(diary, `vietgap-${season.value.code}.pdf`);
}
