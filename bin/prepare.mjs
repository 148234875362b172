// The steps that a fresh clone needs before anything runs. Each one is skipped when its sources have not changed since
// it last ended well, which a sum kept beside its output tells.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OLDEST = [20, 19];

/** Ends the process with one sentence when this Node is older than the code can bear. */
export function needNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  console.error(`Node ${OLDEST.join('.')} or newer is needed, and this is ${process.versions.node}.`);
  process.exit(1);
}

/** Runs npm ci when node_modules is missing or older than package-lock.json. */
export async function install() {
  const installed = join(ROOT, 'node_modules/.package-lock.json');
  if (
    existsSync(installed) &&
    statSync(installed).mtimeMs >= statSync(join(ROOT, 'package-lock.json')).mtimeMs
  )
    return;
  console.log('installing packages (npm ci)');
  // Also in production: the pages are built here, with the development packages.
  const flags = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) await run(process.execPath, [npm, ...flags]);
  else await run('npm', flags, { shell: process.platform === 'win32' });
}

/** Makes the Prisma client out of prisma/schema. */
export async function generate() {
  const sum = sumOf(['prisma/schema', 'prisma.config.ts', 'node_modules/prisma/package.json']);
  await unlessDone('packages/db/src/generated/sum.txt', sum, async () => {
    console.log('making the database client');
    // Generating needs no engine, but Prisma would download one unless some program stands in its place.
    const env = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' };
    await run(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], { quiet: true, env });
  });
}

/** Compiles the message catalogues, which itself looks whether it must. */
export async function compileMessages() {
  await run(process.execPath, ['bin/messages.mjs'], { quiet: true });
}

/** Builds the server, and the pages unless Vite is going to serve them from their sources. */
export async function build({ pages }) {
  const sources = ['app', 'packages', 'prisma', 'public', 'package-lock.json', 'tsconfig.base.json'];
  const configs = [
    'vite.config.ts',
    'vite.aliases.ts',
    'vite.ascii.ts',
    'vite.chunks.ts',
    'vite.server.config.ts',
    'remix.config.js',
    'tsconfig.json',
  ];
  const sum = sumOf([...sources, ...configs]);
  const env = { NODE_ENV: 'production' };
  if (pages)
    await unlessDone('build/pages.sum.txt', sum, async () => {
      console.log('building the pages');
      await run(process.execPath, [remix(), 'vite:build'], { quiet: true, env });
      compressFiles('build/client');
    });
  await unlessDone('build/server.sum.txt', sum, async () => {
    console.log('building the server');
    const flags = ['build', '--config', 'vite.server.config.ts', '--logLevel', 'warn'];
    await run(process.execPath, ['node_modules/vite/bin/vite.js', ...flags], { quiet: true, env });
  });
}

const COMPRESSED = /\.(js|css|svg|json|webmanifest|wasm)$/;
const WORTH_IT = 1024;

/** Writes every file that browsers fetch and that shrinks also as .br and .gz, as small as it gets, so that no request pays for it. */
function compressFiles(folder) {
  for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
    const file = join(ROOT, folder, name);
    if (!COMPRESSED.test(name) || statSync(file).size < WORTH_IT) continue;
    const bytes = readFileSync(file);
    writeFileSync(
      `${file}.br`,
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    );
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

const remix = () => 'node_modules/@remix-run/dev/dist/cli.js';

async function unlessDone(sumFile, sum, step) {
  const file = join(ROOT, sumFile);
  if (existsSync(file) && readFileSync(file, 'utf8') === sum) return;
  rmSync(file, { force: true });
  await step();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, sum);
}

const NOT_A_SOURCE = /(^|\/)(node_modules|\.turbo|generated)(\/|$)|\.(test|builders)\.tsx?$/;

/** A sum over the paths and the content of files, so that a removed or restored file counts as a change too. */
function sumOf(paths) {
  const sum = createHash('sha256');
  const add = (path) => {
    if (NOT_A_SOURCE.test(path) && !path.startsWith('node_modules/')) return;
    if (statSync(join(ROOT, path)).isDirectory()) {
      for (const name of readdirSync(join(ROOT, path)).sort()) add(`${path}/${name}`);
    } else
      sum
        .update(path)
        .update('\0')
        .update(readFileSync(join(ROOT, path)));
  };
  for (const path of paths) add(path);
  return sum.digest('hex');
}

/** Runs a command to its end. A quiet one is heard only when it fails; then this process ends with its exit code. */
async function run(command, args, { quiet = false, env = {}, shell = false } = {}) {
  const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit';
  const child = spawn(command, args, { cwd: ROOT, stdio, shell, env: { ...process.env, ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      said += chunk;
    });
  }
  const pass = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, pass);
  const [code, signal] = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (...ending) => resolve(ending));
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, pass);
  if (code === 0) return;
  process.stderr.write(said);
  console.error(signal ? `stopped by ${signal}` : `failed: ${[command, ...args].join(' ')}`);
  process.exit(code || 1);
}
