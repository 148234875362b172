import { MOST_SMS_BODY } from '@baunghe/api';
import { type RequestHandler, Router } from 'express';
import type { Gate } from '../gate';
import { postedText, Refused, refusedBy, sendJson } from '../webhook';

type Api = Awaited<ReturnType<Gate['callerFor']>>['api'];
type Refusal = Extract<Awaited<ReturnType<Api['notices']['receive']>>, { ok: false }>['error'];

/**
 * `POST /webhooks/sms`: what android-sms-gateway tells of. The body is kept as it came, since its signature is over
 * those very bytes. 200 when it is kept, also the second time; 4xx with a reason otherwise, 503 while nothing is set up.
 */
export function smsDoor(gate: Gate): Router {
  const door = Router();
  door.post('/webhooks/sms', answered(gate));
  door.all('/webhooks/sms', (_, response) => {
    response.set('Allow', 'POST');
    sendJson(response, 405, { error: 'only POST is answered here' });
  });
  return door;
}

function answered(gate: Gate): RequestHandler {
  return async (request, response, next) => {
    try {
      const { api } = await gate.callerFor(new Headers(), request.ip);
      const body = await postedText(request, MOST_SMS_BODY);
      const [signature, timestamp] = ['x-signature', 'x-timestamp'].map((name) =>
        String(request.headers[name] ?? ''),
      );
      const done = await api.notices.receive({
        body,
        signature: signature ?? '',
        timestamp: timestamp ?? '',
      });
      if (!done.ok) throw refusalOf(done.error);
      sendJson(response, 200, { result: done.value });
    } catch (error) {
      const refused = refusedBy(error);
      if (!refused) return void next(error);
      sendJson(response, refused.status, { error: refused.message });
    }
  };
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
