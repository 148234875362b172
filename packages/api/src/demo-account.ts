import { type Failed, fail, type Tx } from '@baunghe/db';
import type { ApiContext } from './context.ts';

/** An account that anyone may look around with keeps the ways in that are printed for everyone. */
export type DemoAccount = { code: 'demo_account' };

/** Who looks around next signs in by that account, so nobody takes its roles, switches it off or signs it out. */
export type DemoPerson = { code: 'demo_person' };

/** The refusal for whoever is signed in by an account of the demo, where that is shown; null for everybody else. */
export async function refuseDemoAccount(
  ctx: ApiContext & { person: { userId: string } },
): Promise<Failed<DemoAccount> | null> {
  return (await isOfDemo(ctx, ctx.database, ctx.person.userId)) ? fail({ code: 'demo_account' }) : null;
}

/** Whether a person is one of the demo's, where that is shown. */
export function isDemoAccount(ctx: ApiContext, userId: string): Promise<boolean> {
  return isOfDemo(ctx, ctx.database, userId);
}

/** The refusal of an act on somebody else's account that is one of the demo, where that is shown; null for all others. */
export async function refuseDemoPerson(
  ctx: ApiContext,
  tx: Tx,
  userId: string,
): Promise<Failed<DemoPerson> | null> {
  return (await isOfDemo(ctx, tx, userId)) ? fail({ code: 'demo_person' }) : null;
}

async function isOfDemo({ settings }: ApiContext, tx: Tx, id: string): Promise<boolean> {
  return settings.demo && (await tx.user.count({ where: { id, demo: true } })) > 0;
}
