import { create } from 'qrcode';

/** Quiet modules around a code (ISO/IEC 18004, 6.3.8). */
export const quietZone = 4;

/** A horizontal run of dark modules; the quiet zone is counted in. */
export interface DarkRun {
  x: number;
  y: number;
  length: number;
}

/** A QR code as runs of dark modules. */
export interface QrModules {
  /** Modules along a side, with the quiet zone. */
  size: number;
  runs: readonly DarkRun[];
}

/** The QR code of `text` at error level M. @throws Error when the text is longer than a code holds. */
export function qrModules(text: string): QrModules {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size, data } = modules;
  const runs: DarkRun[] = [];
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const start = x;
      while (x < size && data[y * size + x]) x += 1;
      if (x > start) runs.push({ x: start + quietZone, y: y + quietZone, length: x - start });
    }
  }
  return { size: size + 2 * quietZone, runs };
}
