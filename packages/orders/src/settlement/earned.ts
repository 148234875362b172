import type { Prisma, SettledKind, Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { WANTED } from '../lock-order.ts';
import { vatOfSold } from '../vat/vat-of-sold.ts';
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

/**
 * What was earned before an instant and is in no settlement that counts: boxes of orders that are delivered and paid. Where
 * a member is named, of the orders that hold fruit of theirs.
 */
export async function earnedBefore(tx: Tx, end: Date, memberId?: string): Promise<Earned[]> {
  const theirs = memberId === undefined ? {} : { lot: { harvest: { memberId } } };
  const orders = await tx.order.findMany({
    where: {
      state: 'delivered',
      steps: { some: { toState: 'delivered', at: { lt: end } } },
      payment: { state: 'received', receivedAt: { lt: end } },
      boxes: { some: { unpacking: null, settlementLines: { none: { counts: true } }, ...theirs } },
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

/** What is shared out is what was sold without its VAT, which is the State's. */
function soldLines(order: Delivered) {
  const vat = vatOfSold(order);
  return {
    goods: dong(soldFor(order).goods - vat.ofGoods),
    lines: order.lines.map(({ id, boxes }) => {
      const { before = 0, tax = 0 } = vat.lines.get(id) ?? {};
      return { sum: dong(before - tax), boxes };
    }),
  };
}

/** Fruit sent anew is worth what the fruit cost that it replaces. */
function worthOfReplacement({ lines, replaces }: Delivered): Map<string, Dong> {
  const claimed = replaces?.claim.line;
  if (!claimed) throw new Error('an order that replaces nothing');
  return new Map(
    lines.flatMap(({ boxes }) => boxes.map((box) => [box.id, worthOfBox(claimed, box)] as const)),
  );
}
