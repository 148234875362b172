/** What a scale said: whole grams, and whether it has come to rest. */
export interface ScaleReading {
  grams: number;
  stable: boolean;
}

/** A&D and CAS: `ST,GS,+  3.42kg`, `US,NT,+0012.345 g`, `ST,+00123.45  g`. */
const HEADED = /^(ST|US)\s*,\s*(?:(?:GS|NT|TR|G|N)\s*,)?\s*([+-]?)\s*(\d+(?:\.\d+)?)\s*(kg|g)$/i;
/** Mettler-Toledo SICS: `S S     100.00 g` at rest, `S D` in motion. */
const SICS = /^SI?\s+([SD])\s+([+-]?)\s*(\d+(?:\.\d+)?)\s*(kg|g)$/i;

/** Reads a line of a scale; null for an overload, another unit or anything else. */
export function readScaleLine(line: string): ScaleReading | null {
  const found = HEADED.exec(line.trim()) ?? SICS.exec(line.trim());
  if (!found) return null;
  const [, rest = '', sign, figure, unit = ''] = found;
  const grams = Math.round(Number(figure) * (unit.toLowerCase() === 'kg' ? 1000 : 1));
  return { grams: sign === '-' && grams > 0 ? -grams : grams, stable: /^S/i.test(rest) };
}

/** As many equal readings at rest in a row are believed. */
const IN_A_ROW = 3;

/** Listens to a scale that speaks all the time, in pieces that end anywhere. */
export class ScaleEar {
  #rest = '';
  #last: number | null = null;
  #times = 0;

  /** Takes a piece in. The grams that lie on the scale now and stay the same; null while it moves. */
  hear(piece: string): { now: ScaleReading | null; settled: number | null } {
    const lines = (this.#rest + piece).split(/[\r\n]+/);
    // What has no end within any line's length is noise.
    this.#rest = (lines.pop() ?? '').slice(-80);
    let now: ScaleReading | null = null;
    for (const line of lines) {
      const reading = readScaleLine(line);
      if (!reading) continue;
      now = reading;
      const same = reading.stable && reading.grams === this.#last;
      this.#times = reading.stable ? (same ? this.#times + 1 : 1) : 0;
      this.#last = reading.stable ? reading.grams : null;
    }
    return { now, settled: this.#times >= IN_A_ROW ? this.#last : null };
  }
}
