import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const APP = fileURLToPath(new URL('./app', import.meta.url));
const MESSAGES = join(APP, 'paraglide/messages/');
const IMPORT = /(?:^|\n)\s*(?:import|export)\s(?!type\b)[^;]*?from\s+'([^']+)'/g;
const SENTENCE = /\bm\.([a-z]\w*)/g;

/**
 * Which file of the browser's a module goes into, where that is not Rollup's own choice. A page of many small files is
 * larger than one of few, since each is compressed alone, and slower, since over HTTP/1.1 a browser asks for six at a
 * time. What the shop's front page loads anyway is one file, what of that the office's head loads too is another, and
 * what a fruit's page brings beyond that is a third, less what the pages on the way to an order want of it.
 */
export function inFewFiles(): (id: string) => string | undefined {
  const shop = reachedFrom(
    'root.tsx',
    'entry.client.tsx',
    'routes/($lang)._shop.tsx',
    'routes/($lang)._shop._index.tsx',
  );
  const office = reachedFrom('root.tsx', 'entry.client.tsx', 'routes/($lang).office.tsx');
  const fruit = reachedFrom('routes/($lang)._shop.products.$slug.tsx');
  const wayToOrder = reachedFrom(
    'routes/($lang)._shop.products._index.tsx',
    'routes/($lang)._shop.cart.tsx',
    'routes/($lang)._shop.checkout.tsx',
  );
  return (id) => {
    if (id.includes('/routes/') || /\/app\/(root|entry\.client)\.tsx$/.test(id)) return undefined;
    if (shop.has(id)) return office.has(id) ? 'parts' : 'shop';
    return fruit.has(id) && !office.has(id) && !wayToOrder.has(id) ? 'fruit' : undefined;
  };
}

/** The modules of app/ that pages bring into the browser, and the sentences that these say. */
function reachedFrom(...pages: string[]): Set<string> {
  const reached = new Set<string>();
  const follow = (file: string) => {
    if (reached.has(file) || file.includes('.server.') || file.startsWith(join(APP, 'paraglide'))) return;
    reached.add(file);
    const code = readFileSync(file, 'utf8');
    for (const [, from = ''] of code.matchAll(IMPORT)) {
      const target = fileOf(from, file);
      if (target) follow(target);
    }
    for (const [, key] of code.matchAll(SENTENCE)) {
      const sentence = `${MESSAGES}${key}.js`;
      if (existsSync(sentence)) reached.add(sentence);
    }
  };
  for (const page of pages) follow(join(APP, page));
  return reached;
}

function fileOf(from: string, importer: string): string | undefined {
  if (!/^[.~]/.test(from)) return undefined;
  const path = from.startsWith('~/') ? join(APP, from.slice(2)) : resolve(dirname(importer), from);
  return [path, `${path}.ts`, `${path}.tsx`].find((each) => /\.tsx?$/.test(each) && existsSync(each));
}
