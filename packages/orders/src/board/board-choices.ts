import type { Tx } from '@baunghe/db';

/** Names in the languages of the shop. */
interface Named {
  value: string;
  nameVi: string;
  nameEn: string;
  nameZh: string | null;
}

/** What the board can be sifted by that is not the same everywhere. */
export interface BoardChoices {
  provinces: Named[];
  products: Named[];
  varieties: Named[];
}

/** The provinces, products and varieties to choose from, by name. */
export async function boardChoices(tx: Tx): Promise<BoardChoices> {
  const names = { nameVi: true, nameEn: true };
  const [provinces, products, varieties] = await Promise.all([
    tx.province.findMany({ select: { code: true, ...names }, orderBy: { folded: 'asc' } }),
    tx.product.findMany({ select: { id: true, ...names, nameZh: true }, orderBy: { sort: 'asc' } }),
    tx.variety.findMany({ select: { code: true, ...names, nameZh: true }, orderBy: { nameVi: 'asc' } }),
  ]);
  return {
    provinces: provinces.map(({ code, ...named }) => ({ value: code, ...named, nameZh: named.nameVi })),
    products: products.map(({ id, ...named }) => ({ value: id, ...named })),
    varieties: varieties.map(({ code, ...named }) => ({ value: code, ...named })),
  };
}
