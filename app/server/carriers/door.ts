import { MOST_CARRIER_NEWS } from '@baunghe/api';
import type { Router } from 'express';
import type { Gate } from '../gate';
import { type Api, postDoor, Refused } from '../webhook';

type Refusal = Extract<Awaited<ReturnType<Api['carriers']['told']>>, { ok: false }>['error'];

/**
 * `POST /webhooks/ghn/:secret`: GHN's calls, which carry no signature: the address is the secret, and what they say is
 * asked after. 200 also for what is not ours and for what comes twice, since GHN calls again for ten times otherwise.
 */
export const carrierDoor = (gate: Gate): Router =>
  postDoor(gate, {
    path: '/webhooks/ghn/:secret',
    most: MOST_CARRIER_NEWS,
    receive: (api, body, { params }) =>
      api.carriers.told({ secret: String(params.secret).slice(0, 200), body }),
    refusalOf,
  });

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
