import type { ApiOutputs } from '@baunghe/api';
import * as m from '~/paraglide/messages.js';

type CarrierState = ApiOutputs['carriers']['ofOrder']['events'][number]['state'];

const WORDS: Record<CarrierState, () => string> = {
  waiting: m.carriers_state_waiting,
  collecting: m.carriers_state_collecting,
  collected: m.carriers_state_collected,
  stored: m.carriers_state_stored,
  moving: m.carriers_state_moving,
  delivering: m.carriers_state_delivering,
  delivered: m.carriers_state_delivered,
  failed: m.carriers_state_failed,
  returning: m.carriers_state_returning,
  returned: m.carriers_state_returned,
  cancelled: m.carriers_state_cancelled,
  trouble: m.carriers_state_trouble,
  damaged: m.carriers_state_damaged,
  lost: m.carriers_state_lost,
  unknown: m.carriers_state_unknown,
};

/** Where a carrier says that a parcel is, in plain words. */
export const carrierStateWords = (state: CarrierState): string => WORDS[state]();

/** A carrier that is spoken to, as it is called. */
export const carrierName = (carrier: string): string => carrier.toUpperCase();
