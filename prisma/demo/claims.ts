import { type ClaimReason, plusDays, type Tx } from '@baunghe/db';
import { dong } from '@baunghe/money';
import { answerClaim, makeClaim } from '@baunghe/orders';
import { Chance } from './chance.ts';
import type { DemoStaff } from './sales.ts';

const HOUR_MS = 3_600_000;

/** A drawing in the place of a photo: a fruit cut open, with what is wrong with it, marked as made up. */
const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="#efe5c8"/>
<ellipse cx="320" cy="240" rx="210" ry="170" fill="#6f8a3a"/><ellipse cx="320" cy="240" rx="170" ry="132" fill="#fffbe8"/>
<ellipse cx="265" cy="235" rx="68" ry="92" fill="#f4c430"/><ellipse cx="382" cy="240" rx="62" ry="88" fill="#e9dfa8"/>
<circle cx="392" cy="206" r="22" fill="#8c5a2b"/></svg>`;

/**
 * Three claims of fruit that was not good: one answered with half of its price, one that waits for an answer, and one
 * whose answer is more than who packs may give alone.
 */
export async function claimSome(tx: Tx, chance: Chance, now: Date, staff: DemoStaff): Promise<void> {
  const boxes = await tx.box.findMany({
    where: {
      product: { variety: { fruit: 'durian' } },
      order: {
        state: 'delivered',
        method: 'cod',
        steps: { some: { toState: 'delivered', at: { lt: plusDays(now, -1) } } },
      },
    },
    include: { line: true },
    orderBy: [{ packedAt: 'desc' }, { id: 'asc' }],
    take: 40,
  });
  const [waiting] = boxes;
  const answered = boxes.find(({ orderId }) => orderId !== waiting?.orderId);
  if (!waiting || !answered) throw new Error('demo without delivered boxes');
  const claimed = await claim(tx, chance, ago(now, 30), answered, 'burnt_tips', 'Đầu múi bị nám (minh họa)');
  const amount = dong((answered.line.unitPriceDong * BigInt(answered.units)) / 2n);
  const given = {
    claimId: claimed,
    kind: 'refund',
    amount,
    words: 'Xin lỗi bạn, hợp tác xã hoàn một nửa (minh họa)',
  } as const;
  const done = await answerClaim(tx, chance.at(ago(now, 27)), staff, given);
  if (!done.ok) throw new Error(`demo step refused: ${done.error.code}`);
  await claim(tx, chance, ago(now, 5), waiting, 'hard_flesh', 'Hai múi sượng, bổ sáng nay (minh họa)');
  const over = boxes.find(({ orderId }) => orderId !== waiting.orderId && orderId !== answered.orderId);
  if (over) await askForMore(tx, now, over);
}

/** By dice of its own, so that the season stays what it was. */
async function askForMore(
  tx: Tx,
  now: Date,
  box: { id: string; lineId: string; orderId: string; line: { unitPriceDong: bigint } },
): Promise<void> {
  const chance = new Chance(95_212_343);
  const packer = await tx.user.findFirstOrThrow({
    where: { demo: true, roles: { some: { role: 'packer' } } },
  });
  const words = 'Cơm bị nhão, không ăn được (minh họa)';
  const claimId = await claim(tx, chance, ago(now, 8), box, 'burnt_tips', words);
  const given = {
    kind: 'refund',
    amount: dong(box.line.unitPriceDong),
    words: 'Xin hoàn cả thùng (minh họa)',
  } as const;
  const asked = await answerClaim(tx, chance.at(ago(now, 7)), { userId: packer.id }, { claimId, ...given });
  if (!asked.ok) throw new Error(`demo step refused: ${asked.error.code}`);
}

const ago = (now: Date, hours: number): Date => new Date(+now - hours * HOUR_MS);

async function claim(
  tx: Tx,
  chance: Chance,
  at: Date,
  box: { id: string; lineId: string; orderId: string },
  reason: ClaimReason,
  words: string,
): Promise<string> {
  const of = { orderId: box.orderId, lineId: box.lineId, boxId: box.id };
  const photos = [new TextEncoder().encode(DRAWING)];
  const made = await makeClaim(tx, chance.at(at), { ...of, reason, words, photos });
  if (!made.ok) throw new Error(`demo step refused: ${made.error.code}`);
  return made.value.claimId;
}
