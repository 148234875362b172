import { TRPCError } from '@trpc/server';
import { type Request, type Response, Router } from 'express';
import type { Gate } from './gate';

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
function sendJson(response: Response, status: number, content: unknown): void {
  // What is refused before it was read whole is not waited for.
  if (status === 413 || status === 415) response.set('Connection', 'close');
  response.status(status).set('Cache-Control', 'no-store').json(content);
}

/**
 * The JSON body as it came, counted as it comes, so that one that hides its length is cut off all the same.
 * @throws Refused for what is no JSON in UTF-8 of at most `most` bytes.
 */
async function postedText(request: Request, most: number): Promise<string> {
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
function refusedBy(error: unknown): Refused | null {
  if (error instanceof Refused) return error;
  if (!(error instanceof TRPCError)) return null;
  if (error.code === 'BAD_REQUEST')
    return new Refused(400, 'a value of the request is too long or of another type');
  return error.code === 'SERVICE_UNAVAILABLE' ? new Refused(503, 'not able to serve; try again later') : null;
}

/** What the gate's procedures are called by. */
export type Api = Awaited<ReturnType<Gate['callerFor']>>['api'];

interface Post<Kept, Refusal> {
  /** Such as `/webhooks/sms`. */
  path: string;
  /** Most bytes that are read. */
  most: number;
  receive: (api: Api, body: string, request: Request) => Promise<Answer<Kept, Refusal>>;
  refusalOf: (refusal: Refusal) => Refused;
  /** How it is said that something was kept or refused, where its sender wants that in words of its own. */
  kept?: (value: Kept) => object;
  refused?: (why: string) => object;
}

type Answer<Kept, Refusal> = { ok: true; value: Kept } | { ok: false; error: Refusal };

/**
 * A door at which another server posts JSON: 200 for what the gate kept, else a status with a reason; 405 for anything
 * but a post. No header of the request becomes the caller's.
 */
export function postDoor<Kept, Refusal>(
  gate: Gate,
  {
    path,
    most,
    receive,
    refusalOf,
    kept = (result) => ({ result }),
    refused = (error) => ({ error }),
  }: Post<Kept, Refusal>,
): Router {
  const door = Router();
  door.post(path, async (request, response, next) => {
    try {
      const { api } = await gate.callerFor(new Headers(), request.ip);
      const done = await receive(api, await postedText(request, most), request);
      if (!done.ok) throw refusalOf(done.error);
      sendJson(response, 200, kept(done.value));
    } catch (error) {
      const why = refusedBy(error);
      if (!why) return void next(error);
      sendJson(response, why.status, refused(why.message));
    }
  });
  door.all(path, (_, response) => {
    response.set('Allow', 'POST');
    sendJson(response, 405, refused('only POST is answered here'));
  });
  return door;
}
