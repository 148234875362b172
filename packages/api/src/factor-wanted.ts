import { TRPCError } from '@trpc/server';

const WANTED = ['second_factor_wanted', 'passkey_wanted', 'second_factor_to_set_up'] as const;

/** Money wants a code of the person's second factor first, or their passkey, or that they set up either. */
export interface FactorWanted {
  code: (typeof WANTED)[number];
}

/** What a procedure for money throws before it looks at its input. */
export function wantFactor(code: FactorWanted['code']): TRPCError {
  return new TRPCError({ code: 'PRECONDITION_FAILED', message: code });
}

/** The failure that such an error is to a form; null for any other error. */
export function factorWanted(error: unknown): FactorWanted | null {
  if (!(error instanceof TRPCError) || error.code !== 'PRECONDITION_FAILED') return null;
  const code = WANTED.find((each) => each === error.message);
  return code ? { code } : null;
}
