import type { OrderState, Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { WANTED } from './lock-order.ts';

/** An order in the list of its buyer's. */
export interface OwnOrder {
  code: string;
  state: OrderState;
  placedAt: Date;
  /** What is to be paid: by the scale where it has spoken. */
  total: Dong;
  /** Fruit sent anew for a claim: it is not bought again. */
  replacement: boolean;
  lines: {
    quantity: number;
    product: { nameVi: string; nameEn: string; nameZh: string | null; saleUnit: 'kg' | 'piece' | 'box' };
  }[];
}

/** The newest orders of a number that its owner has proved. */
export async function ordersOfPhone(tx: Tx, phone: string, limit: number): Promise<OwnOrder[]> {
  const rows = await tx.order.findMany({
    where: { phone },
    orderBy: [{ placedAt: 'desc' }, { id: 'desc' }],
    take: limit,
    select: {
      ...{ code: true, state: true, placedAt: true, totalDong: true, finalDong: true, replacement: true },
      lines: {
        where: WANTED,
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
        select: {
          quantity: true,
          product: { select: { nameVi: true, nameEn: true, nameZh: true, saleUnit: true } },
        },
      },
    },
  });
  return rows.map(({ totalDong, finalDong, ...order }) => ({
    ...order,
    total: dong(finalDong ?? totalDong),
  }));
}
