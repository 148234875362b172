import type { AppLoadContext } from '@remix-run/node';
import { answered } from '~/office/gate-answers.server';
import type { Typed } from '~/office/typed-listing.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

/** Does what a form of an application's page in the office asks for, as its `act` says; 400 for another one. */
export async function doBoardAct(
  request: Request,
  { applications }: AppLoadContext['api'],
  code: string,
  typed: Typed,
) {
  const { act = '', key = '', words = '', why = '', vote, memberCode = '' } = typed;
  const of = { key, code };
  switch (act) {
    case 'look':
      return plain(await answered(request, applications.look(of)));
    case 'ask':
      return plain(await answered(request, applications.askMore({ ...of, words })));
    case 'vote': {
      // Neither chosen: the gate says beside which field.
      const yes = (vote === undefined ? undefined : vote === 'yes') as boolean;
      return plain(await answered(request, applications.vote({ ...of, yes, why })));
    }
    case 'accept':
      return plain(
        await answered(request, applications.decide({ ...of, to: 'accepted', memberCode, words })),
      );
    case 'refuse':
      return plain(await answered(request, applications.decide({ ...of, to: 'refused', words })));
    case 'invite': {
      const invited = await answered(request, applications.inviteAgain(of));
      return invited.ok ? { ok: true as const, link: invited.value.link } : invited;
    }
    default:
      throw new Response(m.office_unknown_request(), { status: 400, headers: PRIVATE });
  }
}

type Failure = { ok: false; error: unknown };

/** An answer of which the page needs to know nothing but that it was done. */
function plain<A extends { ok: boolean }>(answer: A): Extract<A, Failure> | { ok: true; link: null } {
  return answer.ok ? { ok: true, link: null } : (answer as Extract<A, Failure>);
}
