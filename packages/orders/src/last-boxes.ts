import type { OrderState, Tx } from '@baunghe/db';

/** A box that was packed not long ago, and may still be opened again. */
export interface LastBox {
  boxId: string;
  serial: string;
  orderCode: string;
  orderState: OrderState;
  batch: string;
  grams: number;
  packedAt: Date;
  nameVi: string;
  nameEn: string;
  nameZh: string | null;
}

/** The last boxes packed that are still here, newest first. */
export async function lastBoxes(tx: Tx, most: number): Promise<LastBox[]> {
  const boxes = await tx.box.findMany({
    where: { unpacking: null, order: { state: { in: ['placed', 'packed'] } } },
    orderBy: [{ packedAt: 'desc' }, { id: 'desc' }],
    take: most,
    include: {
      product: true,
      lot: { select: { batch: true } },
      order: { select: { code: true, state: true } },
    },
  });
  return boxes.map(({ id, serial, grams, packedAt, product, lot, order }) => ({
    boxId: id,
    serial,
    orderCode: order.code,
    orderState: order.state,
    batch: lot.batch,
    grams,
    packedAt,
    nameVi: product.nameVi,
    nameEn: product.nameEn,
    nameZh: product.nameZh,
  }));
}
