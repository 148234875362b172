import {
  type DealingKind,
  fail,
  lockSettlements,
  type Moment,
  newId,
  ok,
  type PayoutThrough,
  type Result,
  type Side,
  type Tx,
  vietnamDay,
} from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { enterInBooks } from '@baunghe/payments';

/** Income or a cost that no order tells of. */
export interface NewDealing {
  kind: DealingKind;
  side: Side;
  day: Date;
  amount: Dong;
  through: PayoutThrough;
  what: string;
  reference: string;
}

/** One that stands in the list; negative where it takes back another. */
export interface Dealing extends NewDealing {
  id: string;
  undone: boolean;
}

/** Why a dealing is not written down. */
export type DealingRefusal = { code: 'dealing_day_ahead' } | { code: 'year_closed'; year: number };

type By = { userId: string };

/** A year's dealings, the newest day first. */
export async function dealingsOf(tx: Tx, year: number): Promise<Dealing[]> {
  const day = { gte: new Date(Date.UTC(year, 0, 1)), lt: new Date(Date.UTC(year + 1, 0, 1)) };
  const rows = await tx.dealing.findMany({
    where: { day },
    include: { undoneBy: { select: { id: true } } },
    orderBy: [{ day: 'desc' }, { id: 'desc' }],
  });
  return rows.map(
    ({ id, kind, side, day: on, amountDong, through, what, reference, undoneBy, undoesId }) => ({
      ...{ id, kind, side, day: on, amount: dong(amountDong), through, what, reference },
      undone: undoneBy !== null || undoesId !== null,
    }),
  );
}

/** Books income or a cost on its day, in a year that is not closed. Returns its id. */
export async function addDealing(
  tx: Tx,
  moment: Moment,
  by: By,
  dealing: NewDealing,
): Promise<Result<{ id: string }, DealingRefusal>> {
  await lockSettlements(tx);
  if (dealing.day > vietnamDay(moment.now)) return fail({ code: 'dealing_day_ahead' });
  const year = dealing.day.getUTCFullYear();
  if (await isClosed(tx, year)) return fail({ code: 'year_closed', year });
  return ok({ id: await enter(tx, moment, by, dealing, null) });
}

/** Takes a dealing back: on its own day while its year is open, and today where it is closed. */
export async function undoDealing(
  tx: Tx,
  moment: Moment,
  by: By,
  { id, why }: { id: string; why: string },
): Promise<Result<void, { code: 'dealing_unknown' } | { code: 'dealing_undone' } | DealingRefusal>> {
  await lockSettlements(tx);
  const found = await tx.dealing.findUnique({ where: { id }, include: { undoneBy: true } });
  if (!found) return fail({ code: 'dealing_unknown' });
  if (found.undoneBy || found.undoesId) return fail({ code: 'dealing_undone' });
  const { kind, side, through, reference } = found;
  const day = (await isClosed(tx, found.day.getUTCFullYear())) ? vietnamDay(moment.now) : found.day;
  const year = day.getUTCFullYear();
  if (await isClosed(tx, year)) return fail({ code: 'year_closed', year });
  const amount = dong(-found.amountDong);
  await enter(tx, moment, by, { kind, side, day, amount, through, what: why, reference }, id);
  return ok(undefined);
}

async function isClosed(tx: Tx, year: number): Promise<boolean> {
  return (await tx.yearEnd.count({ where: { year, state: { not: 'dropped' } } })) > 0;
}

const NOON_MS = 5 * 3_600_000;

async function enter(
  tx: Tx,
  moment: Moment,
  by: By,
  { amount, ...dealing }: NewDealing,
  undoesId: string | null,
): Promise<string> {
  const id = newId('del', moment);
  const { kind, through, day } = dealing;
  await tx.dealing.create({
    data: { id, ...dealing, amountDong: BigInt(amount), undoesId, at: moment.now, byUser: by.userId },
  });
  // The books have it on its day, since a year's entries are those of its days.
  const now = +day === +vietnamDay(moment.now) ? moment.now : new Date(+day + NOON_MS);
  const income = kind === 'income' ? amount : -amount;
  await enterInBooks(
    tx,
    { ...moment, now },
    {
      key: `dealing:${id}`,
      orderId: null,
      sides: [
        { account: through, dong: dong(income) },
        { account: kind === 'income' ? 'other_income' : 'costs', dong: dong(-income) },
      ],
    },
  );
  return id;
}
