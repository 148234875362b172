/** What a line of the cart is called: its product, and the mark-down at whose price it is wanted, if any. */
export const lineKey = ({
  productId,
  markdownId,
}: {
  productId: string;
  markdownId?: string | null | undefined;
}): string => (markdownId ? `${productId}~${markdownId}` : productId);

/** The line of such a name. */
export function lineOfKey(key: string): { productId: string; markdownId?: string } {
  const [productId = '', markdownId] = key.split('~');
  return markdownId ? { productId, markdownId } : { productId };
}
