import { MOST_CARRIER_NEWS } from '@baunghe/api';
import { type RequestHandler, Router } from 'express';
import type { Gate } from '../gate';
import { postedText, Refused, refusedBy, sendJson } from '../webhook';

type Api = Awaited<ReturnType<Gate['callerFor']>>['api'];
type Refusal = Extract<Awaited<ReturnType<Api['carriers']['told']>>, { ok: false }>['error'];

/**
 * `POST /webhooks/ghn/:secret`: GHN's calls, which carry no signature: the address is the secret, and what they say is
 * asked after. 200 also for what is not ours and for what comes twice, since GHN calls again for ten times otherwise.
 */
export function carrierDoor(gate: Gate): Router {
  const door = Router();
  door.post('/webhooks/ghn/:secret', answered(gate));
  door.all('/webhooks/ghn/:secret', (_, response) => {
    response.set('Allow', 'POST');
    sendJson(response, 405, { error: 'only POST is answered here' });
  });
  return door;
}

function answered(gate: Gate): RequestHandler<{ secret: string }> {
  return async (request, response, next) => {
    try {
      const { api } = await gate.callerFor(new Headers(), request.ip);
      const secret = request.params.secret.slice(0, 200);
      const done = await api.carriers.told({ secret, body: await postedText(request, MOST_CARRIER_NEWS) });
      if (!done.ok) throw refusalOf(done.error);
      sendJson(response, 200, { result: done.value });
    } catch (error) {
      const refused = refusedBy(error);
      if (!refused) return void next(error);
      sendJson(response, refused.status, { error: refused.message });
    }
  };
}

function refusalOf({ code }: Refusal): Refused {
  switch (code) {
    case 'not_set_up':
      return new Refused(503, 'calls of a carrier are not set up here: GHN_WEBHOOK_SECRET is not set');
    case 'secret_wrong':
      // As for any address that is none.
      return new Refused(404, 'there is nothing here');
    case 'not_json':
      return new Refused(400, 'the body is not JSON');
    case 'news_malformed':
      return new Refused(400, 'OrderCode is missing or of another form');
  }
}
