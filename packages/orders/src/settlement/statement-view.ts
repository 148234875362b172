import type { SettledKind, Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { accountOf } from './member-accounts.ts';
import type { MemberSum } from './member-sums.ts';
import { type PaidOut, sumsOf } from './settlement-views.ts';

/** A statement in a member's list. */
export interface OwnStatement {
  id: string;
  memberId: string;
  memberName: string;
  memberCode: string;
  fromDay: Date;
  toDay: Date;
  approvedAt: Date;
  pay: Dong;
  paidAt: Date | null;
}

/** A member's fruit of one lot in a statement. */
export interface StatementLot {
  batch: string;
  varietyName: { nameVi: string; nameEn: string; nameZh: string | null };
  grade: string;
  plotCode: string;
  boxes: number;
  grams: number;
  sales: Dong;
  takenOff: Dong;
  coop: Dong;
  member: Dong;
}

/** A statement as its member reads it: the lots that it is of, and how the sum comes about. */
export interface StatementView extends OwnStatement {
  sums: MemberSum;
  lots: StatementLot[];
  /** What was taken off, one by one. */
  corrections: { kind: SettledKind; batch: string; at: Date; member: Dong }[];
  paid: PaidOut | null;
  account: ReturnType<typeof accountOf> | null;
}

/** Whose statements are asked for; null: anybody's. */
export type WhoseStatements = string | null;

const LISTED = { settlement: true, member: { include: { bankAccount: true } }, payout: true } as const;

/** Approved statements, the newest period first. */
export async function statements(tx: Tx, whose: WhoseStatements, limit: number): Promise<OwnStatement[]> {
  const found = await tx.memberStatement.findMany({
    where: { settlement: { state: 'approved' }, ...(whose === null ? {} : { memberId: whose }) },
    include: LISTED,
    orderBy: [{ settlement: { toDay: 'desc' } }, { member: { code: 'asc' } }],
    take: limit,
  });
  return found.map(listed);
}

/** One approved statement; null when there is none, and where it is somebody else's. */
export async function statementView(
  tx: Tx,
  whose: WhoseStatements,
  id: string,
): Promise<StatementView | null> {
  const found = await tx.memberStatement.findFirst({
    where: { id, settlement: { state: 'approved' }, ...(whose === null ? {} : { memberId: whose }) },
    include: LISTED,
  });
  if (!found) return null;
  const { settlementId, memberId, payout, member } = found;
  const lines = await tx.settlementLine.findMany({
    where: { settlementId, memberId },
    include: {
      box: { select: { lot: { include: { variety: true, harvest: { include: { plot: true } } } } } },
    },
    orderBy: { id: 'asc' },
  });
  return {
    ...listed(found),
    sums: sumsOf(found),
    lots: lotsOf(lines),
    corrections: lines
      .filter(({ grossDong }) => grossDong < 0n)
      .map(({ kind, at, memberDong, box }) => ({ kind, at, batch: box.lot.batch, member: dong(memberDong) })),
    paid: payout ? { through: payout.through, reference: payout.reference, at: payout.at } : null,
    account: member.bankAccount ? accountOf(member.bankAccount) : null,
  };
}

type Kept = {
  id: string;
  memberId: string;
  payDong: bigint;
  settlement: { fromDay: Date; toDay: Date; closedAt: Date | null };
  member: { name: string; code: string };
  payout: { at: Date } | null;
};

const listed = ({ id, memberId, settlement, member, payout, payDong }: Kept): OwnStatement => ({
  ...{ id, memberId, memberName: member.name, memberCode: member.code },
  ...{ fromDay: settlement.fromDay, toDay: settlement.toDay },
  approvedAt: settlement.closedAt ?? settlement.toDay,
  ...{ pay: dong(payDong), paidAt: payout?.at ?? null },
});

type Line = {
  kind: SettledKind;
  grams: number;
  grossDong: bigint;
  coopDong: bigint;
  memberDong: bigint;
  box: {
    lot: {
      batch: string;
      grade: string;
      variety: StatementLot['varietyName'];
      harvest: { plot: { code: string } };
    };
  };
};

function lotsOf(lines: readonly Line[]): StatementLot[] {
  const lots = new Map<string, StatementLot>();
  for (const line of lines) {
    const { batch, grade, variety, harvest } = line.box.lot;
    const { nameVi, nameEn, nameZh } = variety;
    const nothing = { boxes: 0, grams: 0, sales: dong(0), takenOff: dong(0), coop: dong(0), member: dong(0) };
    const names = { nameVi, nameEn, nameZh };
    const lot = lots.get(batch) ?? {
      batch,
      grade,
      varietyName: names,
      plotCode: harvest.plot.code,
      ...nothing,
    };
    const earns = line.kind === 'sale' || line.kind === 'replacement';
    lots.set(batch, {
      ...lot,
      boxes: lot.boxes + (earns ? 1 : 0),
      grams: lot.grams + line.grams,
      sales: dong(lot.sales + (earns ? Number(line.grossDong) : 0)),
      takenOff: dong(lot.takenOff + (earns ? 0 : Number(line.grossDong))),
      coop: dong(lot.coop + Number(line.coopDong)),
      member: dong(lot.member + Number(line.memberDong)),
    });
  }
  return [...lots.values()].sort((a, b) => b.member - a.member || a.batch.localeCompare(b.batch));
}
