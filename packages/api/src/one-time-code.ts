import {
  askForCode,
  type CodeRefusal,
  digitsOf,
  type Phone,
  takesSms,
  tryCode,
  useCode,
} from '@baunghe/coop';
import { type CodeDoor, fail, ok, type Result, type Tx } from '@baunghe/db';
import { queueSms } from '@baunghe/notices';
import type { ApiContext, ApiSettings } from './context.ts';
import { writeOnce } from './write-once.ts';

/** Why no code is on its way. Nothing of it tells whether a number is known. */
type AskRefusal = CodeRefusal | { code: 'phone_not_mobile' } | { code: 'codes_not_sent' };

/** What opens with a code, and the words that it comes in. */
interface Door {
  procedure: string;
  door: CodeDoor;
  words: 'sign_in_code' | 'office_code' | 'join_code';
  /** Whether a message leaves to the number; who asks for another hears the same. Left out: to every number. */
  knows?: (tx: Tx, phone: Phone) => Promise<boolean>;
}

/** Whether codes reach anybody: by SMS, or in the demo on the page itself. */
export function codesAreSent({ demo, sms }: ApiSettings): boolean {
  return demo || Boolean(sms?.sendsBy);
}

/** Puts a code into the outbox for a number's owner. In the demo no message leaves: the digits are given to who asked. */
export async function sendCode(
  ctx: ApiContext,
  { procedure, door, words, knows }: Door,
  input: { key: string; phone: Phone; locale: string },
): Promise<Result<{ codeId: string; demoDigits: string | null }, AskRefusal>> {
  const { sms, demo, secret } = ctx.settings;
  const { phone, locale } = input;
  if (!takesSms(phone)) return fail({ code: 'phone_not_mobile' });
  if (!codesAreSent(ctx.settings)) return fail({ code: 'codes_not_sent' });
  const asked = await writeOnce(ctx, procedure, input, async (tx) => {
    const moment = ctx.moment();
    const network = ctx.network && `${ctx.network.era}${ctx.network.network}`;
    const noted = await askForCode(tx, moment, { phone, network, door });
    if (!noted.ok || demo || !sms || (knows && !(await knows(tx, phone)))) return noted;
    const text = sms.words({ code: words, digits: digitsOf(secret, noted.value.codeId), locale });
    const plain = { answersId: null, strangerDay: null, demo: false };
    await queueSms(tx, moment, { kind: 'sign_in_code', phone, text, ...plain });
    return noted;
  });
  if (!asked.ok) return asked;
  const { codeId } = asked.value;
  return ok({ codeId, demoDigits: demo ? digitsOf(secret, codeId) : null });
}

/**
 * Whose number a code proves, used up by it; null for wrong, late, used and unknown ones, which are told alike. Not by
 * `writeOnce`, and in no transaction: a try is spent also when it fails.
 */
export async function phoneProvedBy(
  { database, settings, moment }: ApiContext,
  door: CodeDoor,
  { codeId, digits: typed }: { codeId: string; digits: string },
): Promise<Phone | null> {
  const { now } = moment();
  const digits = typed.replace(/\D/g, '');
  const phone = await tryCode(database, now, { codeId, digits, secret: settings.secret, door });
  return phone && (await useCode(database, now, codeId)) ? phone : null;
}
