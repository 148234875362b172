import { AsyncLocalStorage } from 'node:async_hooks';
import { BASE_LOCALE, type Locale } from './locale';
import { overwriteGetLocale } from './paraglide/runtime.js';

const current = new AsyncLocalStorage<Locale>();
overwriteGetLocale(() => current.getStore() ?? BASE_LOCALE);

/** Runs `answer` so that every message within it is in a language. */
export function inLocale<T>(locale: Locale, answer: () => T): T {
  return current.run(locale, answer);
}
