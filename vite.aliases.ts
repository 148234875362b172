import { fileURLToPath } from 'node:url';

const app = (path: string) => fileURLToPath(new URL(`./app/${path}`, import.meta.url));

/** Where `~/…` lies. */
export const PAGES = { find: /^~\//, replacement: app('') };

/** What the server takes for the compiled sentences: the same in one file (bin/sentences.mjs). */
export const SENTENCES = {
  find: /^(?:~|\.)\/paraglide\/messages\.js$/,
  replacement: app('paraglide/sentences.js'),
};
