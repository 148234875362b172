import { readFileSync } from 'node:fs';

/** A figure beside its budget. */
export type Judged = { value: number; budget: string; met: boolean };

/** Judges a figure that must not be above its budget. */
export const atMost = (value: number, most: number, unit: string): Judged => ({
  value,
  budget: `at most ${most} ${unit}`,
  met: value <= most,
});

/** Judges a figure that must not be below its budget. */
export const atLeast = (value: number, least: number, unit: string): Judged => ({
  value,
  budget: `at least ${least} ${unit}`,
  met: value >= least,
});

/** The middle one of some figures. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? Number.NaN)) / 2;
}

/** Rounded for reading, to three digits that mean something below a thousand. */
export function rounded(value: number): number {
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
}

/** Seconds of processor time that a process has used, user and system; undefined where there is no /proc. */
export function processorSeconds(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // utime and stime, in ticks of a hundredth of a second, as Linux gives them to every program.
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return undefined;
  }
}

/** Tells what is being measured, beside the JSON. */
export function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}
