import * as m from '~/paraglide/messages.js';

/** Why GHN did not collect, deliver or bring back, by the codes that its documentation lists ("Fail Code - Reason new"). */
const WORDS: Record<string, () => string> = {
  'GHN-PFA1A0': m.carriers_reason_pfa1a0,
  'GHN-PFA2A2': m.carriers_reason_pfa2a2,
  'GHN-PFA2A1': m.carriers_reason_pfa2a1,
  'GHN-PFA2A3': m.carriers_reason_pfa2a3,
  'GHN-PFA1A1': m.carriers_reason_pfa1a1,
  'GHN-PCB0B2': m.carriers_reason_pcb0b2,
  'GHN-PFA4A1': m.carriers_reason_pfa4a1,
  'GHN-PCB0B1': m.carriers_reason_pcb0b1,
  'GHN-PFA4A2': m.carriers_reason_pfa4a2,
  'GHN-PFA3A2': m.carriers_reason_pfa3a2,
  'GHN-DFC1A0': m.carriers_reason_dfc1a0,
  'GHN-DFC1A2': m.carriers_reason_dfc1a2,
  'GHN-DFC1A4': m.carriers_reason_dfc1a4,
  'GHN-DCD0A1': m.carriers_reason_dcd0a1,
  'GHN-DFC1A1': m.carriers_reason_dfc1a1,
  'GHN-DFC1A7': m.carriers_reason_dfc1a7,
  'GHN-DCD0A6': m.carriers_reason_dcd0a6,
  'GHN-DCD0A7': m.carriers_reason_dcd0a7,
  'GHN-DCD0A5': m.carriers_reason_dcd0a5,
  'GHN-DCD1A5': m.carriers_reason_dcd1a5,
  'GHN-DCD0A8': m.carriers_reason_dcd0a8,
  'GHN-DCD1A1': m.carriers_reason_dcd1a1,
  'GHN-DFC1A6': m.carriers_reason_dfc1a6,
  'GHN-DCD1A3': m.carriers_reason_dcd1a3,
  'GHN-RFE0A0': m.carriers_reason_rfe0a0,
  'GHN-RFE0A1': m.carriers_reason_rfe0a1,
  'GHN-RFE0A6': m.carriers_reason_rfe0a6,
  'GHN-RFE0A3': m.carriers_reason_rfe0a3,
  'GHN-RFE0A4': m.carriers_reason_rfe0a4,
  'GHN-RFE0A5': m.carriers_reason_rfe0a5,
};

/** Why something is so with a carrier: in our words where its code is known, in its own otherwise. */
export function reasonWords(reason: { code: string | null; words: string | null } | null): string | null {
  if (reason === null) return null;
  const known = reason.code === null ? undefined : WORDS[reason.code];
  return known ? known() : (reason.words ?? reason.code);
}
