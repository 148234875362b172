import type { BankDirection, BankMatchKind, RefundReason, Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';

/** A movement as staff see it. */
export interface BankLineView {
  id: string;
  direction: BankDirection;
  amount: Dong;
  content: string;
  reference: string;
  at: Date;
  /** Who told of it. */
  providers: string[];
  /** What it is; null: nobody knows yet. */
  is: { kind: BankMatchKind; orderCode: string | null; note: string | null } | null;
  /** Refunds of the very sum that are due, of money that left. */
  mayGive: { refundId: string; orderCode: string; reason: RefundReason }[];
}

/** Movements, newest told first, paged by key: ids sort by when they were kept. */
export async function bankLines(
  tx: Tx,
  { show, after, limit }: { show: 'unknown' | 'all'; after: string | null; limit: number },
): Promise<{ rows: BankLineView[]; next: string | null }> {
  const lines = await tx.bankLine.findMany({
    where: {
      ...(show === 'unknown' ? { matches: { none: { undoing: null } } } : {}),
      ...(after ? { id: { lt: after } } : {}),
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
    include: {
      tellings: { select: { provider: true }, orderBy: { at: 'asc' } },
      matches: { where: { undoing: null }, include: MATCH_PARTS, orderBy: { id: 'desc' } },
    },
  });
  const page = lines.slice(0, limit);
  const out = page.filter(({ direction, matches }) => direction === 'out' && matches.length === 0);
  const due = await refundsOfSums(
    tx,
    out.map(({ amountDong }) => amountDong),
  );
  const rows = page.map(({ id, direction, amountDong, content, reference, at, tellings, matches }) => {
    const match = matches.find(({ kind }) => kind !== 'not_ours') ?? matches[0];
    const order = match?.event?.payment.order ?? match?.refund?.payment.order;
    const told = { id, direction, amount: dong(amountDong), content, reference, at };
    return {
      ...told,
      providers: [...new Set(tellings.map(({ provider }) => provider))],
      is: match
        ? {
            kind: match.kind,
            orderCode: order?.code ?? null,
            note: match.note ?? match.payout?.carrier ?? null,
          }
        : null,
      mayGive: direction === 'out' && !match ? due.filter(({ amount }) => amount === told.amount) : [],
    };
  });
  return { rows, next: lines.length > limit ? (page.at(-1)?.id ?? null) : null };
}

const ORDER = { select: { payment: { select: { order: { select: { code: true } } } } } } as const;
const MATCH_PARTS = { event: ORDER, refund: ORDER, payout: { select: { carrier: true } } } as const;

async function refundsOfSums(tx: Tx, sums: bigint[]) {
  if (sums.length === 0) return [];
  const refunds = await tx.refund.findMany({
    where: { state: 'due', amountDong: { in: sums } },
    include: { payment: { select: { order: { select: { code: true } } } } },
    orderBy: { id: 'asc' },
  });
  return refunds.map(({ id, amountDong, reason, payment }) => ({
    refundId: id,
    amount: dong(amountDong),
    orderCode: payment.order.code,
    reason,
  }));
}
