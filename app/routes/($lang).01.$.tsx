import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answerScan } from '~/scanned-page/answer-scan.server';
import { ScannedPage, scannedHandle, scannedHeaders, scannedMeta } from '~/scanned-page/scanned-page';

export const handle = scannedHandle;
export const headers = scannedHeaders;

/** An address under /01 of no shape that a code of ours has: what is wrong with it. */
export function loader(args: LoaderFunctionArgs) {
  return answerScan(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => scannedMeta(data);

export default function NoCode() {
  return <ScannedPage answer={useLoaderData<typeof loader>()} />;
}
