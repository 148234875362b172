import type { PayoutThrough, Prisma, SettlementState, Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { accountOf } from './member-accounts.ts';
import type { MemberSum } from './member-sums.ts';

/** A settlement in the list. */
export interface SettlementRow {
  id: string;
  fromDay: Date;
  toDay: Date;
  state: SettlementState;
  preparedAt: Date;
  preparedBy: string;
  closedAt: Date | null;
  closedBy: string | null;
  closedNote: string | null;
  gross: Dong;
  coop: Dong;
  pay: Dong;
}

/** How a statement was paid. */
export interface PaidOut {
  through: PayoutThrough;
  reference: string;
  at: Date;
}

/** A member's statement, as those see it who see to the money. */
export interface StatementRow extends MemberSum {
  id: string;
  code: string;
  name: string;
  account: ReturnType<typeof accountOf> | null;
  /** Whether a change of the account waits for somebody to confirm it. */
  accountWaits: boolean;
  paid: PaidOut | null;
}

/** A settlement with its statements: those first of whom something is taken off or who is left owing. */
export interface SettlementView extends SettlementRow {
  statements: StatementRow[];
}

/** Settlements, the newest period first. */
export async function settlements(tx: Tx, limit: number): Promise<SettlementRow[]> {
  const rows = await tx.settlement.findMany({
    include: { statements: true },
    orderBy: [{ toDay: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  const names = await namesOf(tx, rows);
  return rows.map((row) => rowOf(row, names));
}

/** One settlement; null when there is none. */
export async function settlementView(tx: Tx, id: string): Promise<SettlementView | null> {
  const found = await tx.settlement.findUnique({
    where: { id },
    include: { statements: { include: STATEMENT, orderBy: { member: { code: 'asc' } } } },
  });
  if (!found) return null;
  const statements = found.statements.map(statementRow);
  const differs = ({ takenOff, carried, left }: StatementRow) => takenOff < 0 || carried < 0 || left < 0;
  return {
    ...rowOf(found, await namesOf(tx, [found])),
    statements: [...statements.filter(differs), ...statements.filter((row) => !differs(row))],
  };
}

const STATEMENT = {
  payout: true,
  member: { include: { bankAccount: true, accountChanges: { where: { state: 'proposed' }, take: 1 } } },
} as const satisfies Prisma.MemberStatementInclude;

type Statement = Prisma.MemberStatementGetPayload<{ include: typeof STATEMENT }>;

function statementRow({ id, member, payout, ...statement }: Statement): StatementRow {
  return {
    ...sumsOf(statement),
    ...{ id, code: member.code, name: member.name },
    account: member.bankAccount ? accountOf(member.bankAccount) : null,
    accountWaits: member.accountChanges.length > 0,
    paid: payout ? { through: payout.through, reference: payout.reference, at: payout.at } : null,
  };
}

/** A kept statement's sums. */
export function sumsOf(
  kept: Omit<Prisma.MemberStatementGetPayload<object>, 'id' | 'settlementId'>,
): MemberSum {
  return {
    ...{ memberId: kept.memberId, grams: kept.grams },
    ...{ sales: dong(kept.salesDong), takenOff: dong(kept.takenOffDong), coop: dong(kept.coopDong) },
    ...{ carried: dong(kept.carriedDong), advance: dong(kept.advanceDong) },
    ...{ pay: dong(kept.payDong), left: dong(kept.leftDong) },
  };
}

type WithSums = Prisma.SettlementGetPayload<{ include: { statements: true } }>;

function rowOf({ statements, ...row }: WithSums, names: Map<string, string>): SettlementRow {
  const { id, fromDay, toDay, state, preparedAt, preparedBy, closedAt, closedBy, closedNote } = row;
  const sum = (of: (statement: WithSums['statements'][number]) => bigint) =>
    dong(statements.reduce((all, statement) => all + of(statement), 0n));
  return {
    ...{ id, fromDay, toDay, state, preparedAt, closedAt, closedNote },
    preparedBy: names.get(preparedBy) ?? preparedBy,
    closedBy: closedBy === null ? null : (names.get(closedBy) ?? closedBy),
    gross: sum(({ salesDong, takenOffDong }) => salesDong + takenOffDong),
    coop: sum(({ coopDong }) => coopDong),
    pay: sum(({ payDong }) => payDong),
  };
}

async function namesOf(
  tx: Tx,
  rows: readonly { preparedBy: string; closedBy: string | null }[],
): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ preparedBy, closedBy }) => (closedBy ? [preparedBy, closedBy] : [preparedBy]));
  const users = await tx.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}
