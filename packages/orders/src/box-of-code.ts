import type { Tx } from '@baunghe/db';

/** A code's box, with what the trace must know of its order. */
export interface BoxOfCode {
  boxId: string;
  gtin: string;
  serial: string;
  packedAt: Date;
  /** When its delivery was confirmed; null before that. */
  deliveredAt: Date | null;
  orderCode: string;
}

type Code = { gtin: string; serial: string };

/** The box that a code names, if any, and whether its GTIN is one of the cooperative's listings. */
export async function boxOfCode(tx: Tx, code: Code): Promise<{ ours: boolean; box: BoxOfCode | null }> {
  const [box] = await boxesOfCodes(tx, [code]);
  if (box) return { ours: true, box };
  const listed = await tx.product.findUnique({ where: { gtin: code.gtin }, select: { id: true } });
  return { ours: listed !== null, box: null };
}

/** The boxes that codes name, in no order; codes of none are left out. */
export async function boxesOfCodes(tx: Tx, codes: readonly Code[]): Promise<BoxOfCode[]> {
  const boxes = await tx.box.findMany({
    where: { OR: codes.map(({ gtin, serial }) => ({ gtin, serial })) },
    select: {
      id: true,
      gtin: true,
      serial: true,
      packedAt: true,
      order: {
        select: { code: true, steps: { where: { toState: 'delivered' }, select: { at: true }, take: 1 } },
      },
    },
  });
  return boxes.map(({ id, gtin, serial, packedAt, order }) => ({
    boxId: id,
    gtin,
    serial,
    packedAt,
    deliveredAt: order.steps[0]?.at ?? null,
    orderCode: order.code,
  }));
}
