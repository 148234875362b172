import { type Moment, newId, plusDays, type Tx } from '@baunghe/db';
import type { Chance } from './chance.ts';
import { VARIETIES } from './fruit.ts';

/** A plot of the demo, with the varieties that grow on it. */
export interface DemoPlot {
  id: string;
  code: string;
  varieties: string[];
}

const MEMBERS = 9;
const PLOTS = 24;
const DEGREES_PER_METRE = 1 / 111_320;

/** Plants the demo's members and plots; the first four members are those of the demo's sign-ins, by `userIds`. */
export async function plantOrchard(
  tx: Tx,
  chance: Chance,
  moment: Moment,
  userIds: readonly string[],
): Promise<DemoPlot[]> {
  const members = Array.from({ length: MEMBERS }, (_, index) => ({
    id: newId('mem', moment),
    code: `XV${String(index + 1).padStart(2, '0')}`,
    name: `Xã viên minh họa ${index + 1}`,
    shown: index % 3 === 2 ? ('nothing' as const) : ('name' as const),
    demo: true,
    userId: userIds[index] ?? null,
    joinedOn: new Date(Date.UTC(2019 + (index % 5), index % 12, 1 + index)),
  }));
  await tx.member.createMany({ data: members });
  const plots = [];
  for (let index = 0; index < PLOTS; index++) {
    const member = members[index % MEMBERS];
    if (!member) continue;
    const code = `T${String(index + 1).padStart(2, '0')}`;
    plots.push({
      id: newId('plo', moment),
      code,
      name: `Vườn ${code}`,
      memberId: member.id,
      plantingUnitCode: index % 2 === 0 ? `VN-XXOR-${String(9000 + index)}` : null,
      ...land(chance),
      demo: true,
    });
  }
  await tx.plot.createMany({ data: plots });
  const planted = plots.map((plot, index) => ({
    id: plot.id,
    code: plot.code,
    varieties: varietiesOf(index),
  }));
  await tx.plotTrees.createMany({
    data: planted.flatMap((plot) =>
      plot.varieties.map((varietyCode) => ({
        plotId: plot.id,
        varietyCode,
        count: chance.whole(60, 320),
        plantedYear: chance.whole(2009, 2019),
      })),
    ),
  });
  return planted;
}

/** Durian grows on most plots; every other fruit on two or three. */
function varietiesOf(index: number): string[] {
  const durian = VARIETIES[index % 4];
  const second = VARIETIES[index % 2];
  const other = VARIETIES[4 + (index % 6)];
  const codes = [durian?.code, second?.code, index % 2 === 1 || index > 17 ? other?.code : undefined];
  return [...new Set(codes.filter((code) => code !== undefined))];
}

/** An outline of five corners around a point in the middle of the ward, and its area in square metres. */
function land(chance: Chance): { outline: [number, number][]; areaM2: number } {
  const centre = { longitude: 106.99 + chance.next() * 0.05, latitude: 11.805 + chance.next() * 0.035 };
  const corners = Array.from({ length: 5 }, (_, corner) => {
    const angle = ((corner + chance.next() * 0.5) / 5) * 2 * Math.PI;
    const metres = 55 + chance.next() * 45;
    return { x: Math.cos(angle) * metres, y: Math.sin(angle) * metres };
  });
  const ring = [...corners, ...corners.slice(0, 1)];
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [a, b] = [ring[i], ring[i + 1]];
    if (a && b) twice += a.x * b.y - b.x * a.y;
  }
  const stretch = 1 / Math.cos((centre.latitude * Math.PI) / 180);
  const degrees = (value: number) => Math.round(value * 1e6) / 1e6;
  return {
    outline: ring.map(({ x, y }) => [
      degrees(centre.longitude + x * DEGREES_PER_METRE * stretch),
      degrees(centre.latitude + y * DEGREES_PER_METRE),
    ]),
    areaM2: Math.round(Math.abs(twice) / 2),
  };
}

const INPUTS = [
  { name: 'Phân hữu cơ vi sinh (minh họa)', kind: 'fertiliser', activeIngredient: null, preHarvestDays: 0 },
  { name: 'NPK 12-12-17 (minh họa)', kind: 'fertiliser', activeIngredient: null, preHarvestDays: 0 },
  {
    name: 'Thuốc trừ nấm A (minh họa)',
    kind: 'pesticide',
    activeIngredient: 'Azoxystrobin',
    preHarvestDays: 7,
  },
  {
    name: 'Thuốc trừ nấm B (minh họa)',
    kind: 'pesticide',
    activeIngredient: 'Metalaxyl-M + Mancozeb',
    preHarvestDays: 14,
  },
  { name: 'Thuốc trừ rầy C (minh họa)', kind: 'pesticide', activeIngredient: 'Abamectin', preHarvestDays: 7 },
] as const;

/** Writes the demo's diary: each plot's year of feeding, watering, pruning, spraying and inspecting. */
export async function keepDiary(
  tx: Tx,
  chance: Chance,
  moment: Moment,
  plots: readonly DemoPlot[],
  today: Date,
  harvestDays: ReadonlyMap<string, readonly Date[]>,
): Promise<void> {
  const inputs = INPUTS.map((input) => ({ id: newId('inp', moment), ...input }));
  await tx.input.createMany({ data: inputs });
  const areas = new Map((await tx.plot.findMany()).map(({ id, areaM2 }) => [id, areaM2]));
  const entries = plots.flatMap((plot) => {
    const entry = (
      daysAgo: number,
      act: 'fertilise' | 'spray' | 'water' | 'prune' | 'inspect',
      words: Words,
    ) => {
      const doneOn = plusDays(today, -daysAgo);
      const input = inputs[words.input ?? -1];
      const days = input?.preHarvestDays ?? 0;
      const harvested = harvestDays.get(plot.id) ?? [];
      const tooLate = harvested.some((cut) => cut >= doneOn && +cut - +doneOn < days * 86_400_000);
      if (tooLate) return [];
      const { input: _index, ...told } = words;
      return [
        {
          id: newId('dia', moment),
          plotId: plot.id,
          act,
          doneOn,
          inputId: input?.id ?? null,
          ...told,
          ...howDone(act, daysAgo),
          areaM2: act === 'inspect' ? null : (areas.get(plot.id) ?? null),
          recordedAt: plusDays(doneOn, 0),
        },
      ];
    };
    return [
      ...[250, 170, 120, 80, 45].flatMap((ago) =>
        entry(ago + chance.whole(0, 9), 'fertilise', {
          input: chance.whole(0, 1),
          dose: `${chance.whole(1, 3)} kg/cây`,
        }),
      ),
      ...[230, 140, 95, 60, 38, 24].flatMap((ago) =>
        entry(ago + chance.whole(0, 8), 'spray', {
          input: chance.whole(2, 4),
          dose: `${chance.whole(15, 30)} ml/16 lít`,
          reason: chance.pick(['Thối trái', 'Rầy phấn', 'Nấm hồng', 'Sâu đục trái']),
        }),
      ),
      ...[260, 110, 70].flatMap((ago) =>
        entry(ago + chance.whole(0, 9), 'prune', { note: 'Tỉa cành khô, cành vượt' }),
      ),
      ...[100, 66, 33, 12, 4].flatMap((ago) =>
        entry(ago + chance.whole(0, 3), 'water', { note: 'Tưới phun dưới gốc' }),
      ),
      ...[90, 50, 20, 8].flatMap((ago) =>
        entry(ago + chance.whole(0, 3), 'inspect', {
          note: 'Thăm vườn, xem trái và lá',
          reason: ago === 50 ? 'Rầy phấn, ít' : 'Không thấy sâu bệnh',
        }),
      ),
    ];
  });
  await tx.diaryEntry.createMany({ data: entries });
}

/** Who did it, with what and in which weather, as a diary for inspectors says it. */
function howDone(act: 'fertilise' | 'spray' | 'water' | 'prune' | 'inspect', daysAgo: number) {
  const equipment = act === 'spray' ? 'bình 16 lít' : act === 'prune' ? 'kéo cắt cành' : null;
  return { operator: 'Thợ vườn minh họa', equipment, weather: ['nắng', 'râm', 'nắng nhẹ'][daysAgo % 3] };
}

interface Words {
  input?: number;
  dose?: string;
  reason?: string;
  note?: string;
}

/** Sprays one plot so shortly before cutting that its lot is held: the demo's example of fruit that is not sold. */
export async function sprayTooLate(tx: Tx, moment: Moment, plotId: string, doneOn: Date): Promise<void> {
  const input = await tx.input.findFirstOrThrow({ where: { preHarvestDays: 14 } });
  await tx.diaryEntry.create({
    data: {
      id: newId('dia', moment),
      plotId,
      act: 'spray',
      doneOn,
      inputId: input.id,
      dose: '25 ml/16 lít',
      reason: 'Thối trái',
      recordedAt: doneOn,
    },
  });
}
