import { type Failed, fail } from '@baunghe/db';
import type { ApiContext } from './context.ts';

/** An account that anyone may look around with keeps the ways in that are printed for everyone. */
export type DemoAccount = { code: 'demo_account' };

/** The refusal for whoever is signed in by an account of the demo, where that is shown; null for everybody else. */
export async function refuseDemoAccount(
  ctx: ApiContext & { person: { userId: string } },
): Promise<Failed<DemoAccount> | null> {
  if (!ctx.settings.demo) return null;
  const where = { id: ctx.person.userId };
  const { demo } = await ctx.database.user.findUniqueOrThrow({ where, select: { demo: true } });
  return demo ? fail({ code: 'demo_account' }) : null;
}
