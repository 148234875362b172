import type { ActionFunctionArgs } from '@remix-run/node';
import { localeOf } from '~/locale';
import { packTyped } from '~/packing/pack-typed.server';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';

/** One scan of a scanner that does not wait for pages: its answer as JSON. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await formOf(request);
  const typed = Object.fromEntries([...form.keys()].map((name) => [name, text(form, name)]));
  const came = await packTyped(request, context.api, typed, localeOf(params));
  return Response.json(came, { headers: PRIVATE });
}
