import { fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { bankName } from '@baunghe/payments';
import { openAdvances } from './member-sums.ts';

/** Where a member wants to be paid. */
export interface MemberAccount {
  bin: string;
  account: string;
  holder: string;
}

/** A member as those see them who see to the money. */
export interface MemberMoney {
  memberId: string;
  code: string;
  name: string;
  account: (MemberAccount & { bankName: string | null }) | null;
  /** Advances that no settlement has taken off yet. */
  advances: Dong;
}

/** Every member, by code, with where they are paid and what they had in advance. */
export async function membersMoney(tx: Tx): Promise<MemberMoney[]> {
  const members = await tx.member.findMany({ include: { bankAccount: true }, orderBy: { code: 'asc' } });
  const open = await openAdvances(
    tx,
    members.map(({ id }) => id),
  );
  return members.map(({ id, code, name, bankAccount }) => ({
    ...{ memberId: id, code, name, advances: open.get(id) ?? dong(0) },
    account: bankAccount ? accountOf(bankAccount) : null,
  }));
}

/** An account with its bank's name. */
export const accountOf = ({ bin, account, holder }: MemberAccount) => ({
  ...{ bin, account, holder },
  bankName: bankName(bin),
});

/** Keeps where a member wants to be paid, in place of what was kept before. */
export async function keepMemberAccount(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  { memberId, ...account }: MemberAccount & { memberId: string },
): Promise<Result<void, { code: 'member_unknown' }>> {
  const member = await tx.member.findUnique({ where: { id: memberId }, select: { id: true } });
  if (!member) return fail({ code: 'member_unknown' });
  const told = { ...account, at: moment.now, byUser: by.userId };
  await tx.memberBankAccount.upsert({
    where: { memberId },
    create: { memberId, ...told },
    update: told,
  });
  return ok(undefined);
}
