import type { AppLoadContext } from '@remix-run/node';
import { heard } from '~/shop/after/own-order.server';
import type { CodeShown } from '~/signing-in/phone-and-code';
import { shownCode, typedCode } from '~/signing-in/shown-code.server';
import type { JoinRefusal } from './say-joining.server';

type Api = AppLoadContext['api'];
type Own = { code: string; joinKey: string };

/** What came of an applicant's form. */
export type Answer = { ok: true; value: unknown } | { ok: false; error: JoinRefusal };
type Done = { answer: Answer; code: CodeShown | null };

/**
 * Sends an application. Where its number is to be proved first, a code goes there and is asked for; with `onlyCode`
 * another is sent, to the number that was typed.
 */
export async function sendProved(api: Api, own: Own, form: FormData, onlyCode: boolean): Promise<Done> {
  const { joining } = api;
  const { key, phone, codeId, digits } = typedCode(form);
  if (onlyCode) return askCode(api, own, key, { phone, shown: phone, before: codeId });
  if (codeId) {
    const proved = await takeCode(api, own, { phone, codeId, digits });
    if (!proved.answer.ok) return proved;
  }
  const sent: Answer = await heard(joining.send({ ...own, key }));
  if (sent.ok || sent.error.code !== 'phone_unproved') return { answer: sent, code: null };
  return askCode(api, own, key, { phone: null, shown: await numberOf(api, own), before: '' });
}

/**
 * Proves the number of an application that was sent on trust: sends a code there, and takes the digits that came; with
 * `onlyCode` another is sent.
 */
export async function proveLater(api: Api, own: Own, form: FormData, onlyCode: boolean): Promise<Done> {
  const { key, codeId, digits } = typedCode(form);
  const phone = await numberOf(api, own);
  if (onlyCode || !codeId) return askCode(api, own, key, { phone: null, shown: phone, before: codeId });
  return takeCode(api, own, { phone, codeId, digits });
}

async function numberOf({ joining }: Api, own: Own): Promise<string> {
  const found = await joining.follow(own);
  return found.ok ? found.value.phone : '';
}

type Typed = { phone: string; codeId: string; digits: string };

async function takeCode({ joining }: Api, own: Own, { phone, codeId, digits }: Typed): Promise<Done> {
  const code = shownCode(phone, { code: { id: codeId, demoDigits: null } });
  if (digits.trim() === '') return { answer: { ok: false, error: { code: 'code_missing' } }, code };
  const proved = await heard(joining.prove({ ...own, codeId, digits }));
  return { answer: proved, code: proved.ok ? null : code };
}

/** The number that is said anew (null: the one that it has), the one shown, and the code that was sent before. */
type Asked = { phone: string | null; shown: string; before: string };

async function askCode(
  { joining }: Api,
  own: Own,
  key: string,
  { phone, shown, before }: Asked,
): Promise<Done> {
  const asked = await heard(joining.askCode({ ...own, key, phone }));
  // What was sent before may still be on its way.
  const kept = before ? shownCode(shown, { code: { id: before, demoDigits: null } }) : null;
  if (!asked.ok) return { answer: asked, code: kept };
  const { codeId: id, demoDigits } = asked.value;
  return { answer: { ok: true, value: null }, code: shownCode(shown, { code: { id, demoDigits } }) };
}
