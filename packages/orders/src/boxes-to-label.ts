import type { Tx } from '@baunghe/db';

/** What a box's label tells. */
export interface BoxToLabel {
  boxId: string;
  gtin: string;
  serial: string;
  batch: string;
  productVi: string;
  productEn: string;
  grade: string;
  grams: number;
  packedAt: Date;
  cutOn: Date;
  bestBefore: Date;
  plotName: string;
  /** The grower, only as far as they agreed to be shown. */
  memberName: string | null;
}

/** The boxes of an order as they were packed, or the one with a serial. Empty for an unknown order. */
export async function boxesToLabel(
  tx: Tx,
  of: { code: string; serial: string | null },
): Promise<BoxToLabel[]> {
  const boxes = await tx.box.findMany({
    where: { order: { code: of.code }, unpacking: null, ...(of.serial ? { serial: of.serial } : {}) },
    include: {
      product: true,
      lot: { include: { harvest: { include: { plot: { include: { member: true } } } } } },
    },
    orderBy: { packedAt: 'asc' },
  });
  return boxes.map(({ id, gtin, serial, grams, packedAt, product, lot }) => {
    const { plot } = lot.harvest;
    return {
      boxId: id,
      gtin,
      serial,
      batch: lot.batch,
      productVi: product.nameVi,
      productEn: product.nameEn,
      grade: product.grade,
      grams,
      packedAt,
      cutOn: lot.cutOn,
      bestBefore: lot.bestBefore,
      plotName: plot.name,
      memberName: plot.member.shown === 'name' ? plot.member.name : null,
    };
  });
}
