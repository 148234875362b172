import type { AppLoadContext } from '@remix-run/node';
import { answered } from '~/office/gate-answers.server';
import { provedFirst } from '~/office/proved-first.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { text } from '~/read-form.server';

/** As long as the gate takes a passkey's name. */
const MOST_NAME = 60;

type Api = AppLoadContext['api'];

/** What is told once: a secret for the telephone, or codes to write down. */
export type Told = { svg: string; typed: string } | { recoveryCodes: string[] };

/** Does what a form about one's own account asks for. Throws a 400 Response when it names no act. */
export async function doOwnAct(request: Request, api: Api, form: FormData) {
  const act = text(form, 'act');
  if (act === 'add-passkey') return { act, answer: withoutScript(text(form, 'name')) };
  const answer = await ownAct(request, api, act, form);
  if (!answer) throw new Response(m.office_unknown_request(), { status: 400, headers: PRIVATE });
  if (!answer.ok) return { act, answer };
  const told: Told | undefined = answer.value;
  return { act, answer: { ok: true as const, told: told ?? null } };
}

/** A passkey is made by the page's script: whoever sends its form without reads so, beside what is wrong with its name. */
function withoutScript(name: string) {
  const code = name.trim() === '' ? 'name_missing' : 'too_long';
  const isWrong = code === 'name_missing' || name.length > MOST_NAME;
  const error = isWrong
    ? ({ code: 'fields', fields: { name: code } } as const)
    : ({ code: 'passkey_needs_script' } as const);
  return { ok: false as const, error };
}

async function ownAct(request: Request, api: Api, act: string, form: FormData) {
  const { me } = api;
  const typed = (name: string) => text(form, name);
  const digits = typed('digits');
  // Whoever has a second factor proves it before they get another, or one of theirs goes.
  const proved = <T>(asking: () => Promise<T>) => provedFirst(request, api, form, asking);
  switch (act) {
    case 'end':
      return answered(request, me.endSessions({ key: typed('key'), sessionId: typed('sessionId') || null }));
    case 'password':
      return answered(request, me.changePassword({ old: typed('old'), fresh: typed('fresh') }));
    case 'drop-passkey':
      return proved(() => me.passkeys.drop({ key: typed('key'), id: typed('id') }));
    case 'begin':
      return proved(() => me.beginFactor());
    case 'confirm':
      return answered(request, me.confirmFactor({ digits }));
    case 'drop':
      return answered(request, me.dropFactor({ digits }));
    default:
      return null;
  }
}
