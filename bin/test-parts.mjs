// The parts of npm test. Each tells how many of its tests passed and failed; a part that tried nothing has failed.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { register } from 'tsx/esm/api';

const node = (script, ...args) => [process.execPath, [script, ...args]];
const turbo = (...args) => node('node_modules/turbo/bin/turbo', 'run', ...args);
const vitest = (...args) => node('node_modules/vitest/vitest.mjs', 'run', ...args);

const CHECKS = {
  'types of the pages': node('node_modules/typescript-native/bin/tsc', '--noEmit', '-p', '.'),
  // All rooms at once: the database's client is read once, not in every room again.
  'types of the rooms': node('node_modules/typescript-native/bin/tsc', '--noEmit', '-p', 'packages'),
  'format and lint': node('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'),
  'unused code': node('node_modules/knip/bin/knip.js', '--no-progress'),
  'unused sentences': node('bin/messages.mjs', '--unused'),
  'arrows between rooms': node(
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    'app',
    'packages',
    'prisma',
  ),
};

/** Checks of the code itself, one count each; what a failing one said is shown in full. */
export async function runChecks() {
  heading('checks');
  const count = { passed: 0, failed: 0 };
  const left = Object.entries(CHECKS);
  const lane = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [name, [command, args]] = next;
      const { code, said } = await run(command, args, { quiet: true });
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'}  ${name}`);
      if (code !== 0) console.log(said);
      count[code === 0 ? 'passed' : 'failed'] += 1;
    }
  };
  // Most of them keep one core busy.
  await Promise.all([lane(), lane()]);
  return count;
}

/** Unit and database tests of the rooms, then of app/ and tests/, on one PostgreSQL. */
export async function runUnit(reports) {
  heading('unit and database tests');
  const { server, stop } = await startPostgres();
  const env = { TEST_POSTGRES_URL: server.url };
  try {
    return sumOf([await testRooms(env), await runVitest('app', join(reports, 'root.json'), env)]);
  } finally {
    await stop();
  }
}

/** What goes wrong around a server: the built one as a process, killed, misled and short of disk; told at the end. */
export async function runFaults(reports) {
  const config = ['--config', 'tests/faults/vitest.config.ts'];
  const { said, ...count } = await runVitest('tests/faults', join(reports, 'faults.json'), {}, config, true);
  heading('faults of the built server');
  console.log(said);
  return count;
}

/** What a person does in a browser, from harvest to scanned box. */
export async function runJourneys(reports) {
  heading('journeys in a browser');
  const config = 'tests/journeys/playwright.config.ts';
  if (!existsSync(config)) return nothingRan(config);
  const report = join(reports, 'journeys.json');
  const command = node('node_modules/@playwright/test/cli.js', 'test', '-c', config, '--reporter=list,json');
  const { code } = await run(...command, { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report } });
  const stats = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).stats : undefined;
  if (!stats) return atLeastOne({ passed: 0, failed: 0 }, code || 1, config);
  if (stats.flaky > 0) console.log(`${stats.flaky} passed only when tried again`);
  return atLeastOne({ passed: stats.expected + stats.flaky, failed: stats.unexpected }, code, config);
}

async function testRooms(env) {
  const report = '.turbo/tests.json';
  const reportOf = (room) => join('packages', room, report);
  const rooms = readdirSync('packages').filter((room) => existsSync(join('packages', room, 'package.json')));
  for (const room of rooms) rmSync(reportOf(room), { force: true });
  const flags = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await run(...turbo('test', '--concurrency=2', '--continue', '--', ...flags), { env });
  const counts = rooms.map((room) =>
    existsSync(reportOf(room)) ? atLeastOne(countOf(reportOf(room)), 0, room) : nothingRan(room),
  );
  return atLeastOne(sumOf(counts), code, 'packages');
}

async function runVitest(where, report, env, flags = [], quiet = false) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code, said } = await run(...vitest(...flags, ...reporters), { env, quiet });
  return { ...atLeastOne(existsSync(report) ? countOf(report) : sumOf([]), code, where), said };
}

/** Counts a file that could not even be read as one failure, since no test of it is counted. */
function countOf(report) {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  );
  if (numPendingTests > 0) console.log(`${numPendingTests} skipped in ${report}`);
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

function sumOf(counts) {
  return {
    passed: counts.reduce((sum, count) => sum + count.passed, 0),
    failed: counts.reduce((sum, count) => sum + count.failed, 0),
  };
}

/** A command that ended badly with no failed test to show for it, or that ran none, counts as one failure. */
function atLeastOne(count, code, where) {
  if (count.passed + count.failed === 0) return nothingRan(where);
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function nothingRan(where) {
  console.log(`FAIL  no test ran in ${where}`);
  return { passed: 0, failed: 1 };
}

async function startPostgres() {
  register();
  const { startEmbeddedPostgres } = await import('../packages/db/src/embedded-postgres.ts');
  const folder = mkdtempSync(join(tmpdir(), 'baunghe-tests-'));
  const server = await startEmbeddedPostgres(folder, { mayLose: true });
  const stop = async () => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, leave);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const leave = () => stop().finally(() => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, leave);
  return { server, stop };
}

function run(command, args, { quiet = false, env = {} } = {}) {
  const settings = { FORCE_COLOR: process.stdout.isTTY ? '1' : '0', TURBO_TELEMETRY_DISABLED: '1' };
  const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
  const child = spawn(command, args, { stdio, env: { ...process.env, ...settings, ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      said += chunk;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, said }));
  });
}

function heading(name) {
  console.log(`\n== ${name}`);
}
