import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeWebStream } from 'node:stream/web';
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express';

/** An Express request as a fetch Request at the site's own address; aborted when the visitor leaves. */
export function fetchRequest(
  request: ExpressRequest,
  response: ExpressResponse,
  siteOrigin: string,
): Request {
  const leaving = new AbortController();
  response.on('close', () => leaving.abort());
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (name.startsWith(':')) continue;
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) headers.append(name, one);
  }
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  return new Request(new URL(request.originalUrl, siteOrigin), {
    method: request.method,
    headers,
    signal: leaving.signal,
    ...(hasBody ? { body: Readable.toWeb(request) as ReadableStream<Uint8Array>, duplex: 'half' } : {}),
  });
}

/** Sends a fetch Response through Express, streaming its body. */
export async function sendResponse(response: ExpressResponse, answer: Response): Promise<void> {
  response.status(answer.status);
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') response.setHeader(name, value);
  for (const cookie of answer.headers.getSetCookie()) response.append('Set-Cookie', cookie);
  if (!answer.body) {
    response.end();
    return;
  }
  try {
    await pipeline(Readable.fromWeb(answer.body as NodeWebStream<Uint8Array>), response);
  } catch (error) {
    if (!response.closed && !response.destroyed) throw error;
  }
}
