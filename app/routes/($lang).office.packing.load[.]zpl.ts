import type { LoaderFunctionArgs } from '@remix-run/node';
import { loadLabel } from '~/packing/load-label.server';

/** A load's label for a label printer. */
export const loader = ({ request, context }: LoaderFunctionArgs) => loadLabel(request, context, 'zpl');
