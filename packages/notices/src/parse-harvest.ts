import { kilograms } from '@baunghe/money';
import { asWritten, endOf, folded } from './command-words.ts';

/** What a sender may name: their plots, and what grows there. */
export interface Vocabulary {
  plots: readonly { id: string; code: string }[];
  /** `names` are those on screen, such as `Sầu riêng Ri6`. */
  varieties: readonly { code: string; names: readonly string[] }[];
}

/** A harvest that is told whole, in the words of the records. */
export interface HarvestCommand {
  kind: 'harvest';
  plotId: string;
  plotCode: string;
  varietyCode: string;
  grade: 'A' | 'B' | 'C';
  grams: number;
}

/** The parts of a harvest. */
export type HarvestPart = 'plot' | 'variety' | 'grade' | 'weight';

/** A harvest that cannot be recorded as it was told, and what is the matter. */
export type UnclearHarvest =
  | { kind: 'unclear_harvest'; why: 'missing'; parts: HarvestPart[] }
  | { kind: 'unclear_harvest'; why: 'plot_unknown' | 'not_understood'; said: string }
  | { kind: 'unclear_harvest'; why: 'weight_unclear'; said: string }
  | { kind: 'unclear_harvest'; why: 'ambiguous' };

const ONCE_MORE = /(?:(?<![A-Z])NUA[^A-Z0-9]*)+$/;
const PARTS: readonly HarvestPart[] = ['plot', 'variety', 'grade', 'weight'];
const UNIT = '(?:KILOGAM|KILO|KGS?|KY|KI)?';
/** More words than a harvest has, even told at length: no such text is gone through in all ways. */
const MOST_WORDS = 16;

/** Words that stand before a part and say no more than what it is. */
const BEFORE = {
  plot: '(?:VUON|THUA)?',
  variety: '(?:GIONG|TRAI)?[^A-Z0-9]*(?:SAU[^A-Z0-9]*RIENG)?',
  grade: '(?:LOAI)?',
} as const;

interface Match {
  part: HarvestPart;
  value: string;
  end: number;
}

interface Reading {
  values: Partial<Record<HarvestPart, string>>;
  left: string[];
}

/**
 * Reads `TH T12 RI6 A 120`: plot, variety, grade and kilograms in any order, once what they could mean is one thing
 * only. Null when the text does not begin with the command. NUA behind it says that it is one more harvest, not a text sent
 * twice. `text` is folded.
 */
export function parseHarvest(text: string, known: Vocabulary): HarvestCommand | UnclearHarvest | null {
  const said = text.replace(ONCE_MORE, '');
  const commands = ['THU[^A-Z0-9]*HOACH', 'TH'].flatMap((word) => endOf(word, said, 0)?.end ?? []);
  const [from] = commands;
  if (from === undefined) return null;
  const words = said.slice(from).match(/[A-Z]+|[0-9]+/g) ?? [];
  if (words.length > MOST_WORDS) return { kind: 'unclear_harvest', why: 'not_understood', said: cut(said) };
  const readings = readAll(said, from, patternsOf(known), {});
  const whole = readings.filter(({ values, left }) => left.length === 0 && missingIn(values).length === 0);
  if (whole.length > 0) return settle(whole, known);
  return explain(readings);
}

type Patterns = readonly { part: Exclude<HarvestPart, 'weight'>; value: string; pattern: string }[];

function patternsOf({ plots, varieties }: Vocabulary): Patterns {
  return [
    ...plots.map(({ id, code }) => ({ part: 'plot' as const, value: id, words: code })),
    ...varieties.flatMap(({ code, names }) =>
      spellings(code, names).map((words) => ({ part: 'variety' as const, value: code, words })),
    ),
    ...['A', 'B', 'C'].map((grade) => ({ part: 'grade' as const, value: grade, words: grade })),
  ].map(({ part, value, words }) => {
    // A grade is no first letter of another word.
    const after = part === 'grade' ? '(?![A-Z])' : '';
    return { part, value, pattern: `${BEFORE[part]}[^A-Z0-9]*${asWritten(words)}${after}` };
  });
}

/** A variety's code, its names, and those without the word for the fruit and with what stands in brackets alone. */
function spellings(code: string, names: readonly string[]): string[] {
  const all = names.flatMap((name) => {
    const plain = folded(name);
    const inBrackets = /\(([^)]*)\)/.exec(plain)?.[1] ?? '';
    const bare = plain.replace(/\([^)]*\)/g, ' ').replace(/\b(SAU RIENG|DURIAN|TRAI)\b/g, ' ');
    return [plain, bare, inBrackets];
  });
  return [...new Set([code, ...all].map((words) => words.replace(/[^A-Z0-9]+/gi, ' ').trim()))].filter(
    (words) => /[A-Z]{2}/i.test(words) || words === code,
  );
}

function readAll(said: string, from: number, patterns: Patterns, values: Reading['values']): Reading[] {
  const rest = /[A-Z0-9]/.exec(said.slice(from));
  if (!rest) return [{ values, left: [] }];
  const matches = matchesAt(said, from, patterns).filter(({ part }) => values[part] === undefined);
  if (matches.length > 0) {
    return matches.flatMap(({ part, value, end }) =>
      readAll(said, end, patterns, { ...values, [part]: value }),
    );
  }
  const word = /[A-Z]*[0-9]*/.exec(said.slice(from + rest.index))?.[0] ?? '';
  const end = from + rest.index + word.length;
  return readAll(said, end, patterns, values).map(({ values: found, left }) => ({
    values: found,
    left: [word, ...left],
  }));
}

function matchesAt(said: string, from: number, patterns: Patterns): Match[] {
  const named = patterns.flatMap(({ part, value, pattern }): Match[] => {
    const read = endOf(pattern, said, from);
    return read ? [{ part, value, end: read.end }] : [];
  });
  const weight = endOf(`([0-9]+(?:[.,][0-9]+)?)(?![0-9])[^A-Z0-9]*${UNIT}`, said, from);
  return weight ? [...named, { part: 'weight', value: weight.found[1] ?? '', end: weight.end }] : named;
}

function missingIn(values: Reading['values']): HarvestPart[] {
  return PARTS.filter((part) => values[part] === undefined);
}

function settle(whole: readonly Reading[], known: Vocabulary): HarvestCommand | UnclearHarvest {
  const different = new Set(whole.map(({ values }) => PARTS.map((part) => values[part]).join('\n')));
  if (different.size > 1) return { kind: 'unclear_harvest', why: 'ambiguous' };
  const { plot: plotId = '', variety = '', grade, weight = '' } = whole[0]?.values ?? {};
  const grams = gramsOf(weight);
  if (grams === null) return { kind: 'unclear_harvest', why: 'weight_unclear', said: cut(weight) };
  const plotCode = known.plots.find(({ id }) => id === plotId)?.code ?? '';
  return { kind: 'harvest', plotId, plotCode, varietyCode: variety, grade: grade as 'A' | 'B' | 'C', grams };
}

/** Three figures after the sign may be thousands or grams: nobody is guessed for. */
function gramsOf(typed: string): number | null {
  if (/[.,][0-9]{3,}$/.test(typed)) return null;
  const read = kilograms(typed);
  return read.ok ? read.value : null;
}

function explain(readings: readonly Reading[]): UnclearHarvest {
  const [best] = [...readings].sort(
    (a, b) => missingIn(a.values).length - missingIn(b.values).length || a.left.length - b.left.length,
  );
  const parts = missingIn(best?.values ?? {});
  const left = best?.left ?? [];
  const plot = parts.includes('plot') ? left.find((word) => /^[A-Z]{1,3}[0-9]{1,4}$/.test(word)) : undefined;
  if (plot) return { kind: 'unclear_harvest', why: 'plot_unknown', said: plot };
  if (left.length > 0) return { kind: 'unclear_harvest', why: 'not_understood', said: cut(left.join(' ')) };
  return { kind: 'unclear_harvest', why: 'missing', parts };
}

function cut(words: string): string {
  return words.slice(0, 24);
}
