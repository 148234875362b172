import {
  askForCode,
  type CodeRefusal,
  digitsOf,
  noteFailedSignIn,
  type Phone,
  personOfPhone,
  phoneNumber,
  takesSms,
  tryCode,
  useCode,
} from '@baunghe/coop';
import { fail, ok, type Result } from '@baunghe/db';
import { queueSms } from '@baunghe/notices';
import type { ApiContext, ApiSettings } from './context.ts';
import { noteSession } from './note-session.ts';
import { writeOnce } from './write-once.ts';

/** Why no code is on its way. Nothing of it tells whether a number has an account. */
type AskRefusal = CodeRefusal | { code: 'phone_not_mobile' } | { code: 'codes_not_sent' };

/** Whether codes reach anybody: by SMS, or in the demo on the page itself. */
export function codesAreSent({ demo, sms }: ApiSettings): boolean {
  return demo || Boolean(sms?.sendsBy);
}

/**
 * Puts a code into the outbox for a number of somebody who works here. Whoever asks for another number gets the same
 * answer, and no message leaves. In the demo the digits are given to who asked, and open demo accounts alone.
 */
export async function askOfficeCode(
  ctx: ApiContext,
  input: { key: string; phone: Phone; locale: string },
): Promise<Result<{ codeId: string; demoDigits: string | null }, AskRefusal>> {
  const { settings } = ctx;
  const { phone, locale } = input;
  if (!takesSms(phone)) return fail({ code: 'phone_not_mobile' });
  if (!codesAreSent(settings)) return fail({ code: 'codes_not_sent' });
  const asked = await writeOnce(ctx, 'session.askCode', input, async (tx) => {
    const moment = ctx.moment();
    const network = ctx.network && `${ctx.network.era}${ctx.network.network}`;
    const noted = await askForCode(tx, moment, { phone, network, door: 'office' });
    const person = await personOfPhone(tx, phone);
    const { sms, demo, secret } = settings;
    if (!noted.ok || demo || !sms || !person || person.demo) return noted;
    const text = sms.words({ code: 'office_code', digits: digitsOf(secret, noted.value.codeId), locale });
    const plain = { answersId: null, strangerDay: null, demo: false };
    await queueSms(tx, moment, { kind: 'sign_in_code', phone, text, ...plain });
    return noted;
  });
  if (!asked.ok) return asked;
  const { codeId } = asked.value;
  return ok({ codeId, demoDigits: settings.demo ? digitsOf(settings.secret, codeId) : null });
}

/**
 * Signs in to the office who types the right digits. Wrong, late, used and unknown codes, and numbers without an account,
 * are told alike. Not by `writeOnce`: a try is spent also when it fails.
 */
export async function enterOfficeByCode(
  ctx: ApiContext,
  input: { codeId: string; digits: string },
): Promise<Result<undefined, { code: 'code_wrong' }>> {
  const { database, settings } = ctx;
  const { codeId } = input;
  const { now } = ctx.moment();
  const digits = input.digits.replace(/\D/g, '');
  const asked = { codeId, digits, secret: settings.secret, door: 'office' } as const;
  const phone = await tryCode(database, now, asked);
  const person =
    phone && (await useCode(database, now, codeId)) ? await personOfPhone(database, phone) : null;
  const opens = person && (person.demo || !settings.demo);
  const procedure = 'session.enterByCode';
  if (opens && (await enter(ctx, { userId: person.userId, procedure, provedAt: null }))) return ok(undefined);
  const of = await database.buyerCode.findUnique({ where: { id: codeId }, select: { phone: true } });
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
  ctx.setCookie.push(...entered.setCookie);
  await noteSession(ctx, userId, procedure);
  return true;
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
