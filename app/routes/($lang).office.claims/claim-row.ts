import type { ApiOutputs } from '@baunghe/api';
import type { Problem } from '~/office/refusals.server';

/** A claim as the office has it. */
export type Row = ApiOutputs['claims']['board']['open'][number];

/** An answer that was refused: what was typed, and what is wrong with it. */
export type RefusedAnswer = {
  of: string;
  key: string;
  typed: { kind: string; units: string; amount: string; words: string; why: string };
  problem: Problem;
} | null;

/** What the forms of all claims share. */
export type ClaimFormState = {
  refused: RefusedAnswer;
  keys: Record<string, string>;
  eraseKeys: Record<string, string>;
  manages: boolean;
  /** Whose page it is. */
  me: string;
  now: Date;
};
