import { writeDetail } from '@baunghe/coop';
import { plusDays, type RecallFate, type Tx, vietnamDay } from '@baunghe/db';
import {
  answerRecall,
  buyersToTell,
  drillRecall,
  endRecall,
  keepTold,
  recallKey,
  startRecall,
} from '@baunghe/orders';
import { Chance } from './chance.ts';
import type { DemoStaff } from './sales.ts';

const HOUR_MS = 3_600_000;

/**
 * A drill, a recall that ended and let its lot go, and one under way of the lot that is called back already. They came
 * later than the rest of the demo: by dice of their own, so that the season stays what it was.
 */
export async function recallSome(tx: Tx, now: Date, staff: DemoStaff): Promise<void> {
  const chance = new Chance(95_212_360);
  const calledBack = await tx.lot.findFirstOrThrow({ where: { withdrawals: { some: {} } } });
  const [over, drilled] = await soldOut(tx, now);
  if (!over || !drilled) throw new Error('demo without lots that were sold out');
  const times = [0, 180].map((ms) => new Date(+plusDays(now, -35) + ms));
  const asked = { batch: drilled.batch, reason: 'Diễn tập hằng năm (minh họa)' };
  const clock = () => times.shift() ?? now;
  done(await drillRecall(tx, chance.at(plusDays(now, -35)), staff.userId, { ...asked, clock }));

  const began = plusDays(now, -28);
  const reason = 'Nghi lẫn trái non (minh họa)';
  const ended = await begin(tx, chance, began, staff, over.batch, reason);
  await answer(tx, chance, plusDays(began, 1), ended, ['destroyed', 'giving_back']);
  const conclusion = 'Đã gọi từng người mua, trái ở kho đạt (minh họa)';
  const end = { recallId: ended, conclusion, letGo: [over.batch] };
  done(await endRecall(tx, chance.at(plusDays(began, 3)), staff, end));

  const why = 'Kiểm lại dư lượng của vườn này (minh họa)';
  const open = await begin(tx, chance, new Date(+now - 44 * HOUR_MS), staff, calledBack.batch, why);
  await answer(tx, chance, new Date(+now - 20 * HOUR_MS), open, ['eaten']);
}

/** The packing house's code, as it was and as it is, in the form that codes have and with letters of no province. */
export async function sayDetails(tx: Tx, now: Date, staff: DemoStaff): Promise<void> {
  const chance = new Chance(95_212_361);
  for (const [value, days] of [
    ['VN-XXPH-9998', -300],
    ['VN-XXPH-9999', -30],
  ] as const) {
    const detail = { kind: 'packing_house', value, fromDay: vietnamDay(plusDays(now, days)) } as const;
    done(await writeDetail(tx, chance.at(now), staff, detail));
  }
  // Of the form of a number, and nobody's.
  const phone = { kind: 'phone', value: '+84900000000', fromDay: vietnamDay(plusDays(now, -300)) } as const;
  done(await writeDetail(tx, chance.at(now), staff, phone));
}

/** Lots of which nothing is left and all was sent, sold long ago: no box of theirs is in anybody's hands here. */
function soldOut(tx: Tx, now: Date) {
  return tx.lot.findMany({
    where: {
      cutOn: { lt: plusDays(now, -70) },
      heldReason: null,
      graded: false,
      withdrawals: { none: {} },
      balance: { onHandGrams: 0 },
      boxes: { some: {}, every: { order: { state: 'delivered' } } },
    },
    orderBy: [{ cutOn: 'desc' }, { id: 'asc' }],
    take: 2,
  });
}

/** Starts a recall and writes down whom it reaches; orders of the demo are never messaged. */
async function begin(
  tx: Tx,
  chance: Chance,
  at: Date,
  staff: DemoStaff,
  batch: string,
  reason: string,
): Promise<string> {
  const moment = chance.at(at);
  const grave = { severity: 'second', advice: 'do_not_eat' } as const;
  const begun = await startRecall(tx, moment, staff, {
    batches: [batch],
    ...grave,
    reason,
    source: `Lô ${batch}`,
    ordered: null,
  });
  if (!begun.ok) throw new Error(`demo recall refused: ${begun.error.code}`);
  const { recallId } = begun.value;
  const told = await buyersToTell(tx, recallId);
  const rows = told.map(({ orderIds }) => ({ key: recallKey(moment), smsId: null, orderIds }));
  await keepTold(tx, moment, recallId, rows);
  return recallId;
}

/** The first buyers answer one after the other. */
async function answer(
  tx: Tx,
  chance: Chance,
  at: Date,
  recallId: string,
  fates: readonly RecallFate[],
): Promise<void> {
  const buyers = await tx.recallBuyer.findMany({
    where: { recallId },
    orderBy: { id: 'asc' },
    take: fates.length,
  });
  for (const [index, { id: buyerId }] of buyers.entries()) {
    const fate = fates[index] ?? 'destroyed';
    await answerRecall(tx, chance.at(at), { buyerId, fate, via: 'page', byUser: null });
  }
}

function done(result: { ok: true } | { ok: false; error: { code: string } }): void {
  if (!result.ok) throw new Error(`demo step refused: ${result.error.code}`);
}
