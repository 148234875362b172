import type { ApiOutputs } from '@baunghe/api';
import type { BadgeTone } from '~/components/badge';
import * as m from '~/paraglide/messages.js';

/** A request as its sender sees it. */
export type OwnBulk = Extract<ApiOutputs['bulk']['follow'], { ok: true }>['value'];

type Standing = OwnBulk['standing'];

const STANDING: Record<Standing, { words: () => string; tone: BadgeTone }> = {
  received: { words: m.bulk_state_received, tone: 'plain' },
  quoted: { words: m.bulk_state_quoted, tone: 'ripe' },
  expired: { words: m.bulk_state_expired, tone: 'care' },
  accepted: { words: m.bulk_state_accepted, tone: 'done' },
  declined: { words: m.bulk_state_declined, tone: 'care' },
  withdrawn: { words: m.bulk_state_withdrawn, tone: 'plain' },
};

/** Where a request stands, in a word. */
export const standingWords = (standing: Standing): string => STANDING[standing].words();

/** How that word is painted. */
export const standingTone = (standing: Standing): BadgeTone => STANDING[standing].tone;

/** Papers and ways that a country may ask for, in the form's order. */
export const NEEDS = {
  phytosanitary: m.bulk_need_phytosanitary,
  planting_unit: m.bulk_need_planting_unit,
  gacc: m.bulk_need_gacc,
  origin: m.bulk_need_origin,
  cold_chain: m.bulk_need_cold_chain,
} as const;

/** A need in words; what nobody knows stays as it is. */
export const needWords = (need: string): string => (NEEDS as Record<string, () => string>)[need]?.() ?? need;

/** What the trade terms mean, in words. */
export const TERMS = { EXW: m.bulk_terms_exw, FOB: m.bulk_terms_fob, CIF: m.bulk_terms_cif } as const;
