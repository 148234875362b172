import { fail, ok } from '@baunghe/db';
import { membersCapital, notYetSettled, sharesOf, statements, statementView } from '@baunghe/orders';
import { z } from 'zod';
import type { ApiContext } from './context.ts';
import { id } from './fields.ts';
import { only, router } from './trpc.ts';

const MOST_LISTED = 200;

const reader = only('member', 'manager', 'accountant');

/** What members were paid for: each reads their own, those who see to the money all. */
export const statementsRouter = router({
  list: reader.query(({ ctx }) => statements(ctx.database, whose(ctx.person), MOST_LISTED)),

  one: reader.input(z.object({ id })).query(async ({ ctx, input }) => {
    const found = await statementView(ctx.database, whose(ctx.person), input.id);
    return found ? ok(found) : fail({ code: 'statement_unknown' });
  }),

  /**
   * What a member has to come beside their statements: what was sold and is not settled yet, their shares of closed
   * years, and the capital they have in the cooperative. Null for who is no member.
   */
  standing: only('member').query(async ({ ctx }) => {
    const { memberId } = ctx.person;
    if (memberId === null) return null;
    const [unsettled, shares, [capital]] = await Promise.all([
      notYetSettled(ctx.database, ctx.moment().now, memberId),
      sharesOf(ctx.database, memberId),
      membersCapital(ctx.database, ctx.moment().now, memberId),
    ]);
    return { unsettled, shares, capital: capital ?? null };
  }),
});

type Person = Extract<ApiContext['actor'], { kind: 'person' }>;

/** Whose statements somebody may read; null: anybody's. Who has no other role reads their own, who is no member none. */
function whose({ roles, memberId }: Person): string | null {
  return roles.some((role) => role !== 'member' && role !== 'packer') ? null : (memberId ?? 'none');
}
