import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answerScan } from '~/scanned-page/answer-scan.server';
import { ScannedPage, scannedHandle, scannedHeaders, scannedMeta } from '~/scanned-page/scanned-page';

export const handle = scannedHandle;
export const headers = scannedHeaders;

/** The page of a box whose address does not name its lot (GS1 Digital Link). */
export function loader(args: LoaderFunctionArgs) {
  return answerScan(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => scannedMeta(data);

export default function BoxWithoutLot() {
  return <ScannedPage answer={useLoaderData<typeof loader>()} />;
}
