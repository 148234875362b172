import type { AppLoadContext } from '@remix-run/node';
import { provedFirst } from '~/office/proved-first.server';
import type { Role } from '~/office/role-words';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { text } from '~/read-form.server';

type Api = AppLoadContext['api'];

/** Does what a form about people asks for. Throws a 400 Response when it names no act. */
export async function doPeopleAct(request: Request, api: Api, form: FormData) {
  const typed = Object.fromEntries([...form.keys()].map((name) => [name, text(form, name)]));
  // Whatever was sent: the gate says whether they are roles.
  const roles = form.getAll('role').map(String) as Role[];
  const asking = peopleAct(api.people, typed, roles);
  if (!asking) throw new Response(m.office_unknown_request(), { status: 400, headers: PRIVATE });
  return { typed, roles, answer: await provedFirst(request, api, form, asking) };
}

type Done = Awaited<
  ReturnType<Api['people']['invite' | 'changeRoles' | 'switch' | 'dropFactor' | 'endSessions']>
>;

function peopleAct(
  people: Api['people'],
  typed: Record<string, string>,
  roles: Role[],
): (() => Promise<Done>) | null {
  const { act, key = '', userId = '', id = '', name = '', phone = '' } = typed;
  switch (act) {
    case 'invite':
      return () => people.invite({ key, name, phone, roles });
    case 'roles':
      return () => people.changeRoles({ key, userId, roles });
    case 'off':
    case 'on':
      return () => people.switch({ key, userId, isOn: act === 'on' });
    case 'end':
      return () => people.endSessions({ key, userId });
    case 'drop-factor':
      return () => people.dropFactor({ key, userId });
    case 'withdraw':
      return () => people.withdrawInvitation({ key, id });
    default:
      return null;
  }
}
