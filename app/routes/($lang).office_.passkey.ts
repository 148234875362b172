import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { hrefIn, localeOf } from '~/locale';
import { answered } from '~/office/gate-answers.server';
import { provedFirst } from '~/office/proved-first.server';
import { problemOf, type Refusal } from '~/office/refusals.server';
import { placeAfterSignIn } from '~/office/signing-in/place-after.server';
import * as m from '~/paraglide/messages.js';
import { formOf, text } from '~/read-form.server';
import { passkeyAnswer, refused } from '~/signing-in/passkey-door.server';

/** Only the pages' script speaks to this address. */
export const loader = ({ params }: ActionFunctionArgs) =>
  redirect(hrefIn(localeOf(params), '/office/sign-in'));

/** What the script asks for passkeys of who works here: to add one, to prove oneself by one, to sign in by one. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const { me, session } = context.api;
  const said = (done: { ok: true; value: object | undefined } | { ok: false; error: Refusal }) => {
    if (done.ok) return { value: done.value ?? {} };
    const { status, above, beside } = problemOf(done.error, locale);
    return refused(status, above ?? Object.values(beside)[0] ?? m.signin_passkey_not_added());
  };
  return passkeyAnswer(form, {
    begin: async () => said(await provedFirst(request, context.api, form, () => me.passkeys.begin({}))),
    add: async (made) =>
      said(await answered(request, me.passkeys.add({ ...made, name: text(form, 'name') }))),
    'begin-proof': async () => said(await answered(request, me.passkeys.beginProof({}))),
    prove: async (signed) => said(await answered(request, me.passkeys.prove(signed))),
    'begin-entry': async () => said(await session.beginEntry({})),
    enter: async (signed) => {
      const entered = await answered(request, session.enterByPasskey(signed));
      return entered.ok ? { value: { to: placeAfterSignIn(request, locale) } } : said(entered);
    },
  });
}
