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
  const said = (
    done: { ok: true; value: object | undefined } | { ok: false; error: Refusal },
    inVain: string,
  ) => {
    if (done.ok) return { value: done.value ?? {} };
    const { status, above, beside } = problemOf(done.error, locale);
    if (done.error.code === 'passkey_refused') return refused(status, inVain);
    return refused(status, above ?? Object.values(beside)[0] ?? inVain);
  };
  const [notAdded, notProved] = [m.signin_passkey_not_added(), m.entrance_not_proved_again()];
  const notEntered = m.signin_passkey_not_entered();
  return passkeyAnswer(form, {
    begin: async () =>
      said(await provedFirst(request, context.api, form, () => me.passkeys.begin({})), notAdded),
    add: async (made) =>
      said(await answered(request, me.passkeys.add({ ...made, name: text(form, 'name') })), notAdded),
    'begin-proof': async () => said(await answered(request, me.passkeys.beginProof({})), notProved),
    prove: async (signed) => said(await answered(request, me.passkeys.prove(signed)), notProved),
    'begin-entry': async () => said(await session.beginEntry({}), notEntered),
    enter: async (signed) => {
      const entered = await answered(request, session.enterByPasskey(signed));
      return entered.ok ? { value: { to: placeAfterSignIn(request, locale) } } : said(entered, notEntered);
    },
  });
}
