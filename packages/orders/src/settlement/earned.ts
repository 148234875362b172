import type { Prisma, SettledKind, Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { WANTED } from '../lock-order.ts';
import { soldFor } from '../weigh-order.ts';
import { fallOnBoxes } from './fall-on-boxes.ts';
import { worthOfBox } from './worth-of-box.ts';

/** What a box brought in, before it is shared with the cooperative. */
export interface Earned {
  key: string;
  kind: Extract<SettledKind, 'sale' | 'replacement'>;
  boxId: string;
  memberId: string;
  /** When its order was delivered and paid, whichever came last. */
  at: Date;
  grams: number;
  gross: Dong;
}

const OF_BOX = {
  where: { unpacking: null },
  orderBy: { id: 'asc' },
  include: { lot: { include: { harvest: { select: { memberId: true } } } } },
} as const satisfies Prisma.Order$boxesArgs;

const PARTS = {
  payment: { select: { receivedAt: true } },
  steps: { where: { toState: 'delivered' }, select: { at: true } },
  lines: { where: WANTED, orderBy: { id: 'asc' }, include: { boxes: OF_BOX } },
  replaces: { include: { claim: { include: { line: true } } } },
} as const satisfies Prisma.OrderInclude;

type Delivered = Prisma.OrderGetPayload<{ include: typeof PARTS }>;

/** What was earned before an instant and is in no settlement that counts: boxes of orders that are delivered and paid. */
export async function earnedBefore(tx: Tx, end: Date): Promise<Earned[]> {
  const orders = await tx.order.findMany({
    where: {
      state: 'delivered',
      steps: { some: { toState: 'delivered', at: { lt: end } } },
      payment: { state: 'received', receivedAt: { lt: end } },
      boxes: { some: { unpacking: null, settlementLines: { none: { counts: true } } } },
    },
    include: PARTS,
    orderBy: { id: 'asc' },
  });
  return orders.flatMap(earnedBy);
}

function earnedBy(order: Delivered): Earned[] {
  const delivered = order.steps.at(-1)?.at;
  const received = order.payment?.receivedAt;
  if (!delivered || !received) throw new Error(`order ${order.id} is neither delivered nor paid`);
  const at = new Date(Math.max(+delivered, +received));
  const gross = order.replacement ? worthOfReplacement(order) : fallOnBoxes(soldLines(order));
  const kind = order.replacement ? 'replacement' : 'sale';
  return order.lines.flatMap(({ boxes }) =>
    boxes.map(({ id, grams: weight, lot }) => ({
      ...({ key: `box:${id}`, kind, boxId: id, at, grams: weight } as const),
      memberId: lot.harvest.memberId,
      gross: gross.get(id) ?? dong(0),
    })),
  );
}

const soldLines = (order: Delivered) => ({
  goods: soldFor(order).goods,
  lines: order.lines.map(({ finalDong, lineDong, boxes }) => ({ sum: dong(finalDong ?? lineDong), boxes })),
});

/** Fruit sent anew is worth what the fruit cost that it replaces. */
function worthOfReplacement({ lines, replaces }: Delivered): Map<string, Dong> {
  const claimed = replaces?.claim.line;
  if (!claimed) throw new Error('an order that replaces nothing');
  return new Map(
    lines.flatMap(({ boxes }) => boxes.map((box) => [box.id, worthOfBox(claimed, box)] as const)),
  );
}
