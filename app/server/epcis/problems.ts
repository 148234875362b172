import type { EpcisFailure } from '@baunghe/api';

/** An answer other than success: a status and a problem of RFC 7807, in the exceptions of EPCIS 2.0 (12.5). */
export class EpcisProblem extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    readonly title: string,
    detail: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
  }
}

const OF_FAILURE: Record<EpcisFailure['code'], [number, string, string]> = {
  already_exists: [409, 'ResourceAlreadyExistsException', 'A resource with this identifier exists already'],
  capture_limit: [413, 'CaptureLimitExceededException', 'Capture payload too large'],
  no_such_name: [404, 'NoSuchNameException', 'Resource not found'],
  query_parameter: [400, 'QueryParameterException', 'A query parameter is not valid'],
  query_too_complex: [413, 'QueryTooComplexException', 'The query is too complex'],
  query_too_large: [413, 'QueryTooLargeException', 'The query finds too many events'],
  validation: [400, 'ValidationException', 'The request is not valid'],
};

/** A failure of a room as the standard's answer. */
export function problemOf({ code, detail }: EpcisFailure): EpcisProblem {
  const [status, exception, title] = OF_FAILURE[code];
  return new EpcisProblem(status, `epcisException:${exception}`, title, detail);
}

/** A thrown error as the standard's answer; null when nobody expected it. */
export function problemOfThrown(error: unknown): EpcisProblem | null {
  if (error instanceof EpcisProblem) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const security = 'epcisException:SecurityException';
  switch (code) {
    case 'UNAUTHORIZED':
      return new EpcisProblem(401, security, 'Unauthorised request', 'a valid capture key is needed', {
        'WWW-Authenticate': 'Bearer realm="epcis"',
      });
    case 'FORBIDDEN':
      return new EpcisProblem(403, security, 'Access forbidden', 'this account may not do that');
    case 'BAD_REQUEST':
      return problemOf({
        code: 'validation',
        detail: 'a value of the request is too long or of another type',
      });
    case 'SERVICE_UNAVAILABLE':
      return new EpcisProblem(
        503,
        'epcisException:ImplementationException',
        'Not able to serve',
        'try again later',
      );
    default:
      return null;
  }
}

/** What the server does not do, as the standard lets it say. */
export function notImplemented(what: string): EpcisProblem {
  return new EpcisProblem(
    501,
    'epcisException:ImplementationException',
    'Functionality not supported by server',
    what,
  );
}

/** What cannot be given in the form that was asked for. */
export function notAcceptable(why: string): EpcisProblem {
  return new EpcisProblem(406, 'epcisException:NotAcceptableException', 'Not acceptable', why);
}
