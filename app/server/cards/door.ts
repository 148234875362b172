import { MOST_CARD_NEWS } from '@baunghe/api';
import { TRPCError } from '@trpc/server';
import { type Request, type RequestHandler, type Response, Router, raw } from 'express';
import type { Gate } from '../gate';

type Api = Awaited<ReturnType<Gate['callerFor']>>['api'];
type Refusal = Extract<Awaited<ReturnType<Api['cards']['told']>>, { ok: false }>['error'];

const REFUSED: Record<Refusal['code'], { status: number; why: string }> = {
  not_set_up: { status: 503, why: 'cards are not set up here' },
  signature_wrong: { status: 400, why: 'the signature is not that of this body, this time and our secret' },
  card_refused: { status: 409, why: 'Stripe does not know what this is about' },
  // Stripe calls again later.
  card_away: { status: 503, why: 'Stripe could not be asked; call again later' },
};

/** `POST /webhooks/stripe`: Stripe's calls, their bytes kept as they came, since the signature is over those. */
export function cardDoor(gate: Gate): Router {
  const door = Router();
  door.post(
    '/webhooks/stripe',
    raw({ type: () => true, limit: MOST_CARD_NEWS, inflate: false }),
    answered(gate),
    refused,
  );
  door.all('/webhooks/stripe', (_, response) => {
    response.set('Allow', 'POST');
    send(response, 405, { error: 'only POST is answered here' });
  });
  return door;
}

function answered(gate: Gate): RequestHandler {
  return async (request, response, next) => {
    try {
      const { api } = await gate.callerFor(new Headers(), request.ip);
      const body = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
      const signature = String(request.headers['stripe-signature'] ?? '').slice(0, 2000);
      const done = await api.cards.told({ body, signature });
      if (done.ok) return send(response, 200, { received: true, result: done.value });
      const { status, why } = REFUSED[done.error.code];
      send(response, status, { error: why });
    } catch (error) {
      if (error instanceof TRPCError && error.code === 'BAD_REQUEST')
        return send(response, 400, { error: 'the body is too long or not text' });
      if (error instanceof TRPCError && error.code === 'SERVICE_UNAVAILABLE')
        return send(response, 503, { error: 'not able to serve; try again later' });
      next(error);
    }
  };
}

/** What the reader of bodies says of one that is too long or packed. */
function refused(
  error: { status?: number },
  _: Request,
  response: Response,
  next: (error: unknown) => void,
): void {
  const { status } = error;
  if (!status || status >= 500) {
    next(error);
    return;
  }
  response.set('Connection', 'close');
  send(response, status, {
    error: status === 413 ? `the body is larger than ${MOST_CARD_NEWS} bytes` : 'the body cannot be read',
  });
}

function send(response: Response, status: number, content: unknown): void {
  response.status(status).set('Cache-Control', 'no-store').json(content);
}
