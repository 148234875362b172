import { endOf, folded, isAtEnd } from './command-words.ts';
import { type HarvestCommand, parseHarvest, type UnclearHarvest, type Vocabulary } from './parse-harvest.ts';

/** What somebody asks for by SMS. */
export type SmsCommand =
  | HarvestCommand
  | UnclearHarvest
  | { kind: 'store' }
  | { kind: 'orders' }
  | { kind: 'undo'; code: string | null }
  | { kind: 'help' }
  | { kind: 'unclear' };

/** Longer texts are no commands. */
const MOST_CHARACTERS = 200;

const ALONE: readonly [string, SmsCommand][] = [
  ['(?:XEM )?(?:TON )?KHO', { kind: 'store' }],
  ['DON(?: HANG)?', { kind: 'orders' }],
  ['(?:TRO )?GIUP(?: DO)?|HELP|HUONG DAN', { kind: 'help' }],
];

/**
 * Reads a command, with or without marks, in small or capital letters and with any separators. `known` is what the
 * sender may name. Takes any text and never throws.
 */
export function parseCommand(text: string, known: Vocabulary): SmsCommand {
  if (text.trim() !== '' && /^[\s?.!]*$/.test(text)) return { kind: 'help' };
  if (text.length > MOST_CHARACTERS) return { kind: 'unclear' };
  const said = folded(text);
  for (const [pattern, command] of ALONE) {
    const read = endOf(pattern.replaceAll(' ', '[^A-Z0-9]*'), said, 0);
    if (read && isAtEnd(said, read.end)) return command;
  }
  const undo = endOf('HUY(?:[^A-Z0-9]*([0-9]{1,8}))?', said, 0);
  if (undo && isAtEnd(said, undo.end)) return { kind: 'undo', code: undo.found[1] ?? null };
  return parseHarvest(said, known) ?? { kind: 'unclear' };
}
