import { MOST_BANK_BODY } from '@baunghe/api';
import { type RequestHandler, Router } from 'express';
import type { Gate } from '../gate';
import { postedText, Refused, refusedBy, sendJson } from '../webhook';

type Api = Awaited<ReturnType<Gate['callerFor']>>['api'];
type Refusal = Extract<Awaited<ReturnType<Api['bank']['receive']>>, { ok: false }>['error'];

/**
 * `POST /webhooks/bank`: what SePay or payOS tells of the bank account's movements, believed by its key or signature.
 * `{"success":true}` when it is kept, also the second time; 4xx with a reason otherwise, 503 while nothing is set up.
 */
export function bankDoor(gate: Gate): Router {
  const door = Router();
  door.post('/webhooks/bank', answered(gate));
  door.all('/webhooks/bank', (_, response) => {
    response.set('Allow', 'POST');
    sendJson(response, 405, { success: false, error: 'only POST is answered here' });
  });
  return door;
}

function answered(gate: Gate): RequestHandler {
  return async (request, response, next) => {
    try {
      // No header of the request becomes the caller's: what it holds is a key of the feed's.
      const { api } = await gate.callerFor(new Headers(), request.ip);
      const header = (name: string) => String(request.headers[name] ?? '');
      const done = await api.bank.receive({
        body: await postedText(request, MOST_BANK_BODY),
        authorization: header('authorization'),
        signature: header('x-sepay-signature'),
        timestamp: header('x-sepay-timestamp'),
      });
      if (!done.ok) throw refusalOf(done.error);
      sendJson(response, 200, { success: true });
    } catch (error) {
      const refused = refusedBy(error);
      if (!refused) return void next(error);
      sendJson(response, refused.status, { success: false, error: refused.message });
    }
  };
}

function refusalOf(refusal: Refusal): Refused {
  switch (refusal.code) {
    case 'not_set_up':
      return new Refused(503, 'the bank feed is not set up here: BANK_FEED is not set');
    case 'signature_missing':
      return new Refused(401, 'what shows who sent this is missing');
    case 'signature_wrong':
      return new Refused(401, 'the key or the signature is not ours');
    case 'timestamp_drift':
      return new Refused(
        401,
        `the time is more than ${refusal.mostSeconds} seconds off: is the clock right?`,
      );
    case 'not_json':
      return new Refused(400, 'the body is not JSON');
    case 'telling_malformed':
      return new Refused(400, `this is missing or of another form: ${refusal.where}`);
  }
}
