import type { AccountChangeState, Tx } from '@baunghe/db';
import { bankName } from '@baunghe/payments';

/** An account of which a list tells no more than its bank, its last digits and its holder. */
export interface AccountMark {
  bankName: string | null;
  lastDigits: string;
  holder: string;
}

/** A change that waits for somebody else to confirm it, told whole to who must compare it with a paper. */
export interface WaitingAccount {
  id: string;
  bin: string;
  account: string;
  holder: string;
  bankName: string | null;
  proposedAt: Date;
  proposedBy: string;
  proposedByName: string;
}

/** One change of where a member is paid: who proposed it, who closed it, and what stood before. */
export interface AccountChangeRow {
  id: string;
  state: AccountChangeState;
  before: AccountMark | null;
  after: AccountMark;
  proposedAt: Date;
  proposedBy: string;
  closedAt: Date | null;
  closedBy: string | null;
}

/** The change of a member's account that waits, if one does. */
export async function waitingAccount(tx: Tx, memberId: string): Promise<WaitingAccount | null> {
  const found = await tx.memberAccountChange.findFirst({ where: { memberId, state: 'proposed' } });
  if (!found) return null;
  const { id, bin, account, holder, proposedAt, proposedBy } = found;
  const names = await namesOf(tx, [proposedBy]);
  return {
    ...{ id, bin, account, holder, bankName: bankName(bin), proposedAt, proposedBy },
    proposedByName: names.get(proposedBy) ?? proposedBy,
  };
}

/** How it came about where a member is paid: what waits, then the newest first. */
export async function accountHistory(tx: Tx, memberId: string, limit: number): Promise<AccountChangeRow[]> {
  const rows = await tx.memberAccountChange.findMany({
    where: { memberId },
    orderBy: [{ closedAt: { sort: 'desc', nulls: 'first' } }, { proposedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  const names = await namesOf(
    tx,
    rows.flatMap(({ proposedBy, closedBy }) => (closedBy ? [proposedBy, closedBy] : [proposedBy])),
  );
  return rows.map(({ id, state, proposedAt, proposedBy, closedAt, closedBy, ...change }) => ({
    ...{ id, state, proposedAt, closedAt },
    proposedBy: names.get(proposedBy) ?? proposedBy,
    closedBy: closedBy === null ? null : (names.get(closedBy) ?? closedBy),
    before: beforeOf(change),
    after: markOf(change),
  }));
}

/** What a list tells of an account. */
export function markOf({
  bin,
  account,
  holder,
}: {
  bin: string;
  account: string;
  holder: string;
}): AccountMark {
  return { bankName: bankName(bin), lastDigits: account.slice(-4), holder };
}

type Change = { beforeBin: string | null; beforeAccount: string | null; beforeHolder: string | null };

function beforeOf({
  beforeBin: bin,
  beforeAccount: account,
  beforeHolder: holder,
}: Change): AccountMark | null {
  return bin === null || account === null || holder === null ? null : markOf({ bin, account, holder });
}

async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const users = await tx.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}
