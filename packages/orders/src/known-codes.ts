import type { Tx } from '@baunghe/db';
import { LAST_WITHDRAWAL, type OpenWithdrawal, openWithdrawal } from '@baunghe/stock';

/** A name in the languages of the site; Chinese where it was written. */
export interface KnownNames {
  nameVi: string;
  nameEn: string;
  nameZh: string | null;
}

/** What is known at the code of an item: a product's, and with it a lot's or a box's. */
export interface KnownItem {
  names: KnownNames;
  /** The listing's page, without its language; null when the fruit is not listed. */
  slug: string | null;
  /** Set where the code names a lot, or a box of it. `looseGtin` is the GTIN that the lot has in events. */
  lot: { batch: string; looseGtin: string; withdrawn: OpenWithdrawal | null } | null;
  /** When the box that the code names was opened again before it left; its serial is retired then. */
  unpackedAt: Date | null;
}

const LOT = {
  batch: true,
  varietyCode: true,
  grade: true,
  variety: { select: { looseGtin: true } },
  withdrawals: LAST_WITHDRAWAL,
} as const;

/**
 * What a GTIN, with a batch code or a serial number or both, names; null when there is no such thing, or its parts do
 * not belong together: a box of another lot, a lot of other fruit.
 */
export async function knownItem(
  tx: Tx,
  { gtin, batch, serial }: { gtin: string; batch: string | null; serial: string | null },
): Promise<KnownItem | null> {
  const [product, variety, lot, box] = await Promise.all([
    tx.product.findUnique({ where: { gtin } }),
    tx.variety.findUnique({ where: { looseGtin: gtin } }),
    batch === null ? null : tx.lot.findUnique({ where: { batch }, select: LOT }),
    serial === null
      ? null
      : tx.box.findUnique({
          where: { gtin_serial: { gtin, serial } },
          select: { lot: { select: LOT }, unpacking: { select: { at: true } } },
        }),
  ]);
  const fruit = product ?? variety;
  if (!fruit) return null;
  if ((batch !== null && !lot) || (serial !== null && !box)) return null;
  if (lot && box && lot.batch !== box.lot.batch) return null;
  if (lot && !box && !isOf(lot, product, gtin)) return null;
  const { nameVi, nameEn, nameZh } = fruit;
  const named = box?.lot ?? lot;
  return {
    names: { nameVi, nameEn, nameZh },
    slug: product?.listed ? product.slug : null,
    lot: named && {
      batch: named.batch,
      looseGtin: named.variety.looseGtin,
      withdrawn: openWithdrawal(named.withdrawals),
    },
    unpackedAt: box?.unpacking?.at ?? null,
  };
}

type Kind = { varietyCode: string; grade: string };

function isOf(lot: Kind & { variety: { looseGtin: string } }, product: Kind | null, gtin: string): boolean {
  if (!product) return lot.variety.looseGtin === gtin;
  return product.varietyCode === lot.varietyCode && product.grade === lot.grade;
}

/** Whether a load with this SSCC was sent. */
export async function knownLoad(tx: Tx, sscc: string): Promise<boolean> {
  return (await tx.shipment.findUnique({ where: { sscc }, select: { id: true } })) !== null;
}

/** Whether a lot is called back, for anyone who holds fruit of it. */
export interface KnownRecall {
  batch: string;
  looseGtin: string;
  withdrawn: OpenWithdrawal | null;
  /** When the last withdrawal ended; null while it lasts, and when there was none. */
  endedAt: Date | null;
}

/** How a lot stands by its batch code; null when there is no such lot. */
export async function recallOfLot(tx: Tx, batch: string): Promise<KnownRecall | null> {
  const lot = await tx.lot.findUnique({ where: { batch }, select: LOT });
  if (!lot) return null;
  const [last] = lot.withdrawals;
  return {
    batch: lot.batch,
    looseGtin: lot.variety.looseGtin,
    withdrawn: openWithdrawal(lot.withdrawals),
    endedAt: last?.act === 'end' ? last.at : null,
  };
}
