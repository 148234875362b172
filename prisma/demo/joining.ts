import {
  askForCorrection,
  beginApplication,
  moveApplication,
  takeApplicationStep,
  tellLand,
  voteOnApplication,
} from '@baunghe/coop';
import type { Tx } from '@baunghe/db';
import type { Chance } from './chance.ts';
import type { DemoStaff } from './sales.ts';

/** An application that the board is looking at, and a correction that a member asked for. */
export async function askToJoin(
  tx: Tx,
  chance: Chance,
  now: Date,
  { staff, memberUserId }: { staff: DemoStaff; memberUserId: string },
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
  // Its photos would have to be sealed with a server's secret, so it has none.
  await takeApplicationStep(tx, ago(49), { id, from: 'draft', to: 'received', byUser: null, words: null });
  const byUser = staff.userId;
  await moveApplication(tx, ago(30), { id, from: ['received'], to: 'looked_at', byUser, words: null });
  await voteOnApplication(tx, ago(29), { id, userId: byUser, yes: true, why: 'Đất rõ ràng (minh họa)' });
  const plot = await tx.plot.findFirst({
    where: { member: { userId: memberUserId }, closedAt: null },
    orderBy: { code: 'asc' },
  });
  if (!plot) return;
  await askForCorrection(tx, ago(9), {
    ...{ memberId: plot.memberId, plotId: plot.id, areaM2: plot.areaM2 - 100, trees: null, demo: true },
    note: 'Ranh phía suối lùi vào 2 m (minh họa)',
  });
}
