import { parseTilePath } from '@baunghe/proof';
import type { Express, RequestHandler, Response } from 'express';
import type { Gate } from './gate';

const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * The log for machines, as C2SP tlog-tiles: `/log/checkpoint`, `/log/tile/<L>/<N>[.p/<W>]` with bundles under
 * `/log/tile/entries/`, and `/log/key` with the verifier keys, one a line, the newest first. Open to every origin, so
 * that a check may run on anybody's page.
 */
export function logDoors(app: Express, gate: Gate): void {
  const asked = (answer: (path: string, response: Response, api: Api) => Promise<void>): RequestHandler => {
    return async (request, response, next) => {
      try {
        response.set('Access-Control-Allow-Origin', '*');
        const { api } = await gate.callerFor(new Headers());
        await answer(request.path.replace(/^\/log\//, ''), response, api);
      } catch (error) {
        next(error);
      }
    };
  };
  app.get('/log/checkpoint', asked(sendCheckpoint));
  app.get('/log/key', asked(sendKeys));
  app.get('/log/tile/*', asked(sendTile));
}

type Api = Awaited<ReturnType<Gate['callerFor']>>['api'];

async function sendCheckpoint(_: string, response: Response, api: Api): Promise<void> {
  const head = await api.log.head();
  if (!head.ok) return void response.status(404).type('text').send('nothing is sealed yet\n');
  response.set('Cache-Control', 'no-cache').type('text/plain; charset=utf-8').send(head.value.note);
}

async function sendKeys(_: string, response: Response, api: Api): Promise<void> {
  const keys = await api.log.keys();
  response
    .set('Cache-Control', 'no-cache')
    .type('text')
    .send(`${keys.join('\n')}\n`);
}

async function sendTile(path: string, response: Response, api: Api): Promise<void> {
  const tile = parseTilePath(path);
  if (!tile) return void response.status(400).type('text').send('not the path of a tile\n');
  const read = await api.log.tile(tile);
  if (!read.ok) return void response.status(404).type('text').send('the log has no such tile\n');
  response.set('Cache-Control', FOR_EVER).type('application/octet-stream').send(Buffer.from(read.value));
}
