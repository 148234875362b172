import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { actOnScan } from '~/scanned-page/act-on-scan.server';
import { answerScan } from '~/scanned-page/answer-scan.server';
import { ScannedPage, scannedHandle, scannedHeaders, scannedMeta } from '~/scanned-page/scanned-page';

export const handle = scannedHandle;
export const headers = scannedHeaders;

/** The page of a box whose address does not name its lot (GS1 Digital Link). */
export function loader(args: LoaderFunctionArgs) {
  return answerScan(args);
}

/** Its forms: the number under the lid, and what is wrong with the box. */
export function action(args: ActionFunctionArgs) {
  return actOnScan(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => scannedMeta(data);

export default function BoxWithoutLot() {
  return (
    <ScannedPage answer={useLoaderData<typeof loader>()} said={useActionData<typeof action>() ?? null} />
  );
}
