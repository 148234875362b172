import type { ApiOutputs } from '@baunghe/api';
import type { SignName } from '~/components/sign';
import * as m from '~/paraglide/messages.js';

export type Act = ApiOutputs['diary']['entries'][number]['act'];

const LOOKS: Record<Act, { words: () => string; sign: SignName }> = {
  spray: { words: m.farm_act_spray, sign: 'spray' },
  fertilise: { words: m.farm_act_fertilise, sign: 'leaf' },
  water: { words: m.farm_act_water, sign: 'drop' },
  prune: { words: m.farm_act_prune, sign: 'scissors' },
  inspect: { words: m.farm_act_inspect, sign: 'check' },
  buy: { words: m.farm_act_buy, sign: 'receipt' },
  sample: { words: m.farm_act_sample, sign: 'flask' },
};

/** The acts that a diary knows, those done most often first. */
export const ACTS = Object.keys(LOOKS) as Act[];

/** The act that a text names; null for any other. */
export const actOf = (text: string | null): Act | null => ACTS.find((act) => act === text) ?? null;

/** What an act is called. */
export const actWords = (act: Act): string => LOOKS[act].words();

/** The sign that goes with it. */
export const actSign = (act: Act): SignName => LOOKS[act].sign;
