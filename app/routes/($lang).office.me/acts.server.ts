import type { AppLoadContext } from '@remix-run/node';
import { answered } from '~/office/gate-answers.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { text } from '~/read-form.server';

type Api = AppLoadContext['api'];

/** What is told once: a secret for the telephone, or codes to write down. */
export type Told = { svg: string; typed: string } | { recoveryCodes: string[] };

/** Does what a form about one's own account asks for. Throws a 400 Response when it names no act. */
export async function doOwnAct(request: Request, api: Api, form: FormData) {
  const act = text(form, 'act');
  const answer = await ownAct(request, api.me, act, (name) => text(form, name));
  if (!answer) throw new Response(m.office_unknown_request(), { status: 400, headers: PRIVATE });
  if (!answer.ok) return { act, answer };
  const told: Told | undefined = answer.value;
  return { act, answer: { ok: true as const, told: told ?? null } };
}

async function ownAct(request: Request, me: Api['me'], act: string, typed: (name: string) => string) {
  const digits = typed('digits');
  switch (act) {
    case 'end':
      return answered(request, me.endSessions({ key: typed('key'), sessionId: typed('sessionId') || null }));
    case 'password':
      return answered(request, me.changePassword({ old: typed('old'), fresh: typed('fresh') }));
    case 'drop-passkey':
      return answered(request, me.passkeys.drop({ key: typed('key'), id: typed('id') }));
    case 'begin':
      return answered(request, me.beginFactor());
    case 'confirm':
      return answered(request, me.confirmFactor({ digits }));
    case 'drop':
      return answered(request, me.dropFactor({ digits }));
    default:
      return null;
  }
}
