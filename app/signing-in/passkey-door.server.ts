import { json } from '@remix-run/node';
import { PRIVATE } from '~/private-page.server';
import { text } from '~/read-form.server';

/** What the page's script goes on with, or why not: a status, and a sentence where there is one. */
type Answer = { value: object; headers?: Record<string, string> } | { status: number; say?: string };

/** What a browser has made or signed, and for which challenge. What it holds the gate reads. */
type Signed = { challengeId: string; response: never };

/** Does what the script asks of passkeys by the form's `act`; a 400 where the door has no such act. */
export async function passkeyAnswer(
  form: FormData,
  acts: Record<string, (signed: Signed) => Promise<Answer>>,
): Promise<Response> {
  const name = text(form, 'act');
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
  const signed = { challengeId: text(form, 'challengeId'), response: signedIn(form) };
  const answer = act ? await act(signed) : refused(400);
  if ('status' in answer) return json({ say: answer.say }, { status: answer.status, headers: PRIVATE });
  return json(answer.value, { headers: { ...PRIVATE, ...answer.headers } });
}

/** A refusal, with a sentence or by its status alone. */
export function refused(status: number, say?: string) {
  return say === undefined ? { status } : { status, say };
}

function signedIn(form: FormData): never {
  try {
    return JSON.parse(text(form, 'response')) as never;
  } catch {
    return null as never;
  }
}
