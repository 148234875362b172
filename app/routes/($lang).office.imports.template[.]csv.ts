import type { LoaderFunctionArgs } from '@remix-run/node';
import { asked } from '~/office/gate-answers.server';
import { csvAnswer, csvText } from '~/orchard/csv-answer.server';

/** An empty file with the columns of a list, by `?kind=`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const inputs = new URL(request.url).searchParams.get('kind') === 'inputs';
  const kind = inputs ? 'inputs' : 'diary';
  const titles = await asked(request, context.api.farmImports.titles({ kind }));
  return csvAnswer(csvText([titles]), inputs ? 'mau-vat-tu.csv' : 'mau-nhat-ky.csv');
}
