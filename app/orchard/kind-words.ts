import type { ApiOutputs } from '@baunghe/api';
import * as m from '~/paraglide/messages.js';

/** What a kind of input is called. */
export function kindWords(kind: ApiOutputs['inputs']['list'][number]['kind']): string {
  return kind === 'fertiliser' ? m.farm_catalogue_kind_fertiliser() : m.farm_catalogue_kind_pesticide();
}
