import { plusDays, type Tx } from '@baunghe/db';
import { reportBox, withdrawLot } from '@baunghe/orders';
import { boxPin, countScan, enterPin, raiseCopyFlags } from '@baunghe/trace';
import type { Chance } from './chance.ts';
import type { DemoStaff } from './sales.ts';

const HOUR_MS = 3_600_000;
/** Of towns far apart, as coarse as a browser tells it. */
const SEEN_AT = ['11.8,107.0', '10.8,106.7', '21.0,105.8', '16.1,108.2', '10.0,105.8'];

/**
 * What people did with some of the season's boxes: one whose code was opened in five towns within an hour, one whose
 * number under the lid was entered, one that something was wrong with; and a lot of a month ago that is called back.
 */
export async function scanSome(tx: Tx, chance: Chance, now: Date, staff: DemoStaff): Promise<void> {
  const [copied, opened, reported] = await delivered(tx, now, 6);
  const [recalled] = await delivered(tx, now, 30);
  if (!copied || !opened || !reported || !recalled) throw new Error('demo without delivered boxes');
  await seeCopies(tx, chance, now, copied);
  const secret = 'demo';
  const entry = { boxId: opened.boxId, pin: boxPin(secret, opened.boxId), secret };
  expect(await enterPin(tx, chance.at(ago(now, 30)), entry));
  const told = { kind: 'hard_flesh', words: 'Một múi còn sượng (minh họa)', phone: '+84900001999' } as const;
  expect(await reportBox(tx, chance.at(ago(now, 20)), { boxId: reported.boxId, ...told }));
  const reason = 'Kiểm lại dư lượng của vườn này (minh họa)';
  expect(await withdrawLot(tx, chance.at(ago(now, 44)), staff, { batch: recalled.batch, reason }));
}

/** Boxes of several orders that were delivered so many days ago or a little earlier, and of lots with nothing left. */
async function delivered(tx: Tx, now: Date, daysAgo: number) {
  const boxes = await tx.box.findMany({
    where: {
      packedAt: { lt: plusDays(now, -daysAgo), gt: plusDays(now, -daysAgo - 10) },
      order: { state: 'delivered' },
      lot: { balance: { onHandGrams: 0 } },
    },
    select: {
      id: true,
      gtin: true,
      serial: true,
      packedAt: true,
      lot: { select: { batch: true } },
      order: { select: { steps: { where: { toState: 'delivered' }, select: { at: true } } } },
    },
    orderBy: [{ packedAt: 'desc' }, { id: 'asc' }],
    distinct: ['orderId'],
    take: 3,
  });
  return boxes.map(({ id, lot, order, ...box }) => ({
    ...box,
    boxId: id,
    batch: lot.batch,
    deliveredAt: order.steps[0]?.at ?? null,
  }));
}

async function seeCopies(
  tx: Tx,
  chance: Chance,
  now: Date,
  { gtin, serial, packedAt, deliveredAt }: Awaited<ReturnType<typeof delivered>>[number],
): Promise<void> {
  const moment = chance.at(ago(now, 3));
  for (const [at, cell] of SEEN_AT.entries()) {
    const from = { era: 'dede0000', network: `0000000${at}`, cell };
    await countScan(tx, moment, { gtin, serial }, from, true);
  }
  const raised = await raiseCopyFlags(tx, moment, { gtin, serial }, { packedAt, deliveredAt });
  if (raised === 0) throw new Error('demo without a flagged box');
}

const ago = (now: Date, hours: number): Date => new Date(+now - hours * HOUR_MS);

function expect(result: { ok: true } | { ok: false; error: { code: string } }): void {
  if (!result.ok) throw new Error(`demo step refused: ${result.error.code}`);
}
