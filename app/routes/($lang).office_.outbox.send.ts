import type { ActionFunctionArgs } from '@remix-run/node';
import { takeEntry } from '~/offline/take-entry.server';
import { PRIVATE } from '~/private-page.server';

/** Takes one entry that waited on a phone; the answer is for the phone's queue, as JSON. */
export async function action(args: ActionFunctionArgs) {
  const { answer, status } = await takeEntry(args);
  return Response.json(answer, { status, headers: PRIVATE });
}
