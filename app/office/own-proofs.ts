import { useRouteLoaderData } from '@remix-run/react';
import type { loader } from '~/routes/($lang).office';

/** By what who is signed in proves themselves where money asks. */
export function useOwnProofs(): { code: boolean; passkey: boolean } {
  return useRouteLoaderData<typeof loader>('routes/($lang).office')?.proofs ?? { code: true, passkey: false };
}
