import { parseBatch, parseDigitalLink, parseScannedElementString, shopDictionary } from '@baunghe/gs1';

/**
 * The lot that a scanned code names: the batch (AI 10) in a lot's or a box's GS1 Digital Link, or in a GS1 element
 * string, with brackets or as a scanner sends it. Null for a code that names none.
 */
export function lotInCode(scanned: string): string | null {
  const text = scanned.trim();
  const link = parseDigitalLink(text);
  if (link.ok) return link.value.key === '01' ? link.value.batch : null;
  const named = text.startsWith('(') ? /\(10\)([^()]+)/.exec(text)?.[1] : batchAmongElements(text);
  const batch = parseBatch(named ?? '');
  return batch.ok ? batch.value : null;
}

function batchAmongElements(text: string): string | undefined {
  const elements = parseScannedElementString(text, shopDictionary);
  return elements.ok ? elements.value.find(([ai]) => ai === '10')?.[1] : undefined;
}
