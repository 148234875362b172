import { randomBytes } from 'node:crypto';
import { type AppLoadContext, createRequestHandler, type ServerBuild } from '@remix-run/node';
import type { Request as ExpressRequest, Response as ExpressResponse, NextFunction } from 'express';
import type { Locale } from '../locale';
import { fetchRequest, sendResponse } from './fetch-door';
import type { Gate } from './gate';
import { keyOf, type PageCache } from './page-cache';
import { contentSecurityPolicy, policyOfKeptPage, type Site } from './security-headers';
import { spokenLanguage } from './spoken-language';

type PagesParts = {
  build: () => Promise<ServerBuild>;
  gate: Gate;
  cache: PageCache;
  site: Site;
  publicUrl: string;
  demo: boolean;
  mode: 'production' | 'development';
};

/** The office's pages, whose forms read codes with WebAssembly; its sign-in does not. */
const READS_CODES = /^(\/[a-z]{2})?\/office(?!\/sign-in)(\/|$)/;

type InLocale = <T>(locale: Locale, answer: () => T) => T;

/** Which language a page's messages are in is known to the built pages, which hold the messages. */
function localeRunner(build: ServerBuild): InLocale {
  const { inLocale } = build.entry.module as { inLocale?: InLocale };
  if (!inLocale) throw new Error('app/entry.server.tsx must export inLocale');
  return inLocale;
}

/** Express's last handler: every page, drawn by Remix with the gate in its context. */
export function pages(parts: PagesParts) {
  const drawing = new Map<string, Promise<unknown>>();
  const draw = async (request: Request, context: AppLoadContext, locale: Locale): Promise<Response> => {
    const build = await parts.build();
    const handler = createRequestHandler(build, parts.mode);
    return localeRunner(build)(locale, () => handler(request, context));
  };
  const answerOne = async (request: ExpressRequest, response: ExpressResponse): Promise<void> => {
    const begun = parts.cache.writes;
    const nonce = randomBytes(16).toString('base64');
    const asked = fetchRequest(request, response, parts.publicUrl);
    const { api, setCookie } = await parts.gate.callerFor(asked.headers, request.ip, awayFromPage);
    const { publicUrl, demo } = parts;
    const locale = spokenLanguage(request.originalUrl.replace(/\.data(?=\?|$)/, ''), request.headers);
    const answer = await draw(asked, { api, publicUrl, demo, nonce, now: new Date() }, locale);
    for (const cookie of setCookie) answer.headers.append('Set-Cookie', cookie);
    if (await keepAndAnswer(parts, request, response, answer, nonce, begun)) return;
    const scripts = [`'nonce-${nonce}'`, ...(READS_CODES.test(request.path) ? ["'wasm-unsafe-eval'"] : [])];
    response.setHeader('Content-Security-Policy', contentSecurityPolicy(scripts, parts.site));
    answer.headers.delete(UNTIL_WRITE);
    if (!answer.headers.has('Cache-Control')) answer.headers.set('Cache-Control', 'private, no-cache');
    await sendResponse(response, answer);
  };
  return async (request: ExpressRequest, response: ExpressResponse, next: NextFunction): Promise<void> => {
    try {
      await oneAtATime(
        drawing,
        keyOf(request),
        () => parts.cache.answer(request, response),
        () => answerOne(request, response),
      );
    } catch (error) {
      next(error);
    }
  };
}

/** A page that cannot be read says so with the right status, and a browser may come back for it. */
function awayFromPage(): never {
  throw new Response(null, { status: 503, headers: { 'Retry-After': '30', 'Cache-Control': 'no-store' } });
}

/** Has a page that many ask for at once drawn for the first of them; the others look whether it was kept. */
async function oneAtATime(
  drawing: Map<string, Promise<unknown>>,
  key: string | null,
  answerKept: () => boolean,
  draw: () => Promise<void>,
): Promise<void> {
  const other = key === null ? undefined : drawing.get(key);
  if (other) {
    await other;
    if (answerKept()) return;
  }
  const drawn = draw();
  if (key === null) return drawn;
  const settled = drawn.catch(() => undefined);
  drawing.set(key, settled);
  await settled;
  if (drawing.get(key) === settled) drawing.delete(key);
  return drawn;
}

const UNTIL_WRITE = 'x-cache-until-write';

/** Keeps a page that says it is public and answers with it; false when the page is not for keeping. */
async function keepAndAnswer(
  { cache, site }: PagesParts,
  request: ExpressRequest,
  response: ExpressResponse,
  answer: Response,
  nonce: string,
  begun: number,
): Promise<boolean> {
  const key = keyOf(request);
  const isPublic = /(?:^|[\s,])public(?:$|[\s,])/.test(answer.headers.get('Cache-Control') ?? '');
  const isPage = answer.headers.get('Content-Type')?.startsWith('text/html') ?? false;
  if (site.dev || !key || !isPublic || !isPage || answer.status !== 200 || answer.headers.has('Set-Cookie'))
    return false;
  const html = (await answer.text()).replaceAll(` nonce="${nonce}"`, '').replaceAll(`nonce="${nonce}"`, '');
  const untilWrite = answer.headers.get(UNTIL_WRITE) === '1';
  answer.headers.delete(UNTIL_WRITE);
  const headers = {
    ...Object.fromEntries(answer.headers),
    'content-security-policy': policyOfKeptPage(html, site),
  };
  cache.keep(key, { headers, body: Buffer.from(html), untilWrite }, begun);
  if (cache.answer(request, response)) return true;
  // Something was written while the page was drawn: it goes to this visitor and is not kept.
  response.set(headers).send(html);
  return true;
}
