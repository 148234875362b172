import {
  addPaper,
  askForCorrection,
  askForPlotChange,
  beginApplication,
  moveApplication,
  takeApplicationStep,
  tellLand,
  voteOnApplication,
} from '@baunghe/coop';
import type { Moment, Tx } from '@baunghe/db';
import type { Chance } from './chance.ts';
import { demoPaper } from './papers.ts';
import type { DemoStaff } from './sales.ts';

/**
 * An application that the board is looking at, another whose number nobody proved, and what a member asked of two plots.
 * Photos of papers are sealed with the server's secret; without one there are none.
 */
export async function askToJoin(
  tx: Tx,
  chance: Chance,
  now: Date,
  { staff, memberUserId, secret }: { staff: DemoStaff; memberUserId: string; secret: string | undefined },
): Promise<void> {
  const ago = (hours: number) => chance.at(new Date(+now - hours * 3_600_000));
  const place = 'Khu phố minh họa, phường Phước Long';
  const begun = await beginApplication(tx, ago(50), {
    ...{ name: 'Người xin minh họa', phone: '+84900009301', kind: 'official', place },
    ...{ locale: 'vi', network: null, demo: true },
  });
  if (!begun.ok) throw new Error(begun.error.code);
  const { id } = begun.value;
  const plots = [{ crop: 'Sầu riêng Dona, 6 năm', areaM2: 8000, place, position: null }];
  await tellLand(tx, { id, plots, capitalDong: 5_000_000 });
  await tx.application.update({ where: { id }, data: { phoneProvedAt: ago(49).now } });
  if (secret) {
    for (const [kind, colour] of [
      ['identity', '#2e5a1c'],
      ['land', '#8a3b12'],
    ] as const) {
      const original = await demoPaper(colour);
      const kept = await addPaper(tx, ago(49), { applicationId: id, kind, original, secret });
      if (!kept.ok) throw new Error(kept.error.code);
    }
  }
  await takeApplicationStep(tx, ago(49), { id, from: 'draft', to: 'received', byUser: null, words: null });
  const byUser = staff.userId;
  await moveApplication(tx, ago(30), { id, from: ['received'], to: 'looked_at', byUser, words: null });
  await voteOnApplication(tx, ago(29), { id, userId: byUser, yes: true, why: 'Đất rõ ràng (minh họa)' });
  await onTrust(tx, ago, place);
  await correctPlots(tx, ago, memberUserId);
}

type Ago = (hours: number) => Moment;

/** An application from before codes went out: the board sees that nobody proved its number. */
async function onTrust(tx: Tx, ago: Ago, place: string): Promise<void> {
  const begun = await beginApplication(tx, ago(20), {
    ...{ name: 'Người xin minh họa 2', phone: '+84900009302', kind: 'non_capital', place },
    ...{ locale: 'vi', network: null, demo: true },
  });
  if (!begun.ok) throw new Error(begun.error.code);
  const { id } = begun.value;
  const plots = [{ crop: 'Sầu riêng Ri6, 4 năm', areaM2: 5000, place, position: null }];
  await tellLand(tx, { id, plots, capitalDong: null });
  await takeApplicationStep(tx, ago(19), { id, from: 'draft', to: 'received', byUser: null, words: null });
}

/** One plot corrected in words, and the outline of another as its grower drew it anew. */
async function correctPlots(tx: Tx, ago: Ago, memberUserId: string): Promise<void> {
  const [plot, drawn] = await tx.plot.findMany({
    where: { member: { userId: memberUserId }, closedAt: null },
    include: { trees: true },
    orderBy: { code: 'asc' },
    take: 2,
  });
  if (!plot) return;
  await askForCorrection(tx, ago(9), {
    ...{ memberId: plot.memberId, plotId: plot.id, areaM2: plot.areaM2 - 100, trees: null, demo: true },
    note: 'Ranh phía suối lùi vào 2 m (minh họa)',
  });
  const ring = (drawn?.outline ?? []) as [number, number][];
  const [first] = ring;
  if (!drawn || !first) return;
  const moved = ring.slice(1, -1).map(([longitude, latitude]) => `${latitude}, ${longitude}`);
  const { id, code, name, areaM2, plantingUnitCode, memberId } = drawn;
  const trees = drawn.trees.map(({ varietyCode, count, plantedYear }) => ({
    varietyCode,
    count,
    plantedYear,
  }));
  const outline = [`${first[1] + 0.00012}, ${first[0] + 0.00012}`, ...moved].join('\n');
  const entry = { id, code, name, memberCode: '', plantingUnitCode, areaM2, outline, trees };
  const asked = { memberId, entry, note: 'Đi đo lại góc đầu (minh họa)', demo: true };
  const told = await askForPlotChange(tx, ago(7), asked);
  if (!told.ok) throw new Error(told.error.code);
}
