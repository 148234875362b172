import type { Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { bankName } from '@baunghe/payments';
import { type AccountMark, markOf } from './account-history.ts';
import { openAdvances } from './member-sums.ts';

/** Where a member is paid. */
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
  account: AccountMark | null;
  /** Whether a change of it waits for somebody else to confirm it. */
  accountWaits: boolean;
  /** Advances that no settlement has taken off yet. */
  advances: Dong;
}

/** Every member, by code, with where they are paid and what they had in advance. */
export async function membersMoney(tx: Tx): Promise<MemberMoney[]> {
  const waits = { where: { state: 'proposed' }, take: 1 } as const;
  const members = await tx.member.findMany({
    include: { bankAccount: true, accountChanges: waits },
    orderBy: { code: 'asc' },
  });
  const open = await openAdvances(
    tx,
    members.map(({ id }) => id),
  );
  return members.map(({ id, code, name, bankAccount, accountChanges }) => ({
    ...{ memberId: id, code, name, advances: open.get(id) ?? dong(0) },
    account: bankAccount ? markOf(bankAccount) : null,
    accountWaits: accountChanges.length > 0,
  }));
}

/** Where one member is paid, told whole to who may see it; null: nowhere yet. */
export async function memberAccount(tx: Tx, memberId: string) {
  const kept = await tx.memberBankAccount.findUnique({ where: { memberId } });
  return kept && accountOf(kept);
}

/** An account with its bank's name. */
export const accountOf = ({ bin, account, holder }: MemberAccount) => ({
  ...{ bin, account, holder },
  bankName: bankName(bin),
});
