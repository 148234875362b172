import type { LoaderFunctionArgs } from '@remix-run/node';
import { settlementPayout } from '~/office/payouts.server';

/** What is still to be paid of an approved settlement, as a file for the bank. */
export const loader = (args: LoaderFunctionArgs) => settlementPayout('xlsx', args);
