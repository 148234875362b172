import type { AppLoadContext } from '@remix-run/node';
import { text } from '~/read-form.server';
import { answered } from './gate-answers.server';

/**
 * Asks for something that wants a second factor: a code that came with the form is given first, and what is asked for
 * goes on with what was typed. To put it on a form: `<FactorField error={beside.digits} />` in it, this in its action,
 * and `provedTwice(...)` in place of `only(...)` on its procedure.
 */
export async function provedFirst<T>(
  request: Request,
  api: AppLoadContext['api'],
  form: FormData,
  asking: () => Promise<T>,
) {
  const digits = text(form, 'digits').trim();
  if (digits) {
    const proved = await answered(request, api.me.prove({ digits }));
    if (!proved.ok) return proved;
  }
  return answered(request, asking());
}
