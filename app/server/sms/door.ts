import { MOST_SMS_BODY } from '@baunghe/api';
import type { Router } from 'express';
import type { Gate } from '../gate';
import { type Api, postDoor, Refused } from '../webhook';

type Refusal = Extract<Awaited<ReturnType<Api['notices']['receive']>>, { ok: false }>['error'];

/**
 * `POST /webhooks/sms`: what android-sms-gateway tells of. The body is kept as it came, since its signature is over
 * those very bytes. 200 when it is kept, also the second time; 4xx with a reason otherwise, 503 while nothing is set up.
 */
export const smsDoor = (gate: Gate): Router =>
  postDoor(gate, {
    path: '/webhooks/sms',
    most: MOST_SMS_BODY,
    receive: (api, body, { headers }) => {
      const header = (name: string) => String(headers[name] ?? '');
      return api.notices.receive({
        body,
        signature: header('x-signature'),
        timestamp: header('x-timestamp'),
      });
    },
    refusalOf,
  });

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
