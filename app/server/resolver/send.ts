import { RESOLVER_HEADERS } from '@baunghe/gs1';
import type { Request, Response } from 'express';

const READS = 'GET, HEAD, OPTIONS';

/**
 * Puts on what all answers share, and answers what asks for no content: which methods there are (OPTIONS), and that
 * others are refused. False when there is more to answer.
 */
export function isAnsweredByMethod(request: Request, response: Response): boolean {
  response.set(RESOLVER_HEADERS);
  if (request.method === 'GET' || request.method === 'HEAD') return false;
  response.set('Allow', READS);
  if (request.method === 'OPTIONS') response.status(204).end();
  else refuse(request, response, 405, 'method_not_allowed', `use ${READS}`);
  return true;
}

/** A refusal with its reason (RFC 9457). */
export function refuse(
  request: Request,
  response: Response,
  status: number,
  code: string,
  detail: string,
): void {
  const title = code.replaceAll('_', ' ');
  response.status(status);
  send(request, response, 'application/problem+json', { type: 'about:blank', title, status, code, detail });
}

/** Sends a document; not by Express, which adds a charset that JSON does not have. */
export function send(request: Request, response: Response, media: string, document: object): void {
  response.setHeader('Content-Type', media);
  response.end(request.method === 'HEAD' ? '' : JSON.stringify(document));
}
