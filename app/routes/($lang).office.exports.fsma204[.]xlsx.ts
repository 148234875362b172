import type { LoaderFunctionArgs } from '@remix-run/node';
import { stepsAnswer } from '~/office/exports/steps-answer.server';

/** Critical tracking events with their key data elements (FSMA 204), as XLSX. */
export const loader = ({ request, context }: LoaderFunctionArgs) => stepsAnswer('xlsx', request, context);
