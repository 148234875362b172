import { TRPCError } from '@trpc/server';

/** Money wants a code of the person's second factor first, or that they set one up. */
export interface FactorWanted {
  code: 'second_factor_wanted' | 'second_factor_to_set_up';
}

/** What a procedure for money throws before it looks at its input. */
export function wantFactor(code: FactorWanted['code']): TRPCError {
  return new TRPCError({ code: 'PRECONDITION_FAILED', message: code });
}

/** The failure that such an error is to a form; null for any other error. */
export function factorWanted(error: unknown): FactorWanted | null {
  if (!(error instanceof TRPCError) || error.code !== 'PRECONDITION_FAILED') return null;
  const { message } = error;
  return message === 'second_factor_wanted' || message === 'second_factor_to_set_up'
    ? { code: message }
    : null;
}
