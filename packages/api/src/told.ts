import type { Result, Tx } from '@baunghe/db';
import type { NewsKind } from '@baunghe/orders';
import type { ApiContext } from './context.ts';
import { tellBuyer } from './tell-buyer.ts';

/** The answer of an act, told to the buyer when it was done. */
export async function told<R extends Result<unknown, { code: string }>>(
  tx: Tx,
  ctx: ApiContext,
  done: R,
  orderId: string,
  kind: NewsKind,
): Promise<R> {
  if (done.ok) await tellBuyer(tx, ctx.moment(), ctx.settings, { orderId, kind });
  return done;
}
