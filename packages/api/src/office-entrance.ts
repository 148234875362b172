import { endStaffSessions, noteFailedSignIn, personOfPhone, phoneNumber } from '@baunghe/coop';
import { fail, ok, type Result } from '@baunghe/db';
import type { ApiContext } from './context.ts';
import { noteSession } from './note-session.ts';
import { phoneProvedBy } from './one-time-code.ts';

/**
 * Signs in to the office who types the right digits. In the demo codes open demo accounts alone, as their digits are
 * given to who asks.
 */
export async function enterOfficeByCode(
  ctx: ApiContext,
  input: { codeId: string; digits: string },
): Promise<Result<undefined, { code: 'code_wrong' }>> {
  const { database, settings } = ctx;
  const phone = await phoneProvedBy(ctx, 'office', input);
  const person = phone && (await personOfPhone(database, phone));
  const opens = person && (person.demo || !settings.demo);
  const procedure = 'session.enterByCode';
  if (opens && (await enter(ctx, { userId: person.userId, procedure, provedAt: null }))) return ok(undefined);
  const where = { id: input.codeId };
  const of = await database.buyerCode.findUnique({ where, select: { phone: true } });
  await noteFailed(ctx, of?.phone ?? '', procedure);
  return fail({ code: 'code_wrong' });
}

/** Opens the session of somebody who has proved who they are, and keeps it in the trail. */
export async function enter(
  ctx: ApiContext,
  { userId, procedure, provedAt }: { userId: string; procedure: string; provedAt: Date | null },
): Promise<boolean> {
  const entered = await ctx.accounts.enter({ userId, headers: ctx.headers, provedAt });
  if (!entered) return false;
  await begin(ctx, { userId, setCookie: entered.setCookie, procedure });
  return true;
}

/** Gives a browser its new session in place of one that it had, which ends, and keeps that in the trail. */
export async function begin(
  ctx: ApiContext,
  { userId, setCookie, procedure }: { userId: string; setCookie: string[]; procedure: string },
): Promise<void> {
  const { actor, database } = ctx;
  if (actor.kind === 'person') await endStaffSessions(database, actor.userId, { only: actor.session.id });
  ctx.setCookie.push(...setCookie);
  await noteSession(ctx, userId, procedure);
}

/** Keeps in the trail that somebody tried a number in vain, by its owner if it has one. */
export async function noteFailed(ctx: ApiContext, typedPhone: string, procedure: string): Promise<void> {
  const read = phoneNumber(typedPhone);
  const found = read.ok
    ? await ctx.database.user.findUnique({ where: { phoneNumber: read.value.e164 }, select: { id: true } })
    : null;
  const failed = { userId: found?.id ?? null, procedure };
  await ctx.database.$transaction((tx) => noteFailedSignIn(tx, ctx.moment().now, failed));
}
