/** Carriers whose public page of a parcel is known, by how people write their names. */
const PAGES: readonly [name: RegExp, page: (tracking: string) => string][] = [
  [/^(ghn|giao hàng nhanh|giaohangnhanh)\b/iu, (code) => `https://donhang.ghn.vn/?order_code=${code}`],
  [/^(ghtk|giao hàng tiết kiệm)\b/iu, (code) => `https://i.ghtk.vn/${code}`],
];

/** The page on which a carrier shows where a parcel is, by its name as typed; null where none is known. */
export function trackingLink(carrier: string, tracking: string | null): string | null {
  if (!tracking) return null;
  const known = PAGES.find(([name]) => name.test(carrier.trim().normalize('NFC')));
  return known ? known[1](encodeURIComponent(tracking)) : null;
}
