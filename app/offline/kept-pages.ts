import { hrefIn, localeOfPath } from '~/locale';
import { compareClock, rightNow } from './phone-clock';

/** Files that belong to nobody: scripts, styles, fonts. */
export const ASSETS_CACHE = 'office-assets';
/** What a page says of whom it was drawn for. */
const ownerMark = (owner: string) => `data-owner="${owner}"`;

/** The page that opens where nothing else can. */
export const NO_SIGNAL_PAGE = '/office/no-signal';

const PAGES = 'office-pages-';
const pagesCache = (owner: string) => PAGES + owner;
/** Pages that are kept because somebody opened them: a lot's, an order's. */
const openedCache = (owner: string) => `${PAGES}${owner}-opened`;
/** So many of them, those opened last, and for so long: an order names its buyer. */
const MOST_OPENED = 120;
const OPENED_KEPT_MS = 7 * 86_400_000;
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
  const kept = await findKept(owner, url);
  if (kept) return kept;
  const noSignal = hrefIn(localeOfPath(url.pathname), NO_SIGNAL_PAGE);
  return url.pathname === noSignal ? Response.error() : Response.redirect(noSignal);
}

/** Whether the page at an address is kept for a user. */
export const isKept = async (owner: string, url: URL): Promise<boolean> =>
  (await findKept(owner, url)) !== undefined;

async function findKept(owner: string | null, url: URL): Promise<Response | undefined> {
  const own = owner === null ? [] : [pagesCache(owner), openedCache(owner)];
  for (const name of [...own, pagesCache(OF_NOBODY)]) {
    const cache = await caches.open(name);
    const kept =
      (await cache.match(faceOf(url), AS_KEPT)) ??
      (await cache.match(url.pathname, { ...AS_KEPT, ignoreSearch: true }));
    if (kept) return kept;
  }
}

/**
 * Keeps pages for a user to open without signal, with all they are made of, and drops files that no page uses. True
 * when every page could be kept.
 */
export const keepPages = (owner: string, paths: readonly string[], noSignalPage: string): Promise<boolean> =>
  alone(() => keepAll(owner, paths, noSignalPage));

async function keepAll(owner: string, paths: readonly string[], noSignalPage: string): Promise<boolean> {
  await dropOld(openedCache(owner));
  // One after the other, so that whoever goes on to a page over a weak signal does not wait for all of these.
  let all = await keepPage(pagesCache(OF_NOBODY), noSignalPage, '');
  for (const path of paths) all = (await keepPage(pagesCache(owner), path, ownerMark(owner))) && all;
  if (all) await dropUnusedAssets();
  return all;
}

/** Keeps a page for a user, as it would come now: one that is open, or one that it leads to. Those kept long ago make room. */
export const keepOpened = (owner: string, path: string): Promise<boolean> =>
  alone(() => keepOne(owner, path));

async function keepOne(owner: string, path: string): Promise<boolean> {
  if (!(await keepPage(openedCache(owner), path, ownerMark(owner)))) return false;
  const cache = await caches.open(openedCache(owner));
  const opened = await cache.keys();
  for (const old of opened.slice(0, Math.max(0, opened.length - MOST_OPENED))) await cache.delete(old);
  return true;
}

/** One at a time, so that no file of a page that is being kept is taken for unused. */
const alone = <T>(act: () => Promise<T>): Promise<T> =>
  navigator.locks ? (navigator.locks.request('kept-pages', act) as Promise<T>) : act();

/** Forgets every page of every user but one, so that nothing of one is shown to the next. */
export async function forgetPages(butOf: string | null): Promise<void> {
  const own = butOf === null ? [] : [pagesCache(butOf), openedCache(butOf)];
  const stays = [pagesCache(OF_NOBODY), ...own];
  for (const name of await caches.keys())
    if (name.startsWith(PAGES) && !stays.includes(name)) await caches.delete(name);
}

/** The page is put down last: one that is there opens, with everything on it. */
async function keepPage(cacheName: string, path: string, mark: string): Promise<boolean> {
  const answer = await fetch(path, { headers: { Accept: 'text/html' } });
  compareClock(answer);
  if (!answer.ok || answer.redirected) return false;
  const html = await answer.clone().text();
  if (!html.includes(mark)) return false;
  await keepAssets(filesIn(html));
  const cache = await caches.open(cacheName);
  // Taken out first, so that the page opened last stands last.
  await cache.delete(path);
  await cache.put(path, answer);
  return true;
}

/** By the server's clock, since both times are its own. */
async function dropOld(cacheName: string): Promise<void> {
  const cache = await caches.open(cacheName);
  for (const page of await cache.keys()) {
    const keptAt = Date.parse((await cache.match(page))?.headers.get('Date') ?? '');
    if (!(+rightNow() - keptAt < OPENED_KEPT_MS)) await cache.delete(page);
  }
}

const filesIn = (html: string): string[] => html.match(/\/assets\/[\w.$()~-]+\.(?:js|css)/g) ?? [];

async function keepAssets(files: readonly string[]): Promise<void> {
  const cache = await caches.open(ASSETS_CACHE);
  const keep = async (file: string): Promise<void> => {
    if (!(await cache.match(file))) await cache.add(file);
  };
  const all = new Set(files);
  await Promise.all([...all].map(keep));
  await Promise.all((await fontsOf(cache, all)).map(keep));
}

/** Styles name their fonts; those must be there as well. */
async function fontsOf(cache: Cache, files: ReadonlySet<string>): Promise<string[]> {
  const styles = [...files].filter((file) => file.endsWith('.css'));
  const texts = await Promise.all(styles.map(async (style) => (await cache.match(style))?.text()));
  return texts.flatMap((text) =>
    [...(text ?? '').matchAll(/url\("?(\/assets\/[^)"]+)"?\)/g)].map(([, file = '']) => file),
  );
}

/** Keeps files that are loaded only when somebody asks for them, and drops those that they replace. */
export const keepAskedFor = (files: readonly string[]): Promise<void> =>
  alone(async () => {
    await keepAssets(files);
    const cache = await caches.open(ASSETS_CACHE);
    for (const request of await cache.keys()) {
      const { pathname } = new URL(request.url);
      if (ASKED_FOR.test(pathname) && !files.includes(pathname)) await cache.delete(request);
    }
  });

async function dropUnusedAssets(): Promise<void> {
  const cache = await caches.open(ASSETS_CACHE);
  const used = new Set<string>();
  for (const name of (await caches.keys()).filter((each) => each.startsWith(PAGES))) {
    const pages = await caches.open(name);
    for (const page of await pages.matchAll()) for (const file of filesIn(await page.text())) used.add(file);
  }
  for (const font of await fontsOf(cache, used)) used.add(font);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (!used.has(pathname) && !ASKED_FOR.test(pathname)) await cache.delete(request);
  }
}

/** Loaded only when somebody asks for it, so that no page names it. */
const ASKED_FOR = /\.wasm$|\/read-code-/;
