import type { ApiOutputs, Caller } from '@baunghe/api';
import type { ShortOrigin } from './origin-story';

/** The origin of the lot that a product is sold from first; null while there is none. */
export async function shortOrigin(
  api: Caller,
  product: ApiOutputs['products']['list'][number],
): Promise<ShortOrigin | null> {
  const batch = product.harvests[0]?.batch;
  if (batch === undefined) return null;
  const found = await api.boxes.lot({ gtin: product.gtin, batch });
  if (!found.ok) return null;
  const { cutOn, plot, memberName, diary, certificates } = found.value.origin;
  const sprayed = diary.map((entry) => entry.intervalKept).filter((kept) => kept !== null);
  const { name, code, areaM2, outline } = plot;
  return {
    lotPath: `/01/${product.gtin}/10/${encodeURIComponent(batch)}`,
    batch,
    cutOn,
    plot: { name, code, areaM2, outline },
    memberName,
    verdict: sprayed.length === 0 ? 'none' : sprayed.every(Boolean) ? 'kept' : 'open',
    diaryEntries: diary.length,
    certificates,
  };
}
