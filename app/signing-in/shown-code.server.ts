import { text } from '~/read-form.server';
import type { CodeShown } from './phone-and-code';

/** What was typed into the forms of a sign-in by a code. */
export function typedCode(form: FormData) {
  const [phone, digits] = [text(form, 'phone').slice(0, 60), text(form, 'digits').slice(0, 40)];
  return { key: text(form, 'key'), phone, codeId: text(form, 'codeId').slice(0, 64), digits };
}

/** What is shown of a code that was asked for, or of digits that were typed. */
export function shownCode(phone: string, how: Partial<CodeShown>): CodeShown {
  return { phone, code: null, above: null, beside: null, ...how };
}
