import {
  askForCode,
  buyerCookie,
  type CodeRefusal,
  deviceWords,
  digitsOf,
  endBuyerSessions,
  type KeptLine,
  mergeCart,
  openBuyerSession,
  type Phone,
  takesSms,
  tryCode,
  useCode,
} from '@baunghe/coop';
import { fail, ok, type Result } from '@baunghe/db';
import { queueSms } from '@baunghe/notices';
import type { ApiContext } from './context.ts';
import { writeOnce } from './write-once.ts';

/** Why no code is on its way. */
type AskRefusal = CodeRefusal | { code: 'phone_not_mobile' } | { code: 'codes_not_sent' };

/**
 * Puts a code into the outbox for whoever owns the number, known here or not. In the demo no message leaves: the digits
 * are given to who asked, and everybody may ask.
 */
export async function askByCode(
  ctx: ApiContext,
  input: { key: string; phone: Phone; locale: string },
): Promise<Result<{ codeId: string; demoDigits: string | null }, AskRefusal>> {
  const { settings } = ctx;
  const { phone, locale } = input;
  if (!takesSms(phone)) return fail({ code: 'phone_not_mobile' });
  const { sms } = settings;
  if (!settings.demo && !sms?.sendsBy) return fail({ code: 'codes_not_sent' });
  const asked = await writeOnce(ctx, 'buyers.askCode', input, async (tx) => {
    const moment = ctx.moment();
    const network = ctx.network && `${ctx.network.era}${ctx.network.network}`;
    const noted = await askForCode(tx, moment, { phone, network });
    if (!noted.ok || settings.demo || !sms) return noted;
    const digits = digitsOf(settings.secret, noted.value.codeId);
    const text = sms.words({ code: 'sign_in_code', digits, locale });
    const plain = { answersId: null, strangerDay: null, demo: false };
    await queueSms(tx, moment, { kind: 'sign_in_code', phone, text, ...plain });
    return noted;
  });
  if (!asked.ok) return asked;
  const { codeId } = asked.value;
  return ok({ codeId, demoDigits: settings.demo ? digitsOf(settings.secret, codeId) : null });
}

/**
 * Signs in who types the right digits. Wrong, late, used and unknown codes are told alike. Not by `writeOnce`: a try is
 * spent also when it fails, and a session's token is no answer to keep.
 */
export async function enterByCode(
  ctx: ApiContext,
  input: { codeId: string; digits: string; cart: readonly KeptLine[]; locale: string },
): Promise<Result<{ cart: KeptLine[]; locale: string }, { code: 'code_wrong' }>> {
  const { database, settings } = ctx;
  const { codeId, locale } = input;
  const moment = ctx.moment();
  const digits = input.digits.replace(/\D/g, '');
  const phone = await tryCode(database, moment.now, { codeId, digits, secret: settings.secret });
  if (!phone) return fail({ code: 'code_wrong' });
  return database.$transaction(async (tx) => {
    if (!(await useCode(tx, moment.now, codeId))) return fail({ code: 'code_wrong' });
    const { buyer } = ctx;
    if (buyer) await endBuyerSessions(tx, buyer, { id: buyer.sessionId });
    const device = deviceWords(ctx.headers.get('user-agent'));
    const entered = await openBuyerSession(tx, moment, { phone, locale, device });
    const { token, buyerId } = entered;
    const cart = await mergeCart(tx, moment.now, buyerId, input.cart);
    ctx.setCookie.push(buyerCookie(token, { secure: settings.publicUrl.startsWith('https:') }));
    return ok({ cart, locale: entered.locale });
  });
}
