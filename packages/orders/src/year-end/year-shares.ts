import type { PayoutThrough, Prisma, Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { accountOf } from '../settlement/member-accounts.ts';

/** A member's share of a year's surplus: all of it, and what of it comes by capital. */
export interface ShareOfYear {
  year: number;
  grams: number;
  sold: Dong;
  capital: Dong;
  share: Dong;
  byCapital: Dong;
  paid: { through: PayoutThrough; reference: string; at: Date } | null;
}

/** A share that is still to be paid, and where to: null, in cash. */
export interface UnpaidShare {
  code: string;
  name: string;
  share: Dong;
  account: ReturnType<typeof accountOf> | null;
  accountWaits: boolean;
}

/** What a member got of the surplus of each approved year, the newest first. */
export async function sharesOf(tx: Tx, memberId: string): Promise<ShareOfYear[]> {
  const rows = await tx.yearShare.findMany({
    where: { memberId, yearEnd: { state: 'approved' } },
    include: { yearEnd: true, payout: true },
    orderBy: { yearEnd: { year: 'desc' } },
  });
  return rows.map(({ yearEnd, ...row }) => ({ year: yearEnd.year, ...shareOf(row) }));
}

type Kept = Prisma.YearShareGetPayload<{ include: { payout: true } }>;

/** A kept share's sums, and how it was paid. */
export const shareOf = ({ grams, payout, ...row }: Kept): Omit<ShareOfYear, 'year'> => ({
  ...{ grams, sold: dong(row.soldDong), capital: dong(row.capitalDong) },
  ...{ share: dong(row.shareDong), byCapital: dong(row.byCapitalDong) },
  paid: payout ? { through: payout.through, reference: payout.reference, at: payout.at } : null,
});

/** What is still to be paid of an approved year, by the members' codes; null where the year is not approved. */
export async function unpaidShares(tx: Tx, year: number): Promise<UnpaidShare[] | null> {
  const closed = await tx.yearEnd.findFirst({ where: { year, state: 'approved' } });
  if (!closed) return null;
  const rows = await tx.yearShare.findMany({
    where: { yearEndId: closed.id, shareDong: { gt: 0n }, payout: null },
    include: {
      member: { include: { bankAccount: true, accountChanges: { where: { state: 'proposed' }, take: 1 } } },
    },
    orderBy: { member: { code: 'asc' } },
  });
  return rows.map(({ shareDong, member }) => ({
    ...{ code: member.code, name: member.name, share: dong(shareDong) },
    account: member.bankAccount && accountOf(member.bankAccount),
    accountWaits: member.accountChanges.length > 0,
  }));
}
