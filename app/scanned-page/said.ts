import type { ApiInputs } from '@baunghe/api';

/** What can be wrong with a box, in the order in which it is asked. */
export const REPORT_KINDS = [
  'hard_flesh',
  'worm',
  'bruised',
  'unripe',
  'wrong_fruit',
  'strange_label',
  'other',
] as const satisfies readonly ApiInputs['scans']['report']['kind'][];

export type ReportKind = (typeof REPORT_KINDS)[number];

/** What a scanned page says after one of its forms was sent. */
export type Said =
  | { act: 'pin'; good: boolean; words: string }
  | { act: 'report'; good: true; words: string }
  | { act: 'report'; good: false; words: string; typed: Record<string, string> };
