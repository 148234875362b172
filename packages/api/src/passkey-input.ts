import { askToSign, COOPERATIVE, type Made, type PasskeySite, passkeySite, type Signed } from '@baunghe/coop';
import { ok } from '@baunghe/db';
import { z } from 'zod';
import type { ApiContext } from './context.ts';
import { id } from './fields.ts';

/** Which passkey is meant. */
export const passkeyId = z.string().max(1400);

const text = z.string().max(20_000);
const key = {
  id: passkeyId,
  rawId: passkeyId,
  type: z.literal('public-key'),
};

/** What a browser has made, as its `toJSON` gives it. What it means the library finds out. */
const attested = z
  .looseObject({
    ...key,
    response: z.looseObject({
      clientDataJSON: text,
      attestationObject: text,
      transports: z.array(z.string().max(20)).max(8).optional(),
    }),
  })
  .transform((made) => made as unknown as Made);

/** What a passkey has signed. */
const asserted = z
  .looseObject({
    ...key,
    response: z.looseObject({
      ...{ clientDataJSON: text, authenticatorData: text, signature: text },
      userHandle: z.string().max(200).nullish(),
    }),
  })
  .transform((signed) => signed as unknown as Signed);

/** A passkey that was made, and the challenge that it was made for. */
export const madePasskey = z.object({ challengeId: id, response: attested });

/** What was signed, and the challenge that it was signed for. */
export const signedChallenge = z.object({ challengeId: id, response: asserted });

/** Begins a signature by whoever comes to the door, or by somebody who is signed in there. */
export async function beginSigning(ctx: ApiContext, signer: Parameters<typeof askToSign>[3]) {
  return ok(await askToSign(ctx.database, ctx.moment(), siteOf(ctx), signer));
}

/** The site that passkeys are bound to. */
export function siteOf({ settings }: ApiContext): PasskeySite {
  return passkeySite(settings.publicUrl, COOPERATIVE.name);
}
