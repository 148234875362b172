import { fail, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import type { MemberAccount } from './member-accounts.ts';

type By = { userId: string };

/** Why a change of an account stays as it is. */
export type AccountChangeRefusal =
  | { code: 'account_change_unknown' }
  | { code: 'account_change_closed'; at: Date }
  /** Who proposed it does not confirm it. */
  | { code: 'proposed_by_you' };

/** Proposes where a member is to be paid; in place of a proposal that still waits. Returns its id. */
export async function proposeAccount(
  tx: Tx,
  moment: Moment,
  by: By,
  { memberId, ...account }: MemberAccount & { memberId: string },
): Promise<Result<{ id: string }, { code: 'member_unknown' } | { code: 'account_same' }>> {
  const [member] = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "member" WHERE "id" = ${memberId} FOR NO KEY UPDATE`;
  if (!member) return fail({ code: 'member_unknown' });
  const now = await tx.memberBankAccount.findUnique({ where: { memberId } });
  const same = now && (['bin', 'account', 'holder'] as const).every((part) => now[part] === account[part]);
  if (same) return fail({ code: 'account_same' });
  await tx.memberAccountChange.updateMany({
    where: { memberId, state: 'proposed' },
    data: { state: 'dropped', closedAt: moment.now, closedBy: by.userId },
  });
  const id = newId('mac', moment);
  const proposed = { proposedAt: moment.now, proposedBy: by.userId };
  await tx.memberAccountChange.create({ data: { id, memberId, ...account, ...proposed } });
  return ok({ id });
}

/** Confirms what somebody else proposed: from now on the member is paid there. Tells whose and which it was. */
export async function confirmAccount(
  tx: Tx,
  moment: Moment,
  by: By,
  id: string,
): Promise<Result<{ memberId: string; account: string }, AccountChangeRefusal>> {
  const open = await lockChange(tx, id);
  if (!open.ok) return open;
  const { memberId, bin, account, holder, proposedBy } = open.value;
  if (proposedBy === by.userId) return fail({ code: 'proposed_by_you' });
  const closed = { state: 'confirmed', closedAt: moment.now, closedBy: by.userId } as const;
  await tx.memberAccountChange.update({ where: { id }, data: closed });
  const kept = { bin, account, holder, at: moment.now, byUser: by.userId };
  await tx.memberBankAccount.upsert({
    where: { memberId },
    create: { memberId, ...kept },
    update: kept,
  });
  return ok({ memberId, account });
}

/** Refuses a proposal, or takes one's own back; whoever `mayRefuse` not closes nobody else's. */
export async function dropAccountChange(
  tx: Tx,
  moment: Moment,
  by: By & { mayRefuse: boolean },
  id: string,
): Promise<Result<void, AccountChangeRefusal>> {
  const open = await lockChange(tx, id);
  if (!open.ok) return open;
  if (!by.mayRefuse && open.value.proposedBy !== by.userId) return fail({ code: 'account_change_unknown' });
  const data = { state: 'dropped', closedAt: moment.now, closedBy: by.userId } as const;
  await tx.memberAccountChange.update({ where: { id }, data });
  return ok(undefined);
}

async function lockChange(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT FROM "member_account_change" WHERE "id" = ${id} FOR UPDATE`;
  const found = await tx.memberAccountChange.findUnique({ where: { id } });
  if (!found) return fail({ code: 'account_change_unknown' } as const);
  if (found.closedAt) return fail({ code: 'account_change_closed', at: found.closedAt } as const);
  return ok(found);
}
