import { plusDays, type Tx, vietnamDay } from '@baunghe/db';
import {
  addPlace,
  correctEvent,
  grade,
  type Hand,
  inspectLot,
  markDown,
  moveLot,
  readTemperature,
  saveStocktake,
  sellableLots,
  spoil,
} from '@baunghe/stock';
import type { Chance } from './chance.ts';

const PLACES = [
  { code: 'KHO1', name: 'Kho mát (minh họa)' },
  { code: 'KE1', name: 'Kệ trái chín (minh họa)' },
  { code: 'BAN1', name: 'Bàn đóng gói (minh họa)' },
];

/** A morning in the demo's store: lots brought to their places, one sorted, some thrown away, looked at and counted. */
export async function keepStore(tx: Tx, chance: Chance, now: Date, by: Hand): Promise<void> {
  for (const place of PLACES) done(await addPlace(tx, place));
  const kinds = [
    { varietyCode: 'DONA', grade: 'A' },
    { varietyCode: 'CHOMCHOM', grade: 'A' },
    { varietyCode: 'RI6', grade: 'A' },
  ];
  const lots = await sellableLots(tx, kinds, now);
  const moment = () => chance.at(now);
  for (const [at, { batch }] of lots.entries()) {
    const placeCode = PLACES[at % 2]?.code ?? '';
    done(await moveLot(tx, moment(), by, { batch, placeCode }));
  }
  const big = lots.filter(({ freeGrams }) => freeGrams >= 12_000);
  const durian = big.find(({ varietyCode }) => varietyCode === 'DONA');
  const rambutan = big.find(({ varietyCode }) => varietyCode === 'CHOMCHOM');
  if (durian) {
    const parts = [
      { grade: 'A', grams: 7000 },
      { grade: 'B', grams: 2700 },
    ];
    const lossReason = 'Cắt cuống, bỏ trái dập (minh họa)';
    done(await grade(tx, moment(), by, { batch: durian.batch, grams: 10_000, parts, lossReason }));
    await aLook(tx, moment, by, durian.batch);
  }
  if (rambutan) await aMistake(tx, moment, by, rambutan.batch);
  await sellSoon(tx, moment, by, now);
  await count(tx, moment, by, lots.map(({ lotId }) => lotId).slice(0, 4));
}

type Moments = () => ReturnType<Chance['at']>;

async function aLook(tx: Tx, moment: Moments, by: Hand, batch: string): Promise<void> {
  done(await inspectLot(tx, moment(), by, { batch, passed: true, note: 'Trái đều, cuống tươi (minh họa)' }));
  done(await readTemperature(tx, moment(), by, { batch, celsius: 14.5 }));
}

/** Spoiled fruit, and a slip of the hand that was set right. */
async function aMistake(tx: Tx, moment: Moments, by: Hand, batch: string): Promise<void> {
  const rotten = { batch, cause: 'rotten', words: 'Ướt mưa (minh họa)', photo: null } as const;
  done(await spoil(tx, moment(), by, { ...rotten, grams: 600 }));
  const slip = await spoil(tx, moment(), by, { ...rotten, grams: 5000 });
  if (!slip.ok) throw new Error(`demo slip refused: ${slip.error.code}`);
  const words = 'Ghi nhầm số ký (minh họa)';
  const wrong = { eventId: slip.value, reason: 'did_not_occur', words } as const;
  done(await correctEvent(tx, moment(), by, { ...wrong, rightGrams: null, rightEventId: null }));
}

/** The last of a lot that is best before tomorrow, for less. */
async function sellSoon(tx: Tx, moment: Moments, by: Hand, now: Date): Promise<void> {
  const [old, ...others] = await sellableLots(tx, [{ varietyCode: 'CHINHOA', grade: 'A' }], now);
  if (!old || others.length === 0 || old.bestBefore > plusDays(vietnamDay(now), 3)) return;
  const off = { percent: 30, kiloDong: null, reason: 'Chín nhanh, cần bán sớm (minh họa)' };
  done(
    await markDown(tx, moment(), { batch: old.batch, lastDay: old.bestBefore, byUser: by.userId, ...off }),
  );
}

async function count(tx: Tx, moment: Moments, by: Hand, lotIds: readonly string[]): Promise<void> {
  const lots = await tx.lotBalance.findMany({
    where: { lotId: { in: [...lotIds] } },
    include: { lot: true },
    orderBy: { lotId: 'asc' },
  });
  const counts = lots.map(({ lot, onHandGrams, reservedGrams }, at) => {
    const lost = at === 0 && onHandGrams - reservedGrams > 300 ? 300 : 0;
    const reason = lost > 0 ? 'Hao nước tự nhiên (minh họa)' : null;
    return { batch: lot.batch, seenGrams: onHandGrams, countedGrams: onHandGrams - lost, reason };
  });
  if (counts.length > 0) done(await saveStocktake(tx, moment(), by, counts));
}

function done(result: { ok: true } | { ok: false; error: { code: string } }): void {
  if (!result.ok) throw new Error(`demo act refused: ${result.error.code}`);
}
