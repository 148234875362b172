import type { CreditKind, Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';

/** A number's credit as staff see it. */
export interface CreditView {
  phone: string;
  code: string;
  balance: Dong;
  entries: { kind: CreditKind; amount: Dong; at: Date; orderCode: string | null; note: string | null }[];
}

/** Everybody's credit, the largest first, each with its last entries. */
export async function creditBoard(tx: Tx): Promise<CreditView[]> {
  const found = await tx.creditAccount.findMany({
    // Of a number that was erased nothing is left.
    where: { phone: { not: { startsWith: 'erased:' } } },
    orderBy: [{ balanceDong: 'desc' }, { phone: 'asc' }],
    take: 200,
    include: {
      entries: { orderBy: { id: 'desc' }, take: 20, include: { order: { select: { code: true } } } },
    },
  });
  return found.map(({ phone, code, balanceDong, entries }) => ({
    phone,
    code,
    balance: dong(balanceDong),
    entries: entries.map(({ kind, dong: amount, at, order, note }) => ({
      ...{ kind, at, note },
      amount: dong(amount),
      orderCode: order?.code ?? null,
    })),
  }));
}
