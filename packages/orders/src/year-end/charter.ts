import { fail, lockSettlements, type Moment, newId, ok, type Result, type Tx, vietnamDay } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';

/** The charter capital from a day on, and the paper that says so. */
export interface CharterCapital {
  id: string;
  fromDay: Date;
  amount: Dong;
  paper: string;
}

/** Why charter capital is not written down. */
export type CharterRefusal = { code: 'charter_day_ahead' } | { code: 'charter_day_taken' };

/** One member has at most 30 % of the charter capital (Law on Cooperatives 17/2023/QH15), to the whole đồng below. */
export const mostOfOne = (charter: Dong): Dong => dong((BigInt(charter) * 3n) / 10n);

/** What the charter capital was, the newest day first. */
export async function charterCapital(tx: Tx): Promise<CharterCapital[]> {
  const rows = await tx.charterCapital.findMany({ orderBy: { fromDay: 'desc' } });
  return rows.map(({ id, fromDay, amountDong, paper }) => ({ id, fromDay, amount: dong(amountDong), paper }));
}

/** Writes down what the charter capital is from a day on. Members who have more of it than they may are told, not changed. */
export async function addCharterCapital(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  { fromDay, amount, paper }: Omit<CharterCapital, 'id'>,
): Promise<Result<{ id: string }, CharterRefusal>> {
  if (fromDay > vietnamDay(moment.now)) return fail({ code: 'charter_day_ahead' });
  await lockSettlements(tx);
  if (await tx.charterCapital.findUnique({ where: { fromDay } })) return fail({ code: 'charter_day_taken' });
  const id = newId('chc', moment);
  const told = { id, fromDay, amountDong: BigInt(amount), paper };
  await tx.charterCapital.create({ data: { ...told, at: moment.now, byUser: by.userId } });
  return ok({ id });
}

/** The most of the charter capital that one may have on a day; null where none is written down for it. */
export function mostOn(charter: readonly CharterCapital[], day: Date): Dong | null {
  const then = charter.find(({ fromDay }) => fromDay <= day);
  return then ? mostOfOne(then.amount) : null;
}
