import { type RequestHandler, type Response, Router } from 'express';
import type { Gate } from '../gate';
import { ESMS_REPORTS } from './gateway';

/** What a refusal is answered with. Whether a message is known is told to nobody without its mark. */
const REFUSED = {
  not_set_up: [503, 'eSMS is not set up here: SMS_GATEWAY is not esms'],
  mark_wrong: [404, 'nothing is reported at this address'],
  report_malformed: [400, 'SendStatus is missing or no number'],
} as const;

/**
 * `GET /webhooks/sms/esms/:id/:mark`: what eSMS reports of a message, in the query, five times at the most while it gets
 * no answer. The address is the one that the message was sent with; its mark is known to eSMS alone.
 */
export function esmsDoor(gate: Gate): Router {
  const door = Router();
  door.get(`${ESMS_REPORTS}/:id/:mark`, reported(gate));
  door.all(`${ESMS_REPORTS}/:id/:mark`, (_, response) => {
    response.set('Allow', 'GET');
    send(response, 405, { error: 'only GET is answered here' });
  });
  return door;
}

function reported(gate: Gate): RequestHandler {
  return async (request, response, next) => {
    try {
      const { id = '', mark = '' } = request.params;
      if (id.length > 64 || mark.length > 64) return send(response, ...refusal('mark_wrong'));
      // Written twice, a value is a list, of which nothing is read.
      const report = Object.fromEntries(
        Object.entries(request.query).flatMap(([name, value]) =>
          typeof value === 'string' ? [[name.slice(0, 40), value.slice(0, 1000)]] : [],
        ),
      );
      const { api } = await gate.callerFor(new Headers(), request.ip);
      const noted = await api.notices.receiveEsms({ messageId: id, mark, report });
      if (noted.ok) send(response, 200, { result: noted.value });
      else send(response, ...refusal(noted.error.code));
    } catch (error) {
      next(error);
    }
  };
}

function refusal(code: keyof typeof REFUSED): [status: number, content: object] {
  const [status, error] = REFUSED[code];
  return [status, { error }];
}

function send(response: Response, status: number, content: object): void {
  response.status(status).set('Cache-Control', 'no-store').json(content);
}
