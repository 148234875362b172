// Runs a TypeScript file in this process: node bin/with-typescript.mjs FILE args…
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { register } from 'tsx/esm/api';

const file = process.argv[2];
if (!file) {
  console.error('usage: node bin/with-typescript.mjs FILE args…');
  process.exit(1);
}
process.argv.splice(1, 2, resolve(file));
register();
await import(pathToFileURL(resolve(file)).href);
