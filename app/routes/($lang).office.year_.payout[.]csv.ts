import type { LoaderFunctionArgs } from '@remix-run/node';
import { yearPayout } from '~/office/payouts.server';

/** What is still to be paid of a closed year's surplus, as a file for the bank. */
export const loader = (args: LoaderFunctionArgs) => yearPayout('csv', args);
