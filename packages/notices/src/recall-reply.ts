import { endOf, folded, isAtEnd } from './command-words.ts';

/** What a buyer says became of fruit that is called back. */
export type RecallReply = 'destroyed' | 'eaten' | 'giving_back';

const REPLIES: readonly [string, RecallReply][] = [
  ['(?:(?:TOI|EM|MINH) )?(?:DA )?(?:HUY|BO|VUT|DO)(?: DI)?(?: ROI)?|DISCARDED|THROWN AWAY', 'destroyed'],
  ['(?:(?:TOI|EM|MINH) )?(?:DA |LO )?AN(?: HET)?(?: ROI)?|EATEN', 'eaten'],
  ['(?:(?:TOI|EM|MINH) )?(?:SE |MUON )?(?:TRA|GUI)(?: LAI| HANG)?|RETURN(?:ING)?', 'giving_back'],
];

/** Reads an answer to a recall, with or without marks; null for whatever says anything else. */
export function parseRecallReply(text: string): RecallReply | null {
  if (text.length > 60) return null;
  const said = folded(text);
  for (const [pattern, reply] of REPLIES) {
    const read = endOf(pattern.replaceAll(' ', '[^A-Z0-9]*'), said, 0);
    if (read && isAtEnd(said, read.end)) return reply;
  }
  return null;
}
