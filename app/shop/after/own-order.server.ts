import type { FieldsRefused } from '@baunghe/api';
import { formAnswer } from '@baunghe/api';
import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';
import { TRPCError } from '@trpc/server';
import { PRIVATE } from '~/private-page.server';

/** What the pages of one's own order answer with: nobody keeps them, and no other site hears of their address. */
export const OWN = { ...PRIVATE, 'Referrer-Policy': 'same-origin' };

type Asked = Pick<LoaderFunctionArgs, 'params' | 'request'>;

/** The code and the key in the address of a page of what one has asked for: an order, a quote, to become a member. */
export function codeAndKey({ params, request }: Asked): [code: string, key: string] {
  const key = new URL(request.url).searchParams.get('key') ?? '';
  return [(params.code ?? '').slice(0, 40), key.slice(0, 64)];
}

/** The code and the key in the address of a page of one's own order. */
export function ownIn(asked: Asked) {
  const [code, orderKey] = codeAndKey(asked);
  return { code, orderKey };
}

/** One's own order; throws a 404 without its key. */
export async function ownOrder(api: AppLoadContext['api'], own: { code: string; orderKey: string }) {
  const found = await api.checkout.follow(own);
  if (!found.ok) throw new Response(null, { status: 404, headers: OWN });
  return found.value;
}

/** Awaits a procedure called with a buyer's form: refused input and a key used before are failures, the rest goes on. */
export async function heard<T>(
  asking: Promise<T>,
): Promise<T | { ok: false; error: FieldsRefused | { code: 'key_reused' } }> {
  return formAnswer(asking).catch((error: unknown) => {
    if (error instanceof TRPCError && error.code === 'CONFLICT')
      return { ok: false, error: { code: 'key_reused' } } as const;
    throw error;
  });
}
