// npm test: everything that can be tried, and how much of it held. One part alone: npm test -- checks|unit|faults|journeys
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, compileMessages, generate, install, needNode, ROOT } from './prepare.mjs';

const PARTS = ['checks', 'unit', 'faults', 'journeys'];

needNode();
process.chdir(ROOT);
const wanted = process.argv.slice(2);
const unknown = wanted.find((part) => !PARTS.includes(part));
if (unknown) {
  console.error(`no such part: ${unknown}; there are ${PARTS.join(', ')}`);
  process.exit(1);
}
const parts = wanted.length > 0 ? PARTS.filter((part) => wanted.includes(part)) : PARTS;

await install();
await generate();
await compileMessages();
// The build keeps one core busy, and the checks want nothing of it.
const built = parts.includes('faults') || parts.includes('journeys') ? build({ pages: true }) : null;
built?.catch(() => {});

const { runChecks, runFaults, runJourneys, runUnit } = await import('./test-parts.mjs');
const reports = mkdtempSync(join(tmpdir(), 'baunghe-reports-'));
const RUN = { checks: runChecks, unit: runUnit, faults: runFaults, journeys: runJourneys };
// A journey waits for its browser half of the time, so the faults are tried beside them.
const TOGETHER = [['checks'], ['unit'], ['faults', 'journeys']];
const sum = { passed: 0, failed: 0 };
try {
  for (const group of TOGETHER) {
    if (!group.includes('checks')) await built;
    const counts = await Promise.all(
      group.filter((part) => parts.includes(part)).map((part) => RUN[part](reports)),
    );
    for (const { passed, failed } of counts) {
      sum.passed += passed;
      sum.failed += failed;
    }
  }
} finally {
  rmSync(reports, { recursive: true, force: true });
}
console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed > 0 ? 1 : 0);
