import { createHash } from 'node:crypto';
import { type Failed, fail, type Result } from '@baunghe/db';
import { noteCodeTry, triedTooMuch } from '@baunghe/orders';
import type { ApiContext } from './context.ts';

/** Too many codes that nobody knows came from this network within the hour. */
export type TooManyCodes = { code: 'too_many_codes' };

/**
 * Asks about a code that somebody typed, unless their network guesses: codes that turn out to be unknown are counted for
 * it, outside of whatever the asking did. Addresses that are not known count as one network.
 */
export async function askCode<R extends Result<unknown, { code: string }>>(
  ctx: Pick<ApiContext, 'database' | 'moment' | 'network'>,
  typed: string,
  ask: () => Promise<R>,
): Promise<R | Failed<TooManyCodes>> {
  if (typed.trim() === '') return ask();
  const network = ctx.network ? `${ctx.network.era}${ctx.network.network}` : 'unknown';
  const { now } = ctx.moment();
  if (await triedTooMuch(ctx.database, now, network)) return fail({ code: 'too_many_codes' });
  const answer = await ask();
  if (!answer.ok && UNKNOWN.has(answer.error.code)) await noteCodeTry(ctx.database, now, network, typed);
  return answer;
}

const UNKNOWN = new Set([
  ...['voucher_unknown', 'credit_unknown'],
  ...['order_unknown', 'bulk_unknown', 'application_unknown'],
]);

/**
 * Looks for what somebody knows the code and the phone number of, unless their network guesses. What they typed is kept
 * as a mark alone, as it may be a number.
 */
export function findOnce<R extends Result<unknown, { code: string }>>(
  ctx: Pick<ApiContext, 'database' | 'moment' | 'network' | 'settings'>,
  { code, phone }: { code: string; phone: string },
  find: () => Promise<R>,
): Promise<R | Failed<TooManyCodes>> {
  const mark = createHash('sha256').update(`${ctx.settings.secret}:find:${code}:${phone}`).digest('hex');
  return askCode(ctx, mark.slice(0, 16).toUpperCase(), find);
}
