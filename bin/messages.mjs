// Compiles messages/{locale}/{area}.json into app/paraglide (git-ignored).
//   node bin/messages.mjs            compile, unless nothing changed since the last time
//   node bin/messages.mjs --unused   also fail on a key that no page uses
// A key that is in one language only, or under another area's name, ends it with exit 1.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '@inlang/paraglide-js';
import { writeSentences } from './sentences.mjs';

const settings = JSON.parse(readFileSync('project.inlang/settings.json', 'utf8'));
const outdir = 'app/paraglide';
const sumFile = join(outdir, 'sum.txt');

function catalogue(locale) {
  const keys = new Map();
  const wrong = [];
  for (const pattern of settings['plugin.inlang.messageFormat'].pathPattern) {
    const file = pattern.replace('{locale}', locale);
    const area = file.replace(/^.*\/|\.json$/g, '');
    for (const [key, value] of Object.entries(JSON.parse(readFileSync(file, 'utf8')))) {
      if (key === '$schema') continue;
      if (!new RegExp(`^${area}_[a-z0-9_]+$`).test(key)) wrong.push(`${file}: "${key}" must be ${area}_…`);
      keys.set(key, JSON.stringify(value));
    }
  }
  return { keys, wrong };
}

const placeholders = (text) => [...new Set(text.match(/\{[a-z0-9_]+\}/gi) ?? [])].sort().join(' ');

function wrongKeys() {
  const base = catalogue(settings.baseLocale);
  const wrong = [...base.wrong];
  for (const locale of settings.locales.filter((other) => other !== settings.baseLocale)) {
    const { keys, wrong: misplaced } = catalogue(locale);
    wrong.push(...misplaced);
    for (const [key, text] of base.keys) {
      const translated = keys.get(key);
      if (translated === undefined) wrong.push(`messages/${locale}: "${key}" is missing`);
      else if (
        !text.startsWith('[') &&
        !translated.startsWith('[') &&
        placeholders(text) !== placeholders(translated)
      )
        wrong.push(`messages/${locale}: "${key}" has other {blanks} than ${settings.baseLocale}`);
    }
    for (const key of keys.keys())
      if (!base.keys.has(key)) wrong.push(`messages/${settings.baseLocale}: "${key}" is missing`);
  }
  return wrong;
}

function unusedKeys() {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !name.startsWith('paraglide'),
  );
  const used = new Set(
    files.flatMap((name) =>
      [...readFileSync(join('app', name), 'utf8').matchAll(/\bm\.([a-z0-9_]+)/g)].map(([, key]) => key),
    ),
  );
  return [...catalogue(settings.baseLocale).keys.keys()].filter((key) => !used.has(key));
}

function sumOfSources() {
  const sum = createHash('sha256');
  for (const file of [
    'bin/messages.mjs',
    'bin/sentences.mjs',
    'project.inlang/settings.json',
    'node_modules/@inlang/paraglide-js/package.json',
    ...settings.locales.flatMap((locale) =>
      readdirSync(`messages/${locale}`).map((name) => `messages/${locale}/${name}`),
    ),
  ])
    sum.update(file).update(readFileSync(file));
  return sum.digest('hex');
}

function failOn(problems) {
  if (problems.length === 0) return;
  for (const line of problems) console.error(line);
  process.exit(1);
}

/**
 * Names in the index each sentence that a file holds. The compiler writes `export *` thousands of times, and for every
 * sentence of every page the bundler would look through all of them: five times the time of the whole build.
 */
function nameSentences(index) {
  const code = readFileSync(index, 'utf8');
  writeFileSync(index, code.replace(/^export \* from '\.\/(\w+)\.js'/gm, "export { $1 } from './$1.js'"));
}

/** Writes the types beside the compiled files; Paraglide would by the same compiler's slow sibling. */
function declareTypes() {
  const as = ['--allowJs', '--noCheck', '--declaration', '--emitDeclarationOnly', '--skipLibCheck'];
  const read = ['--target', 'esnext', '--module', 'esnext', '--moduleResolution', 'bundler'];
  const files = ['messages', 'runtime', 'registry', 'server'].map((name) => join(outdir, `${name}.js`));
  const tsc = ['node_modules/typescript-native/bin/tsc', '--ignoreConfig', ...as, ...read];
  const { status, stdout } = spawnSync(process.execPath, [...tsc, '--outDir', outdir, ...files], {
    encoding: 'utf8',
  });
  failOn(status === 0 ? [] : [stdout]);
}

failOn(wrongKeys());
if (process.argv.includes('--unused')) failOn(unusedKeys().map((key) => `"${key}" is used by no page`));
const sum = sumOfSources();
if (existsSync(sumFile) && readFileSync(sumFile, 'utf8') === sum) process.exit(0);
await compile({
  project: './project.inlang',
  outdir: `./${outdir}`,
  strategy: ['globalVariable', 'baseLocale'],
  outputStructure: 'message-modules',
  emitReadme: false,
  emitPrettierIgnore: false,
});
nameSentences(join(outdir, 'messages/_index.js'));
writeSentences(outdir);
declareTypes();
writeFileSync(sumFile, sum);
// The compiler keeps a timer alive for half a minute after its work is done.
process.exit(0);
