import type { ReactNode } from 'react';
import { Sign, type SignName } from './sign';

export type BadgeTone = 'done' | 'ripe' | 'care' | 'plain';

const PAINT: Record<BadgeTone, { box: string; sign: SignName }> = {
  done: { box: 'bg-leaf text-rind', sign: 'check' },
  ripe: { box: 'bg-flesh text-on-flesh', sign: 'fruit' },
  care: { box: 'bg-soil-soft text-soil', sign: 'care' },
  plain: { box: 'border border-edge text-ink', sign: 'clock' },
};

/** A state in a word with its drawn sign, never by colour alone. */
export function Badge({ tone, sign, children }: { tone: BadgeTone; sign?: SignName; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 text-14 font-semibold whitespace-nowrap ${PAINT[tone].box}`}
    >
      <Sign name={sign ?? PAINT[tone].sign} size={16} />
      {children}
    </span>
  );
}
