import type { Tx } from '@baunghe/db';
import {
  type FruitKind,
  markedPrice,
  type OpenMarkdown,
  openMarkdowns,
  type PriceOfUnit,
} from '@baunghe/stock';

/** A line that may name the mark-down at whose price it is wanted. */
interface Naming {
  productId: string;
  markdownId?: string | null;
}

/** A mark-down that a buyer counted on is over. */
export interface MarkdownOver {
  code: 'markdown_over';
  productId: string;
  markdownId: string;
}

/** The mark-downs that hold now of those that the lines name, by id; `keeps` as in `openMarkdowns`. */
export async function markdownsNamed(
  tx: Tx,
  now: Date,
  lines: readonly Naming[],
  { keeps }: { keeps: boolean },
): Promise<Map<string, OpenMarkdown>> {
  const ids = lines.flatMap(({ markdownId }) => markdownId ?? []);
  const open = await openMarkdowns(tx, now, ids, { keeps });
  return new Map(open.map((markdown) => [markdown.id, markdown]));
}

/** A product at the price at which a line is sold: the usual one, or that of the mark-down. */
export type AtItsPrice<P> = P & { markdown: OpenMarkdown | null };

/** The product at the price that a line names; null where its mark-down is over, or was never of this fruit. */
export function atItsPrice<P extends PriceOfUnit & FruitKind>(
  product: P,
  { markdownId }: Naming,
  open: ReadonlyMap<string, OpenMarkdown>,
): AtItsPrice<P> | null {
  if (!markdownId) return { ...product, markdown: null };
  const markdown = open.get(markdownId);
  if (markdown?.varietyCode !== product.varietyCode || markdown.grade !== product.grade) return null;
  const price = markedPrice(product, markdown);
  return price === null ? null : { ...product, priceDong: BigInt(price), markdown };
}
