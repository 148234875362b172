import type { Tx } from '@baunghe/db';

/** What a line needs to know of its product. */
export interface ListedProduct {
  id: string;
  varietyCode: string;
  grade: string;
  unitGrams: number;
  priceDong: bigint;
}

/** Those of the products that are listed. */
export function listedProducts(tx: Tx, ids: readonly string[]): Promise<ListedProduct[]> {
  return tx.$queryRaw<ListedProduct[]>`
    SELECT "id", "varietyCode", "grade", "unitGrams", "priceDong" FROM "product"
    WHERE "id" = ANY(${ids}) AND "listed"`;
}
