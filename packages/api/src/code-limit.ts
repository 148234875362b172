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

const UNKNOWN = new Set(['voucher_unknown', 'credit_unknown']);
