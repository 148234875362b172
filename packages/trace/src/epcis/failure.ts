import { type Failed, fail } from '@baunghe/db';

/** Why the repository refused, in the exceptions of EPCIS 2.0 (8.2.6 and 12.5). */
export interface EpcisFailure {
  code:
    | 'already_exists'
    | 'capture_limit'
    | 'no_such_name'
    | 'query_parameter'
    | 'query_too_complex'
    | 'query_too_large'
    | 'validation';
  /** One sentence for whoever wrote the client, in English as the standard's own words are. */
  detail: string;
}

/** Refuses, with a sentence that says what is wrong and where. */
export function refuse(code: EpcisFailure['code'], detail: string): Failed<EpcisFailure> {
  return fail({ code, detail });
}
