import { join } from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, {
  type Express,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import type { Logger } from 'pino';
import sirv from 'sirv';
import { localeOfPath } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { bankDoor } from './bank/door';
import { MOST_BYTES, refusedBody } from './body-limit';
import { cardDoor } from './cards/door';
import { carrierDoor } from './carriers/door';
import { Counters } from './counters';
import { epcisDoors } from './epcis/doors';
import { fetchRequest, sendResponse } from './fetch-door';
import type { Gate } from './gate';
import { logDoors } from './log-doors';
import type { PageCache } from './page-cache';
import { pages } from './pages';
import { resolverDoors } from './resolver/doors';
import { isOfThisSite } from './same-origin';
import { headersOfEveryAnswer, type Site } from './security-headers';
import { smsDoor } from './sms/door';
import { esmsDoor } from './sms/esms-door';

/** What the web server stands on. */
export type WebParts = {
  gate: Gate;
  cache: PageCache;
  build: () => Promise<ServerBuild>;
  /** The built files for browsers; null in `npm run dev`, where `devMiddleware` serves them. */
  clientFolder: string | null;
  devMiddleware?: RequestHandler;
  site: Site;
  publicUrl: string;
  demo: boolean;
  /** Resolves when the database answers. */
  isReady: () => Promise<boolean>;
  log: Logger;
};

const YEAR_S = 365 * 86_400;

/** The Express app: headers, health, files, the gate for machines and the pages. */
export function webApp(parts: WebParts): Express {
  const { gate, cache, site, publicUrl, log } = parts;
  const counters = new Counters();
  const app = express().disable('x-powered-by').disable('etag').set('trust proxy', 'loopback');
  app.use(counted(counters, log));
  app.use((_, response, next) => {
    response.set(headersOfEveryAnswer(site));
    next();
  });
  health(app, parts, counters);
  if (parts.devMiddleware) app.use(parts.devMiddleware);
  if (parts.clientFolder) files(app, parts.clientFolder);
  app.use(compression());
  logDoors(app, gate);
  resolverDoors(app, { gate, publicUrl });
  app.use(smsDoor(gate));
  app.use(cardDoor(gate));
  app.use(carrierDoor(gate));
  app.use(esmsDoor(gate));
  app.use(bankDoor(gate));
  app.use(sameOriginOnly(publicUrl));
  app.use('/epcis', epcisDoors({ gate, publicUrl, log }));
  app.all('/api/trpc/*', async (request, response, next) => {
    const refused = refusedBody(request.headers, MOST_BYTES);
    if (refused) return void response.status(refused).set('Connection', 'close').end();
    try {
      const answer = await gate.answer(fetchRequest(request, response, publicUrl), request.ip);
      answer.headers.set('Cache-Control', 'private, no-store');
      await sendResponse(response, answer);
    } catch (error) {
      next(error);
    }
  });
  app.use(pages({ ...parts, cache, mode: site.dev ? 'development' : 'production' }));
  app.use(brokenAnswer(log));
  return app;
}

function counted(counters: Counters, log: Logger): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    response.on('finish', () => {
      const seconds = (performance.now() - began) / 1000;
      counters.answered(response.statusCode, seconds);
      // Only the first part of the address: the rest may hold an order's key or a telephone number.
      const place = `/${request.path.split('/', 2)[1] ?? ''}`;
      log.debug({
        method: request.method,
        place,
        status: response.statusCode,
        ms: Math.round(seconds * 1000),
      });
    });
    next();
  };
}

function health(app: Express, { cache, isReady }: WebParts, counters: Counters): void {
  app.get('/healthz', (_, response) => void response.type('text').send('ok\n'));
  app.get('/readyz', async (_, response) => {
    const ready = await isReady().catch(() => false);
    response
      .status(ready ? 200 : 503)
      .type('text')
      .send(ready ? 'ready\n' : 'the database does not answer\n');
  });
  app.get('/metrics', (_, response) => {
    response.set('Content-Type', 'text/plain; version=0.0.4; charset=utf-8').send(counters.text(cache));
  });
}

function files(app: Express, folder: string): void {
  // What the build compressed goes out as it lies there.
  const coded = { brotli: true, gzip: true, extensions: [], etag: true };
  app.use('/assets', sirv(join(folder, 'assets'), { ...coded, immutable: true, maxAge: YEAR_S }));
  app.use(sirv(folder, { ...coded, maxAge: 3600 }));
}

function sameOriginOnly(publicUrl: string): RequestHandler {
  return (request, response, next) => {
    const { method, path, headers } = request;
    if (isOfThisSite({ method, path, headers }, publicUrl)) return next();
    const sentence = m.errors_other_site({}, { locale: localeOfPath(path) });
    response.status(403).type('text').send(`${sentence}\n`);
  };
}

function brokenAnswer(log: Logger) {
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    log.error({ err: error });
    if (response.headersSent) {
      next(error);
      return;
    }
    const sentence = m.errors_broken({}, { locale: localeOfPath(request.path) });
    response.status(500).type('text').send(`${sentence}\n`);
  };
}
