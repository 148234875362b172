import { qrModules } from './qr-modules.ts';

/**
 * The QR code of `text` as a small SVG of one path, dark on white, that grows with its box. With a `title` it is a
 * picture with that name; without one it is decoration, and the page says beside it what it is.
 * @throws Error when the text is longer than a code holds.
 */
export function qrSvg(text: string, { title }: { title?: string } = {}): string {
  const { size, runs } = qrModules(text);
  const path = runs.map(({ x, y, length }) => `M${x} ${y}h${length}v1h-${length}z`).join('');
  const named = title === undefined ? 'aria-hidden="true"' : 'role="img"';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" ${named}>`,
    title === undefined ? '' : `<title>${escapeXml(title)}</title>`,
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`,
  ].join('');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
