import type { ActionFunction, ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { answered } from '~/office/gate-answers.server';
import type { Problem } from '~/office/refusals.server';
import * as m from '~/paraglide/messages.js';
import { action as recordDiary } from '~/routes/($lang).office.diary.new/route';
import { action as recordHarvest } from '~/routes/($lang).office.harvests.new/route';
import type { KindName } from './kind';
import type { DoorAnswer } from './post-entry';

/** The form's own action takes what was filled in on a phone, so that both ways mean the same. */
const ACTIONS: Record<KindName, ActionFunction> = {
  harvest: recordHarvest,
  diary: recordDiary,
};

/** A clock that is further off than this makes wrong days. */
const CLOCK_MAY_BE_OFF_MS = 6 * 3_600_000;

const about = z.object({
  kind: z.enum(Object.keys(ACTIONS) as [KindName, ...KindName[]]),
  owner: z.string().min(1).max(64),
  phoneNow: z.coerce.number().int(),
  believedAhead: z.coerce.number().int(),
});

/**
 * Takes an entry that waited on a phone, by the action of its own form. Its owner must be signed in: a session that
 * ended or is another person's is no refusal, and the entry waits on. An entry made under a clock that nobody knew to be
 * wrong is given back once, so that its day can be looked at.
 */
export async function takeEntry(args: ActionFunctionArgs): Promise<{ answer: DoorAnswer; status: number }> {
  const { request, context } = args;
  const asked = about.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) throw new Response(m.errors_bad_request(), { status: 400 });
  const { kind, owner, phoneNow, believedAhead } = asked.data;
  const me = await answered(request, context.api.session.me());
  if (!('kind' in me) || me.kind !== 'person' || me.userId !== owner)
    return { answer: { state: 'signed_out' }, status: 401 };
  const ahead = phoneNow - context.now.getTime();
  if (Math.abs(ahead - believedAhead) > CLOCK_MAY_BE_OFF_MS) return refused(clockWords(ahead), ahead);
  return asAnswer(await thrownToo(ACTIONS[kind](args)), { ahead, at: context.now });
}

function clockWords(ahead: number): Problem {
  const hours = Math.round(Math.abs(ahead) / 3_600_000);
  const words = ahead > 0 ? m.offline_clock_ahead({ hours }) : m.offline_clock_behind({ hours });
  return { status: 409, above: words, beside: {} };
}

const refused = (problem: Problem, ahead: number, answer: unknown = null) => ({
  answer: { state: 'refused', problem, answer, ahead } as const,
  status: problem.status,
});

/** A redirect or an error page that an action throws is an answer, too. */
async function thrownToo(acting: unknown): Promise<unknown> {
  try {
    return await acting;
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}

async function asAnswer(given: unknown, { ahead, at }: { ahead: number; at: Date }) {
  if (given instanceof Response) {
    const to = given.headers.get('Location');
    if (to !== null)
      return { answer: { state: 'sent', to, at: at.toISOString(), ahead } as const, status: 200 };
    if (given.status >= 500) throw given;
    const above = (await given.text()) || m.offline_not_taken();
    return refused({ status: given.status, above, beside: {} }, ahead);
  }
  const answer = 'data' in Object(given) ? (given as { data: unknown }).data : given;
  const { problem } = Object(answer) as { problem?: Problem };
  if (problem?.status === 401) return { answer: { state: 'signed_out' } as const, status: 401 };
  if (problem) return refused(problem, ahead, answer);
  // An action that stays on its page has done what was asked.
  return {
    answer: { state: 'sent', to: '/office/outbox', at: at.toISOString(), ahead } as const,
    status: 200,
  };
}
