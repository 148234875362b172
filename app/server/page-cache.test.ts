import {
  request as ask,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyOf, PageCache } from './page-cache';
import { contentSecurityPolicy, policyOfKeptPage } from './security-headers';

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

let cache: PageCache;
let server: Server;

beforeEach(async () => {
  cache = new PageCache({ 'X-Content-Type-Options': 'nosniff' });
  server = createServer((request, response) => {
    if (!cache.answer(request, response)) response.writeHead(418).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

const get = (headers: Record<string, string> = {}, path = '/01/1') =>
  new Promise<Answer>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    ask({ port, host: '127.0.0.1', path, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    })
      .on('error', reject)
      .end();
  });

const page = {
  headers: { 'content-type': 'text/html' },
  body: Buffer.from('<p>Thùng</p>'),
  untilWrite: true,
};

describe('the resolver at the same address', () => {
  const asked = (url: string, accept?: string) =>
    keyOf({ method: 'GET', url, headers: accept === undefined ? {} : { accept } } as IncomingMessage);

  it('is never answered with a page that was kept', () => {
    const box = '/01/09521234002000/21/X1';
    for (const query of ['?linkType=linkset', '?a=1&linkType=gs1:pip', '?linkType='])
      for (const accept of [undefined, '*/*', 'text/html']) expect(asked(box + query, accept)).toBeNull();
    for (const accept of [
      'application/linkset+json',
      'application/json',
      'text/html;q=0.1, application/linkset+json',
      'application/json, */*;q=0.1',
    ])
      expect(asked(box, accept)).toBeNull();
  });

  it('leaves the pages of people as fast as they were', () => {
    const box = '/01/09521234002000/21/X1';
    for (const accept of [undefined, '*/*', 'text/html,*/*;q=0.8']) expect(asked(box, accept)).not.toBeNull();
    expect(asked('/products/ri6?linkType=gs1:pip', 'text/html')).not.toBeNull();
  });
});

describe('a kept page', () => {
  it('is answered compressed, with a tag that saves the second fetch', async () => {
    cache.keep('html /01/1 vi', page, cache.writes);
    const first = await get({ accept: 'text/html', 'accept-encoding': 'gzip, br' });
    expect(first.headers['content-encoding']).toBe('br');
    expect(first.headers['x-content-type-options']).toBe('nosniff');
    expect(brotliDecompressSync(first.body).toString()).toBe('<p>Thùng</p>');
    const tag = String(first.headers.etag);
    const second = await get({ accept: 'text/html', 'accept-encoding': 'br', 'if-none-match': tag });
    expect(second).toMatchObject({ status: 304, body: Buffer.alloc(0) });
    expect(
      (await get({ accept: 'text/html', 'accept-encoding': 'br;q=0' })).headers['content-encoding'],
    ).toBe(undefined);
  });

  it('is for people without a session or a cart, and not for machines', async () => {
    cache.keep('html /01/1 vi', page, cache.writes);
    for (const cookie of ['baunghe.session_token=x', '__Secure-baunghe.session_token=x', 'a=1; cart=%7B%7D'])
      expect((await get({ accept: 'text/html', cookie })).status).toBe(418);
    expect((await get({ accept: 'application/ld+json' })).status).toBe(418);
    expect((await get()).status).toBe(418);
    expect((await get({ accept: 'text/html', cookie: 'theme=1' })).status).toBe(200);
  });

  it('is answered in its own language only, where the address leaves the language to the visitor', async () => {
    for (const locale of ['vi', 'en', 'zh'])
      cache.keep(`html /01/1 ${locale}`, { ...page, body: Buffer.from(locale) }, cache.writes);
    const told = async (headers: Record<string, string>) =>
      (await get({ accept: 'text/html', ...headers })).body.toString();
    expect(await told({ 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' })).toBe('zh');
    expect(await told({ 'accept-language': 'en-GB' })).toBe('en');
    expect(await told({ 'accept-language': 'fr' })).toBe('vi');
    expect(await told({})).toBe('vi');
    expect(await told({ 'accept-language': 'en', cookie: 'lang=zh' })).toBe('zh');
    const tags = await Promise.all(
      ['vi', 'en', 'zh'].map(
        async (language) => (await get({ accept: 'text/html', 'accept-language': language })).headers.etag,
      ),
    );
    expect(new Set(tags).size).toBe(3);
    expect(
      (await get({ accept: 'text/html', 'accept-language': 'zh', 'if-none-match': String(tags[1]) })).status,
    ).toBe(200);
  });

  it('is forgotten at a write, also when the write came while it was drawn', async () => {
    const begun = cache.writes;
    cache.clear();
    cache.keep('html /01/1 vi', page, begun);
    expect((await get({ accept: 'text/html' })).status).toBe(418);
    cache.keep('html /01/1 vi', page, cache.writes);
    expect((await get({ accept: 'text/html' })).status).toBe(200);
    cache.clear();
    expect((await get({ accept: 'text/html' })).status).toBe(418);
  });
});

describe('the policy of a page', () => {
  const site = { https: true, dev: false };

  it('names each inline script of a kept page by its hash and nothing else', () => {
    const policy = policyOfKeptPage('<script src="/a.js"></script><script>alert(1)</script>', site);
    expect(policy).toContain("script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=';");
    expect(policyOfKeptPage('<p>no script</p>', site)).toContain("script-src 'self';");
  });

  it('lets nobody frame the site', () => {
    expect(contentSecurityPolicy(["'nonce-x'"], site)).toMatch(
      /script-src 'self' 'nonce-x';.*frame-ancestors 'none'/,
    );
  });
});
