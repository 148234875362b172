import { MOST_BANK_BODY } from '@baunghe/api';
import type { Router } from 'express';
import type { Gate } from '../gate';
import { type Api, postDoor, Refused } from '../webhook';

type Refusal = Extract<Awaited<ReturnType<Api['bank']['receive']>>, { ok: false }>['error'];

/**
 * `POST /webhooks/bank`: what SePay or payOS tells of the bank account's movements, believed by its key or signature.
 * `{"success":true}` when it is kept, also the second time; 4xx with a reason otherwise, 503 while nothing is set up.
 */
export const bankDoor = (gate: Gate): Router =>
  postDoor(gate, {
    path: '/webhooks/bank',
    most: MOST_BANK_BODY,
    receive: (api, body, { headers }) => {
      const header = (name: string) => String(headers[name] ?? '');
      return api.bank.receive({
        body,
        authorization: header('authorization'),
        signature: header('x-sepay-signature'),
        timestamp: header('x-sepay-timestamp'),
      });
    },
    refusalOf,
    kept: () => ({ success: true }),
    refused: (error) => ({ success: false, error }),
  });

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
