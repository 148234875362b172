import { plusDays, type Tx, vietnamDay } from '@baunghe/db';
import { CADMIUM_LIMIT, keepCertificate, mondayOf, recordLabResult } from '@baunghe/farm';
import type { Chance } from './chance.ts';

const LABORATORY = 'Phòng kiểm nghiệm minh họa';
const WEEKS_BACK = 5;
const WEEKS_AHEAD = 4;

/** Laboratory results, certificates and forecasts of the demo; each says that it is made up. */
export async function keepFarmRecords(
  tx: Tx,
  chance: Chance,
  now: Date,
  staff: { userId: string; gln: string },
  plotIds: readonly string[],
): Promise<void> {
  await testLots(tx, chance, now, staff);
  await certify(tx, chance, now, staff.userId);
  await expect(tx, chance, now, staff.userId, plotIds);
}

/** Three lots that are in store were tested for all that China asks, and passed. */
async function testLots(
  tx: Tx,
  chance: Chance,
  now: Date,
  staff: { userId: string; gln: string },
): Promise<void> {
  const today = vietnamDay(now);
  const lots = await tx.lot.findMany({
    where: { heldReason: null, cutOn: { lt: today }, balance: { onHandGrams: { gt: 0 } } },
    orderBy: { batch: 'asc' },
    take: 3,
  });
  for (const [index, { batch, cutOn }] of lots.entries())
    for (const kind of ['residue', 'cadmium', 'auramine_o'] as const) {
      const recorded = await recordLabResult(
        tx,
        chance.at(now),
        { ...staff, cadmiumLimit: CADMIUM_LIMIT },
        {
          ...{ kind, batch, plotCode: null, laboratory: LABORATORY, note: null, document: null },
          ...{ number: `MH-${index + 1}-${kind}`, sampledOn: cutOn, resultOn: plusDays(cutOn, 1) },
          ...{ passed: true, nanogramsPerKg: kind === 'cadmium' ? chance.whole(4, 30) * 1000 : null },
        },
      );
      if (!recorded.ok) throw new Error(`demo result refused: ${recorded.error.code}`);
    }
}

async function certify(tx: Tx, chance: Chance, now: Date, byUser: string): Promise<void> {
  const today = vietnamDay(now);
  const member = { memberCode: null, plotCode: null, issuer: 'Nơi cấp minh họa' };
  const papers = [
    { ...member, kind: 'vietgap', number: 'MINH-HOA-VG-01', from: -320, to: 45 },
    { ...member, kind: 'ocop', number: 'MINH-HOA-OCOP-01', from: -400, to: 695 },
    { ...member, kind: 'globalgap', number: 'MINH-HOA-GG-01', from: -200, to: 165, memberCode: 'XV01' },
    { ...member, kind: 'planting_unit', number: 'MINH-HOA-VT-01', from: -500, to: 1200, plotCode: 'T01' },
  ] as const;
  for (const { from, to, ...paper } of papers) {
    const days = { validFrom: plusDays(today, from), validTo: plusDays(today, to) };
    const kept = await keepCertificate(tx, chance.at(now), byUser, { ...paper, ...days });
    if (!kept.ok) throw new Error(`demo certificate refused: ${kept.error.code}`);
  }
}

/** What growers expected of past weeks, a little beside what was cut, and of weeks to come. */
async function expect(
  tx: Tx,
  chance: Chance,
  now: Date,
  saidBy: string,
  plotIds: readonly string[],
): Promise<void> {
  const thisWeek = mondayOf(vietnamDay(now));
  const trees = await tx.plotTrees.findMany({ where: { plotId: { in: [...plotIds] } } });
  const cut = await tx.harvest.findMany({
    select: { plotId: true, varietyCode: true, cutOn: true, grams: true },
  });
  const sums = new Map<string, number>();
  for (const { plotId, varietyCode, cutOn, grams } of cut) {
    const week = `${plotId} ${varietyCode} ${+mondayOf(cutOn)}`;
    sums.set(week, (sums.get(week) ?? 0) + grams);
  }
  const rows = trees.flatMap(({ plotId, varietyCode }) =>
    Array.from({ length: WEEKS_BACK + WEEKS_AHEAD + 1 }, (_, index) => {
      const monday = plusDays(thisWeek, (index - WEEKS_BACK) * 7);
      const was = sums.get(`${plotId} ${varietyCode} ${+monday}`) ?? 0;
      const kilograms = monday > thisWeek ? chance.whole(0, 12) * 10 : Math.round(was / 1000);
      const grams = Math.round((kilograms * chance.whole(80, 120)) / 1000) * 10_000;
      return { plotId, varietyCode, monday, grams, saidAt: now, saidBy };
    }),
  );
  await tx.forecast.createMany({ data: rows.filter(({ grams }) => grams > 0) });
}
