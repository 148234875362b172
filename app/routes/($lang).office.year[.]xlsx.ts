import type { LoaderFunctionArgs } from '@remix-run/node';
import { yearFile } from '~/office/year/year-file.server';

/** A year as a file, of `?year=` or this one. */
export const loader = (args: LoaderFunctionArgs) => yearFile(args, 'xlsx');
