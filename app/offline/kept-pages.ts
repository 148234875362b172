import { hrefIn, localeOfPath } from '~/locale';
import { compareClock } from './phone-clock';

/** Files that belong to nobody: scripts, styles, fonts. */
export const ASSETS_CACHE = 'office-assets';
/** What a page says of whom it was drawn for. */
const ownerMark = (owner: string) => `data-owner="${owner}"`;

/** The page that opens where nothing else can. */
export const NO_SIGNAL_PAGE = '/office/no-signal';

const PAGES = 'office-pages-';
const pagesCache = (owner: string) => PAGES + owner;
const OF_NOBODY = 'nobody';
const AS_KEPT = { ignoreVary: true };
/** A form's page with an entry to put right is the form's page. */
const faceOf = (url: URL): string => {
  const face = new URL(url);
  face.searchParams.delete('entry');
  return face.href;
};

/**
 * The page at an address as it was kept for a user; else the way to the page that opens where nothing else can, since a
 * page works at its own address only.
 */
export async function keptPage(owner: string | null, url: URL): Promise<Response> {
  for (const whose of owner === null ? [OF_NOBODY] : [owner, OF_NOBODY]) {
    const cache = await caches.open(pagesCache(whose));
    const kept =
      (await cache.match(faceOf(url), AS_KEPT)) ??
      (await cache.match(url.pathname, { ...AS_KEPT, ignoreSearch: true }));
    if (kept) return kept;
  }
  const noSignal = hrefIn(localeOfPath(url.pathname), NO_SIGNAL_PAGE);
  return url.pathname === noSignal ? Response.error() : Response.redirect(noSignal);
}

/**
 * Keeps pages for a user to open without signal, with all they are made of, and drops files that none of them uses.
 * True when every page could be kept.
 */
export async function keepPages(
  owner: string,
  paths: readonly string[],
  noSignalPage: string,
): Promise<boolean> {
  const assets = new Set<string>();
  const kept = await Promise.all([
    ...paths.map((path) => keepPage(pagesCache(owner), path, ownerMark(owner), assets)),
    keepPage(pagesCache(OF_NOBODY), noSignalPage, '', assets),
  ]);
  if (kept.includes(false)) return false;
  await keepAssets(assets);
  return true;
}

/** Forgets every page of every user but one, so that nothing of one is shown to the next. */
export async function forgetPages(butOf: string | null): Promise<void> {
  const stays = [pagesCache(OF_NOBODY), ...(butOf === null ? [] : [pagesCache(butOf)])];
  for (const name of await caches.keys())
    if (name.startsWith(PAGES) && !stays.includes(name)) await caches.delete(name);
}

async function keepPage(
  cacheName: string,
  path: string,
  mark: string,
  assets: Set<string>,
): Promise<boolean> {
  const answer = await fetch(path, { headers: { Accept: 'text/html' } });
  compareClock(answer);
  if (!answer.ok || answer.redirected) return false;
  const html = await answer.clone().text();
  if (!html.includes(mark)) return false;
  for (const [file] of html.matchAll(/\/assets\/[\w.$()~-]+\.(?:js|css)/g)) assets.add(file);
  await (await caches.open(cacheName)).put(path, answer);
  return true;
}

/** Styles name their fonts; those must be there as well. */
async function keepAssets(files: Set<string>): Promise<void> {
  const cache = await caches.open(ASSETS_CACHE);
  const keep = async (file: string): Promise<void> => {
    if (!(await cache.match(file))) await cache.add(file);
  };
  await Promise.all([...files].map(keep));
  for (const style of [...files].filter((file) => file.endsWith('.css'))) {
    const text = await (await cache.match(style))?.text();
    for (const [, file = ''] of (text ?? '').matchAll(/url\("?(\/assets\/[^)"]+)"?\)/g)) files.add(file);
  }
  await Promise.all([...files].map(keep));
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (!files.has(pathname) && !ASKED_FOR.test(pathname)) await cache.delete(request);
  }
}

/** Loaded only when somebody asks for it, so that no page names it. */
const ASKED_FOR = /\.wasm$|\/read-code-/;
