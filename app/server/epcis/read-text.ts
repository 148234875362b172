import { MOST_CAPTURED_BYTES } from '@baunghe/api';
import type { Request } from 'express';
import { EpcisProblem, problemOf } from './problems';

const JSON_TYPES = new Set(['application/json', 'application/ld+json']);

/**
 * The body of a request as text: JSON by its media type, not compressed, UTF-8, and no longer than one document may be.
 * It is counted as it comes, so a body that hides its length is cut off all the same.
 */
export async function readText(request: Request): Promise<string> {
  refuseOtherMedia(request);
  if (Number(request.headers['content-length'] ?? 0) > MOST_CAPTURED_BYTES) throw tooLarge(request);
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request.iterator({ destroyOnReturn: false })) {
    length += (piece as Buffer).length;
    if (length > MOST_CAPTURED_BYTES) throw tooLarge(request);
    pieces.push(piece as Buffer);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
  } catch {
    throw problemOf({ code: 'validation', detail: 'the body is not UTF-8' });
  }
}

function refuseOtherMedia({ headers }: Request): void {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((part) => /^\s*charset="?([^"]*)"?\s*$/.exec(part)?.[1]).find(Boolean);
  const coding = headers['content-encoding'] ?? 'identity';
  let why: string | null = null;
  if (!JSON_TYPES.has(type.trim())) why = 'send application/json or application/ld+json';
  else if (charset !== undefined && charset !== 'utf-8') why = 'send UTF-8';
  else if (coding !== 'identity') why = 'send the body without Content-Encoding';
  if (why === null) return;
  const exception = 'epcisException:UnsupportedMediaTypeException';
  throw new EpcisProblem(415, exception, 'Unsupported media type', why);
}

/** Lets the rest of the body run out, so that its sender comes to read the answer. */
function tooLarge(request: Request): EpcisProblem {
  request.resume();
  return problemOf({
    code: 'capture_limit',
    detail: `the document is larger than ${MOST_CAPTURED_BYTES} bytes`,
  });
}
