import type { LoaderFunctionArgs } from '@remix-run/node';
import { invoiceFile } from '~/office/year/invoice-file.server';

/** The data of a period's e-invoices as a file, of `?fromDay=&toDay=` or this month. */
export const loader = (args: LoaderFunctionArgs) => invoiceFile(args, 'xlsx');
