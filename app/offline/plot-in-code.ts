const PLOT = '[A-Z0-9]{1,20}';
const IN_LINK = new RegExp(`/254/(${PLOT})(?:[/?#]|$)`);
const PLAIN = new RegExp(`^${PLOT}$`);

/** The plot that a scanned code names: the extension (AI 254) of a sign's GS1 Digital Link, or a plot's code written plainly. */
export function plotInCode(scanned: string): string | null {
  const text = scanned.trim();
  return IN_LINK.exec(text)?.[1] ?? PLAIN.exec(text)?.[0] ?? null;
}
