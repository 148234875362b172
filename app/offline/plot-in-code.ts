/** The plot that a scanned code names: the extension (AI 254) of a sign's GS1 Digital Link, or a plot's code written plainly. */
export function plotInCode(scanned: string): string | null {
  const link = /\/254\/([^/?#]+)/.exec(scanned)?.[1];
  if (link !== undefined) return decodeURIComponent(link);
  return /^[A-Z0-9]{1,20}$/.test(scanned) ? scanned : null;
}
