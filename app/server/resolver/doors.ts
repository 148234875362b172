import {
  answerResolverRequest,
  type DigitalLinkUriError,
  LINKSET_MEDIA_TYPE,
  type Linkset,
  linkToContext,
  linkToLinkset,
  type ResolverRequest,
  readResolverRequest,
  resolverDescription,
} from '@baunghe/gs1';
import type { Express, NextFunction, Request, Response } from 'express';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import type { Caller, Gate } from '../gate';
import { languageFor } from '../spoken-language';
import { type Known, knownAt } from './known-levels';
import { sendRecall } from './recall-door';
import { isAnsweredByMethod, refuse, send } from './send';
import { isForAPerson, readsPages } from './which-reader';

/** What the doors stand on. */
export interface ResolverParts {
  gate: Gate;
  /** The resolver's own address without a slash at its end. */
  publicUrl: string;
}

const LONGEST_ADDRESS = 8_000;
/** Primary keys that codes of the cooperative begin with: items, loads, places, the cooperative itself. */
const KEYS = ['01', '00', '414', '417'];

/**
 * The GS1-Conformant Resolver 1.2 for the cooperative's codes: `/01/…`, `/00/…`, `/414/…`, `/417/…`, what it says of
 * itself at `/.well-known/gs1resolver`, and whether a lot is called back at `/recalls/:batch`. A person who asks for
 * nothing but the page of a scanned code is let through to it.
 */
export function resolverDoors(app: Express, { gate, publicUrl }: ResolverParts): void {
  const guest = async (): Promise<Caller> => (await gate.callerFor(new Headers())).api;
  app.use('/.well-known/gs1resolver', (request, response) => {
    if (isAnsweredByMethod(request, response)) return;
    const locale = languageFor(request.headers['accept-language']);
    const contact = { fn: m.common_coop_name({}, { locale }) };
    const facts = { name: m.box_resolver_name({}, { locale }), resolverRoot: publicUrl, contact };
    send(request, response.set('Cache-Control', 'public, max-age=3600'), 'application/json', {
      ...resolverDescription({ ...facts, supportedPrimaryKeys: KEYS }),
    });
  });
  app.use('/recalls', async (request, response, next) => {
    if (isAnsweredByMethod(request, response)) return;
    try {
      await sendRecall(request, response, await guest());
    } catch (error) {
      next(error);
    }
  });
  app.use(
    KEYS.map((key) => `/${key}`),
    async (request, response, next) => {
      try {
        await answer(request, response, next, { api: guest, publicUrl });
      } catch (error) {
        next(error);
      }
    },
  );
}

interface Within {
  api: () => Promise<Caller>;
  publicUrl: string;
}

async function answer(
  request: Request,
  response: Response,
  next: NextFunction,
  { api, publicUrl }: Within,
): Promise<void> {
  const { originalUrl } = request;
  // The box's own page takes forms.
  if (originalUrl.startsWith('/01/') && request.method === 'POST') return void next();
  if (isForAPerson(request)) return void next();
  if (isAnsweredByMethod(request, response)) return;
  if (originalUrl.length > LONGEST_ADDRESS)
    return void refuse(request, response, 414, 'address_too_long', `at most ${LONGEST_ADDRESS} characters`);
  const { accept = null, 'accept-language': acceptLanguage = null } = request.headers;
  const read = readResolverRequest(originalUrl, { accept, acceptLanguage });
  if (!read.ok) {
    // Whoever holds a box reads in their own words what is wrong with its code.
    if (originalUrl.startsWith('/01/') && readsPages(request)) return void next();
    return void refuse(request, response, 400, read.error.code, inWords(read.error));
  }
  const locale = languageFor(acceptLanguage ?? undefined);
  const known = await knownAt(read.value, await api(), { locale, root: publicUrl });
  if (!known) {
    if (readsPages(request)) return void next();
    return void refuse(request, response, 404, 'nothing_known', 'the cooperative gave out no such code');
  }
  resolve(request, response, next, { asked: read.value, known, publicUrl, locale });
}

interface Resolving {
  asked: ResolverRequest;
  known: Known;
  publicUrl: string;
  locale: Locale;
}

function resolve(
  request: Request,
  response: Response,
  next: NextFunction,
  { asked, known, publicUrl, locale }: Resolving,
): void {
  response.setHeader('Link', linkToLinkset(publicUrl + (asked.paths[0] ?? '')));
  response.set('Cache-Control', 'no-cache').vary('Cookie');
  response.set('Content-Language', locale);
  const found = answerResolverRequest(asked, known.levels, publicUrl);
  if ('linkset' in found) return void sendLinkset(request, response.status(found.status), found.linkset);
  if (found.status === 404)
    return void refuse(request, response, 404, found.reason, 'nothing of the requested type is known of it');
  if (found.status === 307) {
    // A redirect to where one already is would never end: this is the page.
    if (found.location === publicUrl + request.originalUrl) return void next();
    response.status(307).set('Location', found.location).end();
    return;
  }
  if (known.page && readsPages(request)) return void next();
  refuse(
    request,
    response,
    410,
    'withdrawn',
    'called back or unpacked; gs1:recallStatus and gs1:traceability say more',
  );
}

function sendLinkset(request: Request, response: Response, linkset: Linkset): void {
  const accept = request.headers.accept ?? '';
  const plain = accept.includes('application/json') && !accept.includes(LINKSET_MEDIA_TYPE);
  response.append('Link', linkToContext());
  send(request, response, plain ? 'application/json' : LINKSET_MEDIA_TYPE, linkset);
}

function inWords({ code, ai, at }: DigitalLinkUriError): string {
  const part = ai === '' ? 'the address names no GS1 primary key' : `AI ${ai}: ${code.replaceAll('_', ' ')}`;
  return `${part}, at character ${at} of the address`;
}
