import { type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';

/** The roles that give anything away. */
export const GIVING_ROLES = ['packer', 'accountant', 'manager'] as const;
export type GivingRole = (typeof GIVING_ROLES)[number];

/** The most that a role may give away, in đồng; null: any sum. */
export interface GivingLimits {
  /** Alone, by one act: money, credit, or fruit sent anew at what it costs. */
  refund: Dong | null;
  credit: Dong | null;
  anew: Dong | null;
  /** Alone, of one order altogether. */
  ofOrder: Dong | null;
  /** As the second of two, of one order altogether. */
  second: Dong | null;
}

/** What each role may give away from an instant on. */
export interface GivingRule {
  id: string;
  at: Date;
  /** Null: the first, which nobody wrote. */
  byUser: string | null;
  note: string | null;
  limits: Record<GivingRole, GivingLimits>;
}

/** The rules, the newest first: that one counts. */
export async function givingRules(tx: Tx, most: number): Promise<GivingRule[]> {
  const rows = await tx.givingRule.findMany({
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: most,
    include: { limits: true },
  });
  return rows.map(({ limits, ...rule }) => {
    const of = (role: GivingRole): GivingLimits => {
      const row = limits.find((each) => each.role === role);
      if (!row) return NOTHING;
      const { refundDong, creditDong, anewDong, orderDong, secondDong } = row;
      return {
        ...{ refund: sum(refundDong), credit: sum(creditDong), anew: sum(anewDong) },
        ...{ ofOrder: sum(orderDong), second: sum(secondDong) },
      };
    };
    return {
      ...rule,
      limits: { packer: of('packer'), accountant: of('accountant'), manager: of('manager') },
    };
  });
}

const sum = (read: bigint | null): Dong | null => (read === null ? null : dong(read));
const none = dong(0);
const NOTHING: GivingLimits = { refund: none, credit: none, anew: none, ofOrder: none, second: none };

/** What a manager sets: who packs is nobody's second, and a manager is everybody's. */
export interface NewGivingRule {
  note: string | null;
  packer: Omit<GivingLimits, 'second'>;
  accountant: GivingLimits;
  manager: Omit<GivingLimits, 'second'>;
}

/**
 * Writes down what each role may give away from now on; earlier rules stay. Its writer is bound by the rule before it as
 * well, until somebody else writes one.
 */
export async function addGivingRule(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  { note, packer, accountant, manager }: NewGivingRule,
): Promise<Result<{ id: string }, never>> {
  const id = newId('grl', moment);
  await tx.givingRule.create({ data: { id, at: moment.now, byUser: by.userId, note } });
  const rowOf = (role: GivingRole, { refund, credit, anew, ofOrder, second }: GivingLimits) => ({
    ...{ ruleId: id, role, refundDong: refund, creditDong: credit },
    ...{ anewDong: anew, orderDong: ofOrder, secondDong: second },
  });
  await tx.givingLimit.createMany({
    data: [
      rowOf('packer', { ...packer, second: none }),
      rowOf('accountant', accountant),
      rowOf('manager', { ...manager, second: null }),
    ],
  });
  return ok({ id });
}

/** What a person may give away now, by the best of their roles, as the database reckons it. */
export async function limitsOf(tx: Tx, userId: string): Promise<GivingLimits> {
  const [row] = await tx.$queryRaw<
    {
      refund: bigint | null;
      credit: bigint | null;
      anew: bigint | null;
      of_order: bigint | null;
      second: bigint | null;
    }[]
  >`SELECT * FROM giving_limits(${userId})`;
  if (!row) return NOTHING;
  return {
    ...{ refund: sum(row.refund), credit: sum(row.credit), anew: sum(row.anew) },
    ...{ ofOrder: sum(row.of_order), second: sum(row.second) },
  };
}
