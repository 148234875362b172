import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Gate } from '../gate';
import { discoveryHeaders, negotiate, standardHeaders } from './negotiate';
import { EpcisProblem, problemOf, problemOfThrown } from './problems';
import { type Answer, type Resource, resourceAt } from './resources';

const LONGEST_ADDRESS = 8_000;

/** What the doors stand on. */
export interface EpcisParts {
  gate: Gate;
  publicUrl: string;
  log: Logger;
}

/** The EPCIS 2.0 REST interface, mounted at /epcis: HTTP on this side, the gate's procedures on the other. */
export function epcisDoors({ gate, publicUrl, log }: EpcisParts): RequestHandler {
  const base = `${publicUrl}/epcis`;
  return async (request, response) => {
    response
      .set(standardHeaders(`${base}/terms/`))
      .vary('Accept')
      .vary('Authorization')
      .vary('Cookie');
    try {
      send(request, response, await answer(request, gate, base));
    } catch (error) {
      const problem = problemOfThrown(error);
      if (!problem) log.error({ err: error });
      sendProblem(response, problem ?? UNEXPECTED);
    }
  };
}

const UNEXPECTED = new EpcisProblem(
  500,
  'epcisException:ImplementationException',
  'A server-side error occurred',
  'the error was recorded',
);

interface SentAnswer extends Answer {
  media?: string;
}

async function answer(request: Request, gate: Gate, base: string): Promise<SentAnswer> {
  if (request.originalUrl.length > LONGEST_ADDRESS) {
    throw new EpcisProblem(
      414,
      'epcisException:URITooLongException',
      'URI too long',
      `at most ${LONGEST_ADDRESS}`,
    );
  }
  const [path = '', ...query] = request.originalUrl.split('?');
  const below = path.replace(/^\/epcis\/?/i, '');
  const resource = resourceAt(partsOf(below));
  if (!resource) throw problemOf({ code: 'no_such_name', detail: 'there is no such resource' });
  const allow = ['OPTIONS', ...Object.keys(resource.methods)].join(', ');
  if (request.method === 'OPTIONS') {
    return { status: 204, headers: { ...discoveryHeaders(allow), ...resource.discovery } };
  }
  const act = methodOf(resource, request.method);
  if (!act)
    throw new EpcisProblem(405, 'about:blank', 'Method not allowed', `use ${allow}`, { Allow: allow });
  const media = negotiate(request);
  const { api } = await gate.callerFor(headersOf(request));
  const parameters = new URLSearchParams(query.join('?'));
  const address = (to: string) => (to === '' ? base : `${base}/${to}`);
  return { media, ...(await act({ api: api.epcis, request, parameters, address, path: below })) };
}

function partsOf(path: string): string[] {
  try {
    return path === '' ? [] : path.replace(/\/$/, '').split('/').map(decodeURIComponent);
  } catch {
    throw problemOf({ code: 'validation', detail: 'the address is not percent-encoded UTF-8' });
  }
}

function methodOf({ methods }: Resource, method: string) {
  const name = method === 'HEAD' ? 'GET' : method;
  return name === 'GET' || name === 'POST' || name === 'DELETE' ? methods[name] : undefined;
}

/** Only what tells who asks. */
function headersOf({ headers }: Request): Headers {
  const { authorization, cookie } = headers;
  return new Headers({
    ...(authorization === undefined ? {} : { authorization }),
    ...(cookie === undefined ? {} : { cookie }),
  });
}

function send(request: Request, response: Response, { status, headers = {}, body, media }: SentAnswer): void {
  response.status(status).set(headers);
  // Not by Express, which adds a charset that JSON does not have.
  if (body !== undefined) response.setHeader('Content-Type', media ?? 'application/json');
  response.end(body === undefined || request.method === 'HEAD' ? '' : JSON.stringify(body));
}

function sendProblem(response: Response, { status, type, title, message, headers }: EpcisProblem): void {
  if (response.headersSent) return;
  response.status(status).set(headers).setHeader('Content-Type', 'application/problem+json');
  response.end(JSON.stringify({ type, title, status, detail: message }));
}
