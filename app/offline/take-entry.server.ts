import type { ActionFunction, ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { pathWithoutLocale } from '~/locale';
import { answered } from '~/office/gate-answers.server';
import type { Problem } from '~/office/refusals.server';
import * as m from '~/paraglide/messages.js';
import { action as recordDiary } from '~/routes/($lang).office.diary.new/route';
import { action as recordHarvest } from '~/routes/($lang).office.harvests.new/route';
import { action as gradeLot } from '~/routes/($lang).office.lots.$batch_.grade';
import { action as lookAtLot } from '~/routes/($lang).office.lots.$batch_.look';
import { action as moveLot } from '~/routes/($lang).office.lots.$batch_.place';
import { action as spoilFruit } from '~/routes/($lang).office.lots.$batch_.spoil';
import { action as actOnOrder } from '~/routes/($lang).office.orders.$code/route';
import { action as takeBoxBack } from '~/routes/($lang).office.orders.$code_.return.$serial';
import { action as saveStocktake } from '~/routes/($lang).office.stocktake/route';
import { KINDS, type KindName, paramsOf } from './kind';
import type { DoorAnswer } from './post-entry';

/** The form's own action takes what was filled in on a phone, so that both ways mean the same. */
const ACTIONS: Record<KindName, ActionFunction> = {
  harvest: recordHarvest,
  diary: recordDiary,
  grade: gradeLot,
  spoil: spoilFruit,
  look: lookAtLot,
  temperature: lookAtLot,
  place: moveLot,
  stocktake: saveStocktake,
  pack: actOnOrder,
  return: takeBoxBack,
};

/** A clock that is further off than this makes wrong days. */
const CLOCK_MAY_BE_OFF_MS = 6 * 3_600_000;

const about = z.object({
  key: z.uuid().optional(),
  kind: z.enum(Object.keys(KINDS) as [KindName, ...KindName[]]),
  of: z
    .string()
    .regex(/^[\w-]{1,40}(\/[\w-]{1,40})?$/)
    .optional(),
  owner: z.string().min(1).max(64),
  phoneNow: z.coerce.number().int(),
  believedAhead: z.coerce.number().int(),
  savedAt: z.coerce.number().int().min(0).max(8e15).optional(),
  dayByClock: z.literal('1').optional(),
});

type About = z.infer<typeof about>;

/**
 * Takes an entry that waited on a phone, by the action of its own form. Its owner must be signed in: a session that
 * ended or is another person's is no refusal, and the entry waits on. A day that was offered under a clock that nobody
 * knew to be wrong is given back once, so that it can be looked at. What was taken is told with the phone's own time.
 */
export async function takeEntry(args: ActionFunctionArgs): Promise<{ answer: DoorAnswer; status: number }> {
  const { request, context } = args;
  const read = about.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  // An answer as any other: thrown, it would be no answer to the phone, and hold up what waits behind it.
  if (!read.success) return refused({ status: 400, above: m.offline_not_taken(), beside: {} }, 0);
  const { kind, of, owner, phoneNow, believedAhead, dayByClock } = read.data;
  const me = await answered(request, context.api.session.me());
  if (!('kind' in me) || me.kind !== 'person' || me.userId !== owner)
    return { answer: { state: 'signed_out' }, status: 401 };
  const ahead = phoneNow - context.now.getTime();
  if (dayByClock && Math.abs(ahead - believedAhead) > CLOCK_MAY_BE_OFF_MS)
    return refused(clockWords(ahead), ahead);
  const params = { ...args.params, ...paramsOf(KINDS[kind], of) };
  const taken = await asAnswer(await thrownToo(ACTIONS[kind]({ ...args, params })), {
    ahead,
    at: context.now,
  });
  if (taken.answer.state === 'sent') await saySaid(args, read.data, taken.answer);
  return taken;
}

/** Keeps the phone's own time beside the cooperative's. */
async function saySaid(
  { context }: ActionFunctionArgs,
  { key, kind, savedAt }: About,
  { to, ahead }: { to: string; ahead: number },
): Promise<void> {
  if (key === undefined || savedAt === undefined) return;
  const { pathname } = new URL(to, 'https://of.no.host');
  await context.api.phoneEntries.say({
    ...{ key, kind, page: pathWithoutLocale(pathname), saidAt: new Date(savedAt) },
    aheadSeconds: Math.max(-MOST_SECONDS, Math.min(MOST_SECONDS, Math.round(ahead / 1000))),
  });
}

/** Further off than a lifetime, a clock says nothing. */
const MOST_SECONDS = 2_000_000_000;
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
