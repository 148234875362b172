import type { ApiOutputs } from '@baunghe/api';
import { carrierName, carrierStateWords } from '~/components/carrier-state-words';
import * as m from '~/paraglide/messages.js';
import { reasonWords } from './reason-words';

type Trouble = ApiOutputs['officeOrders']['board']['rows'][number]['trouble'];

/** On a board's row: what a carrier told that somebody has to see to, and why it is so. */
export function RowTrouble({ trouble }: { trouble: Trouble }) {
  if (!trouble) return null;
  const { carrier, whereabouts, words, reason } = trouble;
  if (trouble.wardUnknown) return <Line words={m.carriers_ward_title({ words: words ?? '' })} />;
  const what = reasonWords(reason) ?? words ?? (whereabouts && carrierStateWords(whereabouts));
  if (!what) return null;
  return <Line words={m.carriers_row_trouble({ carrier: carrierName(carrier), what })} />;
}

function Line({ words }: { words: string }) {
  return <span className="mt-1 block text-14 text-soil">{words}</span>;
}
