import { randomBytes } from 'node:crypto';
import type { Database, Moment } from '@baunghe/db';
import { type HarvestEntry, type NewDiaryEntry, recordDiary, recordHarvest } from './index.ts';

/** Noon of 7 June 2026 in Vietnam. */
export const NOON = new Date('2026-06-07T05:00:00Z');

/** That day. */
export const TODAY = new Date('2026-06-07T00:00:00Z');

/** A moment with real chance. */
const at = (now: Date = NOON): Moment => ({ now, random: randomBytes });

const GLN = '9521234000013';

/** Plants two members, `mem_1` and `mem_2`, the first one's plots T01, T02, … and inputs that ask for 0, 7 and 14 days. */
export async function plant(db: Database, plots = 1): Promise<string[]> {
  const gtin = { looseGtin: '99521234001006', shelfDays: 8, fruit: 'durian', picture: 'x.svg' };
  await db.variety.create({ data: { code: 'RI6', nameVi: 'Ri6', nameEn: 'Ri6', ...gtin } });
  const joinedOn = new Date('2020-01-01');
  await db.member.createMany({
    data: [
      { id: 'mem_1', code: 'XV01', name: 'Xã viên một', joinedOn },
      { id: 'mem_2', code: 'XV02', name: 'Xã viên hai', joinedOn },
    ],
  });
  await db.input.createMany({
    data: [
      { id: 'inp_0', name: 'Phân hữu cơ', kind: 'fertiliser', preHarvestDays: 0 },
      { id: 'inp_7', name: 'Thuốc bảy ngày', kind: 'pesticide', preHarvestDays: 7, activeIngredient: 'A' },
      { id: 'inp_14', name: 'Thuốc mười bốn ngày', kind: 'pesticide', preHarvestDays: 14 },
    ],
  });
  const ids = Array.from({ length: plots }, (_, index) => `plo_${index + 1}`);
  await addPlots(db, ids);
  return ids;
}

/** More plots of the first member. */
export async function addPlots(db: Database, ids: readonly string[], memberId = 'mem_1'): Promise<void> {
  const land = { memberId, areaM2: 9000, outline: [] };
  await db.plot.createMany({ data: ids.map((id) => ({ id, code: id.toUpperCase(), name: id, ...land })) });
  const trees = { varietyCode: 'RI6', count: 90, plantedYear: 2012 };
  await db.plotTrees.createMany({ data: ids.map((plotId) => ({ plotId, ...trees })) });
}

/** An entry of the diary: today a spray of 14 days, as the first member writes it. */
function anEntry(more: Partial<NewDiaryEntry> = {}): NewDiaryEntry {
  return {
    plotId: 'plo_1',
    act: 'spray',
    doneOn: TODAY,
    inputId: 'inp_14',
    dose: '25 ml/16 lít',
    reason: 'Thối trái',
    operator: null,
    areaM2: null,
    quantity: null,
    equipment: null,
    weather: null,
    invoice: null,
    supplier: null,
    note: null,
    ...more,
  };
}

/** Writes an entry, by the first member or by staff (`memberId` null). */
export function write(
  db: Database,
  more: Partial<NewDiaryEntry> = {},
  by: { memberId?: string | null; now?: Date } = {},
) {
  const { memberId = 'mem_1', now } = by;
  const writer = { userId: 'usr_1', memberId };
  return db.$transaction((tx) => recordDiary(tx, at(now), writer, anEntry(more)));
}

/** Cuts 60 kg, today unless said otherwise. */
export function cut(db: Database, more: Partial<HarvestEntry> = {}, now?: Date) {
  const by = { userId: 'usr_1', memberId: null, gln: GLN };
  const fruit = { plotId: 'plo_1', varietyCode: 'RI6', grade: 'A', grams: 60_000, photoId: null };
  return db.$transaction((tx) => recordHarvest(tx, at(now), by, { ...fruit, cutOn: TODAY, ...more }));
}

/** What an act gave that must not have been refused. */
export async function given<T>(
  asked: Promise<{ ok: true; value: T } | { ok: false; error: { code: string } }>,
): Promise<T> {
  const done = await asked;
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
}
