import type { BookAccount, Tx } from '@baunghe/db';
import { type Dong, dong, sumDong } from '@baunghe/money';
import { givesPriceBack } from '@baunghe/payments';

/**
 * What was given back after delivery: the data of an adjustment that lowers an invoice. Both are positive, but that tax
 * which an old refund held and that was lowered later stands as tax, and as so much less before it.
 */
export interface InvoiceAdjustment {
  at: Date;
  net: Dong;
  tax: Dong;
}

const LOST = 'dispute_lost:';

const BACK = ['forgone:', 'forgone_tax:', LOST];

/**
 * What was given back of orders after they were sent, as the books have it, the oldest first: by the cooperative, or by
 * a card company that gave its holder the price of goods back.
 */
export async function adjustmentsOf(
  tx: Tx,
  orderIds: readonly string[],
): Promise<Map<string, InvoiceAdjustment[]>> {
  const entries = await tx.journal.findMany({
    where: {
      orderId: { in: [...orderIds] },
      OR: BACK.map((startsWith) => ({ key: { startsWith } })),
    },
    include: { postings: { where: { account: { in: ['claims', 'vat'] } } } },
    orderBy: { id: 'asc' },
  });
  const lost = entries.filter(({ key }) => key.startsWith(LOST)).map(({ key }) => key.slice(LOST.length));
  const disputes = await tx.cardDispute.findMany({ where: { id: { in: lost } } });
  const back = new Set(
    disputes.filter(({ reason }) => givesPriceBack(reason)).map(({ id }) => `${LOST}${id}`),
  );
  const of = new Map<string, InvoiceAdjustment[]>();
  for (const { key, orderId, at, postings } of entries) {
    if (orderId === null || (key.startsWith(LOST) && !back.has(key))) continue;
    const sum = (account: BookAccount) =>
      sumDong(postings.filter((side) => side.account === account).map((side) => dong(side.dong)));
    of.set(orderId, [...(of.get(orderId) ?? []), { at, net: sum('claims'), tax: sum('vat') }]);
  }
  return of;
}

/** An invoice is lowered at most to nothing: a card company may take back what was given back before. */
export function atMost(net: Dong, adjustments: readonly InvoiceAdjustment[]): InvoiceAdjustment[] {
  let left = net;
  return adjustments.map((each) => {
    const lowered = dong(Math.min(each.net, left));
    left = dong(left - lowered);
    return { ...each, net: lowered };
  });
}
