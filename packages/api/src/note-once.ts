import { noteAct } from '@baunghe/coop';
import type { Tx } from '@baunghe/db';
import { aboutOf } from './act-about.ts';
import type { ApiContext } from './context.ts';

/** Keeps an act of the office in the trail, in the transaction that does it; outside such an act, nothing. */
export async function noteOnce(
  ctx: ApiContext,
  tx: Tx,
  procedure: string,
  ...parts: unknown[]
): Promise<void> {
  if (!ctx.act || ctx.actor.kind !== 'person') return;
  const about = await aboutOf(tx, procedure, ...parts);
  const { userId: byUser } = ctx.actor;
  await noteAct(tx, ctx.moment().now, { byUser, procedure, about, outcome: 'done' });
  ctx.act.noted = true;
}

/** Keeps that somebody tried what is not theirs to do, or failed to prove who they are. */
export async function noteRefused({ database, moment }: ApiContext, byUser: string, procedure: string) {
  await noteAct(database, moment().now, { byUser, procedure, about: [], outcome: 'refused' });
}
