import type { Tx } from '@baunghe/db';
import { type MoneyOfOrder, type RefundView, refundView } from './money-of-order.ts';

/** A refund with its order, and where its buyer wants it sent. */
export interface RefundOfOrder extends RefundView {
  orderCode: string;
  orderId: string;
  buyerName: string;
  phone: string;
  payout: MoneyOfOrder['payout'];
}

const PARTS = {
  payment: {
    select: {
      order: { select: { id: true, code: true, buyerName: true, phone: true } },
      payoutAccount: { select: { bin: true, account: true, holder: true } },
    },
  },
} as const;

/** Refunds: those that are due, who waits longest first, or those that are closed, newest first; paged by key. */
export async function refunds(
  tx: Tx,
  { show, after, limit }: { show: 'due' | 'closed'; after: string | null; limit: number },
): Promise<{ rows: RefundOfOrder[]; next: string | null }> {
  const due = show === 'due';
  const found = await tx.refund.findMany({
    where: {
      state: due ? 'due' : { not: 'due' },
      ...(after ? { id: due ? { gt: after } : { lt: after } } : {}),
    },
    orderBy: { id: due ? 'asc' : 'desc' },
    take: limit + 1,
    include: PARTS,
  });
  const page = found.slice(0, limit);
  return { rows: page.map(ofOrder), next: found.length > limit ? (page.at(-1)?.id ?? null) : null };
}

/** One refund, or null. */
export async function refundById(tx: Tx, id: string): Promise<RefundOfOrder | null> {
  const refund = await tx.refund.findUnique({ where: { id }, include: PARTS });
  return refund && ofOrder(refund);
}

type Row = Parameters<typeof refundView>[0] & {
  payment: {
    order: { id: string; code: string; buyerName: string; phone: string };
    payoutAccount: MoneyOfOrder['payout'];
  };
};

function ofOrder({ payment: { order, payoutAccount }, ...refund }: Row): RefundOfOrder {
  const { id: orderId, code: orderCode, buyerName, phone } = order;
  return { ...refundView(refund), orderCode, orderId, buyerName, phone, payout: payoutAccount };
}
