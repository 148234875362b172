import { formAnswer } from '@baunghe/api';
import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { hrefIn, localeOf } from '~/locale';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';

/** Nothing is told to who only knows the address: back to where the order is opened. */
export const loader = ({ params }: ActionFunctionArgs) => redirect(hrefIn(localeOf(params), '/my-data'));

/** All that is kept of an order's buyer, or of an account and its number, as JSON to be read in the page itself. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await formOf(request);
  const asked = { key: text(form, 'key'), code: text(form, 'code'), orderKey: text(form, 'orderKey') };
  const ofAccount = text(form, 'of') === 'account' && (await context.api.buyers.me()) !== null;
  const told = ofAccount
    ? await formAnswer(context.api.buyers.export({ key: asked.key }))
    : await formAnswer(context.api.buyerData.export(asked));
  if (!told.ok) return redirect(hrefIn(localeOf(params), '/my-data'), { status: 303, headers: PRIVATE });
  // Sums are whole đồng, far below what a number holds.
  const json = JSON.stringify(
    told.value,
    (_, value) => (typeof value === 'bigint' ? Number(value) : value),
    2,
  );
  return new Response(json, { headers: { ...PRIVATE, 'Content-Type': 'application/json; charset=utf-8' } });
}
