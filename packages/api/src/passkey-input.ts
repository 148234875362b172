import { COOPERATIVE, type PasskeySite, passkeySite } from '@baunghe/coop';
import { z } from 'zod';
import type { ApiContext } from './context.ts';

const text = z.string().max(20_000);
const key = {
  id: z.string().max(1400),
  rawId: z.string().max(1400),
  type: z.literal('public-key'),
};

/** What a browser has made, as its `toJSON` gives it. */
export const attested = z.looseObject({
  ...key,
  response: z.looseObject({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(20)).max(8).optional(),
  }),
});

/** What a passkey has signed. */
export const asserted = z.looseObject({
  ...key,
  response: z.looseObject({ clientDataJSON: text, authenticatorData: text, signature: text }),
});

/** The site that passkeys are bound to. */
export function siteOf({ settings }: ApiContext): PasskeySite {
  return passkeySite(settings.publicUrl, COOPERATIVE.name);
}
