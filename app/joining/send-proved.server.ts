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
  if (onlyCode) return askCode(api, own, key, phone, codeId);
  if (codeId) {
    const code = shownCode(phone, { code: { id: codeId, demoDigits: null } });
    if (digits.trim() === '') return { answer: { ok: false, error: { code: 'code_missing' } }, code };
    const proved = await heard(joining.prove({ ...own, codeId, digits }));
    if (!proved.ok) return { answer: proved, code };
  }
  const sent: Answer = await heard(joining.send({ ...own, key }));
  if (sent.ok || sent.error.code !== 'phone_unproved') return { answer: sent, code: null };
  const found = await joining.follow(own);
  return askCode(api, own, key, found.ok ? found.value.phone : '', '');
}

async function askCode(
  { joining }: Api,
  own: Own,
  key: string,
  phone: string,
  before: string,
): Promise<Done> {
  const asked = await heard(joining.askCode({ ...own, key, phone }));
  // What was sent before may still be on its way.
  const kept = before ? shownCode(phone, { code: { id: before, demoDigits: null } }) : null;
  if (!asked.ok) return { answer: asked, code: kept };
  const { codeId: id, demoDigits } = asked.value;
  return { answer: { ok: true, value: null }, code: shownCode(phone, { code: { id, demoDigits } }) };
}
