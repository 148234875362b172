import { type FactorWanted, type FieldsRefused, factorWanted, formAnswer } from '@baunghe/api';
import { redirect } from '@remix-run/node';
import { TRPCError } from '@trpc/server';
import { hrefIn, localeOfPath } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { signInPath } from './where-to';

/**
 * Awaits what a page asks of the gate. Throws a redirect to the sign-in for a guest, and a Response with one sentence
 * for whoever may not ask (403), for a code that cannot be read (404) and while the storage is away (503).
 */
export async function asked<T>(request: Request, asking: Promise<T>): Promise<T> {
  try {
    return await asking;
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    const { pathname, search } = new URL(request.url);
    if (error.code === 'UNAUTHORIZED') {
      throw redirect(hrefIn(localeOfPath(pathname), signInPath(pathname + search)), { headers: PRIVATE });
    }
    if (error.code === 'FORBIDDEN')
      throw new Response(m.office_forbidden(), { status: 403, headers: PRIVATE });
    if (error.code === 'BAD_REQUEST') throw new Response(null, { status: 404, headers: PRIVATE });
    if (error.code === 'SERVICE_UNAVAILABLE') throw new Response(null, { status: 503, headers: PRIVATE });
    throw error;
  }
}

/** The same form was sent before with other content. */
export interface KeyReused {
  code: 'key_reused';
}

/** The session ended while the form was being filled in. */
export interface SignedOut {
  code: 'signed_out';
}

/**
 * As `asked`, for a person's form: input that was refused, a key used before, a session that ended and the want of a
 * second factor are failures, so that what was typed stays.
 */
export async function answered<T>(
  request: Request,
  asking: Promise<T>,
): Promise<T | { ok: false; error: FieldsRefused | FactorWanted | KeyReused | SignedOut }> {
  const answer = formAnswer(asking).catch((error: unknown) => {
    const wanted = factorWanted(error);
    if (wanted) return { ok: false, error: wanted } as const;
    const code = error instanceof TRPCError ? error.code : null;
    if (code === 'CONFLICT') return { ok: false, error: { code: 'key_reused' } } as const;
    if (code === 'UNAUTHORIZED') return { ok: false, error: { code: 'signed_out' } } as const;
    throw error;
  });
  return asked(request, answer);
}
