import { TRPCError } from '@trpc/server';
import type { Request, Response } from 'express';

/** A refusal for the log of whoever posted: a status and why. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    why: string,
  ) {
    super(why);
  }
}

/** Answers a post of another server. */
export function sendJson(response: Response, status: number, content: unknown): void {
  // What is refused before it was read whole is not waited for.
  if (status === 413 || status === 415) response.set('Connection', 'close');
  response.status(status).set('Cache-Control', 'no-store').json(content);
}

/**
 * The JSON body as it came, counted as it comes, so that one that hides its length is cut off all the same.
 * @throws Refused for what is no JSON in UTF-8 of at most `most` bytes.
 */
export async function postedText(request: Request, most: number): Promise<string> {
  const { headers } = request;
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Refused(415, 'send application/json');
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw new Refused(415, 'send the body without Content-Encoding');
  }
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request.iterator({ destroyOnReturn: false })) {
    length += (piece as Buffer).length;
    if (length > most) {
      // Lets the rest run out, so that its sender comes to read the answer.
      request.resume();
      throw new Refused(413, `the body is larger than ${most} bytes`);
    }
    pieces.push(piece as Buffer);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(pieces));
  } catch {
    throw new Refused(400, 'the body is not UTF-8');
  }
}

/** What a post was refused with, by the door or by the gate; null for what nobody expected. */
export function refusedBy(error: unknown): Refused | null {
  if (error instanceof Refused) return error;
  if (!(error instanceof TRPCError)) return null;
  if (error.code === 'BAD_REQUEST')
    return new Refused(400, 'a value of the request is too long or of another type');
  return error.code === 'SERVICE_UNAVAILABLE' ? new Refused(503, 'not able to serve; try again later') : null;
}
