import { text } from 'node:stream/consumers';
import type { ReadStream } from 'node:tty';

/** What a password is read from and its question written to: the process's own streams, save in tests. */
export interface Terminal {
  input: NodeJS.ReadableStream & Partial<Pick<ReadStream, 'isTTY' | 'setRawMode'>>;
  say(text: string): void;
}

/** Why no password was given. */
export type NoPassword = 'interrupted' | 'not_the_same';

/**
 * Asks for a new password: on a terminal twice and without showing what is typed, else as the first line of the input.
 * A password, or why there is none.
 */
export async function askPassword({ input, say }: Terminal): Promise<{ password: string } | NoPassword> {
  if (!input.isTTY) return { password: (await text(input)).split(/\r?\n/, 1)[0] ?? '' };
  input.setRawMode?.(true);
  try {
    const type = unseenLines(input);
    say('password: ');
    const first = await type();
    say('\n');
    if (first === null) return 'interrupted';
    say('once more: ');
    const second = await type();
    say('\n');
    if (second === null) return 'interrupted';
    return first === second ? { password: first } : 'not_the_same';
  } finally {
    input.setRawMode?.(false);
    input.pause();
  }
}

const ENTER = new Set(['\r', '\n']);
const BACK = new Set(['\b', '\u007f']);
/** Ctrl-C and Ctrl-D, which a terminal in raw mode hands on as signs. */
const AWAY = new Set(['\u0003', '\u0004']);

/** Reads line after line of raw signs, with backspace; null when the person goes away. What is typed ahead is kept. */
function unseenLines(input: Terminal['input']): () => Promise<string | null> {
  input.setEncoding('utf8');
  const waiting: string[] = [];
  let wake: () => void = () => {};
  let ended = false;
  input.on('data', (chunk: string) => {
    waiting.push(...chunk);
    wake();
  });
  input.once('end', () => {
    ended = true;
    wake();
  });
  return async () => {
    const typed: string[] = [];
    for (;;) {
      const sign = waiting.shift();
      if (sign === undefined) {
        if (ended) return null;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      } else if (ENTER.has(sign)) return typed.join('');
      else if (AWAY.has(sign)) return null;
      else if (BACK.has(sign)) typed.pop();
      else typed.push(sign);
    }
  };
}
