import { type ActionFunctionArgs, json, redirect } from '@remix-run/node';
import { hrefIn, localeOf } from '~/locale';
import { answered } from '~/office/gate-answers.server';
import { provedFirst } from '~/office/proved-first.server';
import { problemOf, type Refusal } from '~/office/refusals.server';
import { placeAfterSignIn } from '~/office/signing-in/place-after.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';

/** Only the pages' script speaks to this address. */
export const loader = ({ params }: ActionFunctionArgs) =>
  redirect(hrefIn(localeOf(params), '/office/sign-in'));

/** What the script asks for passkeys of who works here: `begin`, `add`, `begin-entry`, `enter`. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const { me, session } = context.api;
  const challengeId = text(form, 'challengeId');
  const refused = (error: Refusal) => {
    const { status, above, beside } = problemOf(error, locale);
    const say = above ?? Object.values(beside)[0] ?? m.signin_passkey_not_added();
    return json({ say }, { status, headers: PRIVATE });
  };
  switch (text(form, 'act')) {
    case 'begin': {
      const begun = await provedFirst(request, context.api, form, () => me.passkeys.begin({}));
      return begun.ok ? json(begun.value, { headers: PRIVATE }) : refused(begun.error);
    }
    case 'add': {
      const made = { challengeId, name: text(form, 'name'), response: signedIn(form) };
      const added = await answered(request, me.passkeys.add(made));
      return added.ok ? json({}, { headers: PRIVATE }) : refused(added.error);
    }
    case 'begin-entry': {
      const begun = await session.beginEntry({});
      return begun.ok ? json(begun.value, { headers: PRIVATE }) : refused(begun.error);
    }
    case 'enter': {
      const entered = await answered(
        request,
        session.enterByPasskey({ challengeId, response: signedIn(form) }),
      );
      if (!entered.ok) return refused(entered.error);
      return json({ to: placeAfterSignIn(request, locale) }, { headers: PRIVATE });
    }
    default:
      return json({ say: m.office_unknown_request() }, { status: 400, headers: PRIVATE });
  }
}

function signedIn(form: FormData) {
  try {
    return JSON.parse(text(form, 'response'));
  } catch {
    return null;
  }
}
