import { fail, ok, type Tx } from '@baunghe/db';
import { whenItMayRing } from '@baunghe/notices';
import {
  accountHistory,
  confirmAccount,
  dropAccountChange,
  memberAccount,
  proposeAccount,
  waitingAccount,
} from '@baunghe/orders';
import { BANKS, bankName } from '@baunghe/payments';
import { z } from 'zod';
import type { ApiContext } from './context.ts';
import { id, line } from './fields.ts';
import { tellPerson } from './tell-person.ts';
import { only, provedTwice, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const MOST_LISTED = 50;

const proposer = only('member', 'manager', 'accountant');

const wanted = z.object({
  bin: z.string('bank_missing').refine((bin) => bankName(bin) !== null, 'bank_missing'),
  account: z
    .string('account_invalid')
    .transform((typed) => typed.replace(/[\s.-]/g, ''))
    .pipe(z.string().regex(/^\d{6,19}$/, 'account_invalid')),
  holder: line(80, 'holder_missing'),
});

/** Where members are paid: one proposes it and another confirms it. */
export const memberAccountsRouter = router({
  /** A member's own account, and what waits to take its place. */
  own: only('member').query(async ({ ctx }) => {
    const { memberId } = ctx.person;
    if (memberId === null) return fail({ code: 'member_unknown' });
    return ok({
      ...(await accountsOf(ctx, memberId)),
      account: await memberAccount(ctx.database, memberId),
      banks: BANKS,
    });
  }),

  /** What waits for a member, told whole to be compared with a paper, and who changed what before. */
  of: only('manager', 'accountant')
    .input(z.object({ memberId: id }))
    .query(async ({ ctx, input }) => {
      const where = { id: input.memberId };
      const found = await ctx.database.member.findUnique({ where, select: { code: true, name: true } });
      if (!found) return fail({ code: 'member_unknown' });
      const mayConfirm = ctx.person.roles.includes('manager');
      return ok({ ...found, ...(await accountsOf(ctx, input.memberId)), mayConfirm });
    }),

  /** Proposes an account: a member their own, those who see to the money anybody's. It moves no money yet. */
  propose: proposer.input(writeKey.extend({ memberId: id, ...wanted.shape })).mutation(({ ctx, input }) => {
    if (!seesToMoney(ctx) && input.memberId !== ctx.person.memberId) return fail({ code: 'member_unknown' });
    return writeOnce(ctx, 'memberAccounts.propose', input, (tx) => {
      const { key: _key, ...account } = input;
      return proposeAccount(tx, ctx.moment(), ctx.person, account);
    });
  }),

  /** Confirms what somebody else proposed, and tells the member by SMS. */
  confirm: provedTwice('manager')
    .input(writeKey.extend({ id }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'memberAccounts.confirm', input, async (tx) => {
        const confirmed = await confirmAccount(tx, ctx.moment(), ctx.person, input.id);
        if (!confirmed.ok) return confirmed;
        await tellMember(tx, ctx, confirmed.value);
        return ok({ memberId: confirmed.value.memberId });
      }),
    ),

  /** A manager refuses any proposal; others take back their own. */
  drop: proposer.input(writeKey.extend({ id })).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'memberAccounts.drop', input, (tx) => {
      const mayRefuse = ctx.person.roles.includes('manager');
      return dropAccountChange(tx, ctx.moment(), { userId: ctx.person.userId, mayRefuse }, input.id);
    }),
  ),
});

type Asking = ApiContext & { person: { userId: string; roles: readonly string[] } };

async function accountsOf({ database, person }: Asking, memberId: string) {
  const waiting = await waitingAccount(database, memberId);
  return {
    memberId,
    waiting: waiting && { ...waiting, isOwn: waiting.proposedBy === person.userId },
    history: await accountHistory(database, memberId, MOST_LISTED),
  };
}

function seesToMoney({ person }: Asking): boolean {
  return person.roles.includes('manager') || person.roles.includes('accountant');
}

async function tellMember(
  tx: Tx,
  ctx: ApiContext,
  kept: { memberId: string; account: string },
): Promise<void> {
  const { memberId, account } = kept;
  const member = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: { userId: true } });
  if (!member.userId) return;
  const moment = ctx.moment();
  const answer = { code: 'account_changed', lastDigits: account.slice(-4) } as const;
  const notBefore = whenItMayRing(moment.now);
  await tellPerson(tx, moment, ctx.settings, { userId: member.userId, answer, notBefore });
}
