import * as m from '~/paraglide/messages.js';
import { PRIVATE } from './private-page.server';

/**
 * A form with its files, or null when its body is longer than `mostBytes`: it is read to its end all the same, so that
 * the sender hears the answer. Throws a 400 Response for a body that is no form.
 */
export async function readForm(request: Request, mostBytes: number): Promise<FormData | null> {
  const parts: BlobPart[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    length += next.value.byteLength;
    if (length <= mostBytes) parts.push(next.value);
    else parts.length = 0;
  }
  reader?.releaseLock();
  if (length > mostBytes) return null;
  const type = request.headers.get('content-type') ?? '';
  try {
    return await new Response(new Blob(parts), { headers: { 'Content-Type': type } }).formData();
  } catch {
    throw new Response(m.errors_bad_request(), { status: 400, headers: PRIVATE });
  }
}

/** A text field of a form as typed; empty when it was not sent. */
export function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

const MOST_TYPED = 1_000_000;

/** A form of typed fields only. Throws a 400 Response for a body that is none or too long. */
export async function formOf(request: Request): Promise<FormData> {
  const form = await readForm(request, MOST_TYPED);
  if (!form) throw new Response(m.errors_bad_request(), { status: 400, headers: PRIVATE });
  return form;
}
