import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answerProduct } from '~/scanned-page/answer-scan.server';
import { ScannedPage, scannedHandle, scannedHeaders, scannedMeta } from '~/scanned-page/scanned-page';

export const handle = scannedHandle;
export const headers = scannedHeaders;

/** A GTIN alone (GS1 Digital Link): on to the product, or why not. */
export function loader(args: LoaderFunctionArgs) {
  return answerProduct(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => scannedMeta(data);

export default function Product() {
  return <ScannedPage answer={useLoaderData<typeof loader>()} />;
}
