import { MOST_SMS_BODY } from '@baunghe/api';
import { TRPCError } from '@trpc/server';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Gate } from '../gate';

type Api = Awaited<ReturnType<Gate['callerFor']>>['api'];
type Refusal = Extract<Awaited<ReturnType<Api['notices']['receive']>>, { ok: false }>['error'];

/** A refusal for the gateway's log: a status and why. */
class Refused extends Error {
  constructor(
    readonly status: number,
    why: string,
  ) {
    super(why);
  }
}

/**
 * `POST /webhooks/sms`: what android-sms-gateway tells of. The body is kept as it came, since its signature is over
 * those very bytes. 200 when it is kept, also the second time; 4xx with a reason otherwise, 503 while nothing is set up.
 */
export function smsDoor(gate: Gate): Router {
  const door = Router();
  door.post('/webhooks/sms', answered(gate));
  door.all('/webhooks/sms', (_, response) => {
    response.set('Allow', 'POST');
    send(response, 405, { error: 'only POST is answered here' });
  });
  return door;
}

function answered(gate: Gate): RequestHandler {
  return async (request, response, next) => {
    try {
      const { api } = await gate.callerFor(new Headers(), request.ip);
      const body = await textOf(request);
      const [signature, timestamp] = ['x-signature', 'x-timestamp'].map((name) =>
        String(request.headers[name] ?? ''),
      );
      const done = await api.notices.receive({
        body,
        signature: signature ?? '',
        timestamp: timestamp ?? '',
      });
      if (!done.ok) throw refusalOf(done.error);
      send(response, 200, { result: done.value });
    } catch (error) {
      const refused = refusedBy(error);
      if (!refused) return void next(error);
      send(response, refused.status, { error: refused.message });
    }
  };
}

function send(response: Response, status: number, content: unknown): void {
  // What is refused before it was read whole is not waited for.
  if (status === 413 || status === 415) response.set('Connection', 'close');
  response.status(status).set('Cache-Control', 'no-store').json(content);
}

/** The body as it came, counted as it comes, so that one that hides its length is cut off all the same. */
async function textOf(request: Request): Promise<string> {
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
    if (length > MOST_SMS_BODY) {
      // Lets the rest run out, so that its sender comes to read the answer.
      request.resume();
      throw new Refused(413, `the body is larger than ${MOST_SMS_BODY} bytes`);
    }
    pieces.push(piece as Buffer);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(pieces));
  } catch {
    throw new Refused(400, 'the body is not UTF-8');
  }
}

function refusalOf(refusal: Refusal): Refused {
  switch (refusal.code) {
    case 'not_set_up':
      return new Refused(503, 'SMS are not set up here: SMS_WEBHOOK_KEY is not set');
    case 'signature_missing':
      return new Refused(401, 'X-Signature and X-Timestamp are needed');
    case 'signature_wrong':
      return new Refused(401, 'the signature is not that of this body, this time and our key');
    case 'timestamp_drift':
      return new Refused(
        401,
        `X-Timestamp is more than ${refusal.mostSeconds} seconds off: is the clock right?`,
      );
    case 'not_json':
      return new Refused(400, 'the body is not JSON');
    case 'event_malformed':
      return new Refused(400, `this is missing or of another form: ${refusal.where}`);
  }
}

function refusedBy(error: unknown): Refused | null {
  if (error instanceof Refused) return error;
  if (!(error instanceof TRPCError)) return null;
  if (error.code === 'BAD_REQUEST')
    return new Refused(400, 'a value of the request is too long or of another type');
  return error.code === 'SERVICE_UNAVAILABLE' ? new Refused(503, 'not able to serve; try again later') : null;
}
