import { AsyncLocalStorage } from 'node:async_hooks';
import { BASE_LOCALE, type Locale, localeOfPath } from './locale';
import { overwriteGetLocale } from './paraglide/runtime.js';

const current = new AsyncLocalStorage<Locale>();
overwriteGetLocale(() => current.getStore() ?? BASE_LOCALE);

/** Runs `answer` so that every message within it is in the language of the request's path. */
export function inLocaleOf<T>(pathname: string, answer: () => T): T {
  return current.run(localeOfPath(pathname), answer);
}
