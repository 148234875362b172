import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { asksForLinks, namesJson } from './resolver/which-reader';
import { leavesLanguageOpen, spokenLanguage } from './spoken-language';

type Coding = 'br' | 'gzip' | 'identity';

/** A drawn page as it may be kept: headers without those that the cache itself writes. */
export type DrawnPage = { headers: Record<string, string>; body: Buffer; untilWrite: boolean };

type KeptPage = DrawnPage & {
  /** When it grows old, in milliseconds of the process's clock. */
  freshUntil: number;
  coded: Partial<Record<Coding, { headers: string[]; body: Buffer; etag: string }>>;
};

const SHORT_MS = 2_000;
const MOST_BYTES = 48 * 1024 * 1024;

/**
 * Keeps public pages as they were drawn, each coding compressed once, and answers from node's own http before Express
 * is asked. Only visitors without a session or a cart are answered from here. A page is fresh for 2 s (and gone after
 * 4), or until anything is written when it promises that nothing else changes it.
 */
export class PageCache {
  readonly #pages = new LRUCache<string, KeptPage>({
    maxSize: MOST_BYTES,
    sizeCalculation: (page) => 3 * page.body.length,
  });
  readonly #commonHeaders: string[];
  #writes = 0;
  hits = 0;

  constructor(commonHeaders: Record<string, string>) {
    this.#commonHeaders = Object.entries(commonHeaders).flat();
  }

  /** How often something was written; a page begun before a write is not kept after it. */
  get writes(): number {
    return this.#writes;
  }

  /** Forgets every page: something they may show has changed. */
  clear(): void {
    this.#writes += 1;
    this.#pages.clear();
  }

  /** Keeps a page that was begun when `writes` stood at `begun`. */
  keep(key: string, page: DrawnPage, begun: number): void {
    if (begun !== this.#writes) return;
    const freshUntil = page.untilWrite ? Number.POSITIVE_INFINITY : performance.now() + SHORT_MS;
    this.#pages.set(key, { ...page, freshUntil, coded: {} }, { ttl: page.untilWrite ? 0 : 2 * SHORT_MS });
  }

  /** Answers from what is kept; false when it cannot. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const key = keyOf(request);
    const page = key === null ? undefined : this.#pages.get(key);
    if (!page || isForThisOneToDrawAnew(page)) return false;
    this.hits += 1;
    const coding = codingOf(request.headers['accept-encoding']);
    let coded = page.coded[coding];
    if (!coded) {
      coded = code(page, coding, this.#commonHeaders);
      page.coded[coding] = coded;
    }
    if (request.headers['if-none-match'] === coded.etag) {
      response.writeHead(304, coded.headers.slice(0, -2)).end();
      return true;
    }
    response.writeHead(200, coded.headers).end(coded.body);
    return true;
  }
}

/** Once a page is old, one visitor a second goes on to have it drawn anew; the others still get the old one. */
function isForThisOneToDrawAnew(page: KeptPage): boolean {
  const now = performance.now();
  if (now < page.freshUntil) return false;
  page.freshUntil = now + 1_000;
  return true;
}

/**
 * The key under which the answer to a request may be kept; null when it belongs to one visitor alone or is not for a
 * browser. The language is in the address or, where that leaves it open, in the key; a page for people and one for
 * machines at one address stay apart, and what the resolver has to weigh is never answered with what is kept.
 */
export function keyOf({ method, url, headers }: IncomingMessage): string | null {
  if (method !== 'GET' || url === undefined) return null;
  const { cookie, accept, authorization } = headers;
  if (authorization !== undefined) return null;
  if (cookie !== undefined && (cookie.includes('session_token=') || /(?:^|;\s*)(cart|buyer)=/.test(cookie)))
    return null;
  const isScanned = leavesLanguageOpen(url);
  if (isScanned && (asksForLinks(url) || namesJson(accept ?? ''))) return null;
  const page = isScanned ? `${url} ${spokenLanguage(url, headers)}` : url;
  if (accept === undefined || accept === '*/*') return `any ${page}`;
  return accept.includes('text/html') ? `html ${page}` : null;
}

const NO_CODING = ';q=0';
const codingsSeen = new Map<string, Coding>();

/** The best coding that a browser takes; the few values that browsers send are read once each. */
function codingOf(accepted: string | string[] | undefined): Coding {
  const text = String(accepted ?? '');
  const seen = codingsSeen.get(text);
  if (seen) return seen;
  const taken = text.split(',').map((part) => part.replaceAll(' ', '').replace(/;q=0(\.0*)?$/, NO_CODING));
  const coding = (['br', 'gzip'] as const).find((name) =>
    taken.some((part) => part.split(';')[0] === name && !part.endsWith(NO_CODING)),
  );
  if (codingsSeen.size < 100) codingsSeen.set(text, coding ?? 'identity');
  return coding ?? 'identity';
}

const compress: Record<Coding, (body: Buffer) => Buffer> = {
  br: (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (body) => gzipSync(body),
  identity: (body) => body,
};

/** The bytes and headers of one coding; the length comes last, since a 304 goes without it. */
function code(page: DrawnPage, coding: Coding, common: readonly string[]) {
  const body = compress[coding](page.body);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = [...common, ...Object.entries(page.headers).flat(), 'ETag', etag];
  if (!('vary' in page.headers)) headers.push('Vary', 'Accept-Encoding, Accept, Cookie');
  if (coding !== 'identity') headers.push('Content-Encoding', coding);
  headers.push('Content-Length', String(body.length));
  return { headers, body, etag };
}
