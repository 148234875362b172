import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findBrowser } from '../journeys/find-browser';
import { atLeast, atMost, progress, rounded } from './figures';

/** Not among the packages of the project: 150 others come with it, for this one figure. */
const LIGHTHOUSE = 'lighthouse@12.8.2';
const BROWSER_FLAGS = '--headless=new --no-sandbox --font-render-hinting=none';
/** The demo keeps crawlers out, and a box is never to be found by searching; so that alone is not judged. */
const NOT_JUDGED = 'is-crawlable';
const LEAST = 95;
const LARGEST_PAINT_SECONDS = 1.8;

interface Report {
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { numericValue?: number }>;
}

/** Scores of 100 and the largest paint on Lighthouse's mobile profile (a slow phone on slow 4G, simulated), by page. */
export async function lighthouseScores(pages: Record<string, string>) {
  const browser = await findBrowser();
  const scores: Record<string, unknown> = { by: LIGHTHOUSE, notJudged: NOT_JUDGED };
  for (const [name, url] of Object.entries(pages)) {
    progress(`  Lighthouse: ${name}`);
    scores[name] = await scoresOf(url, browser).catch((error: Error) => ({
      notMeasured: error.message.split('\n')[0],
    }));
  }
  return scores;
}

async function scoresOf(url: string, browser: string) {
  const { categories, audits } = await run(url, browser);
  const scores = Object.entries(categories).map(([category, { score }]) => [
    category,
    atLeast(Math.round((score ?? 0) * 100), LEAST, 'of 100'),
  ]);
  const of = (audit: string) => rounded(audits[audit]?.numericValue ?? Number.NaN);
  return {
    ...Object.fromEntries(scores),
    largestPaint: atMost(of('largest-contentful-paint') / 1000, LARGEST_PAINT_SECONDS, 's'),
    layoutShift: of('cumulative-layout-shift'),
    blockedMs: of('total-blocking-time'),
  };
}

async function run(url: string, browser: string): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'baunghe-lighthouse-'));
  const report = join(folder, 'report.json');
  try {
    await promisify(execFile)(
      'npx',
      [
        ...['--yes', LIGHTHOUSE, url, '--quiet', '--output=json', `--output-path=${report}`],
        ...[`--chrome-flags=${BROWSER_FLAGS}`, `--skip-audits=${NOT_JUDGED}`],
      ],
      { env: { ...process.env, CHROME_PATH: browser } },
    );
    return JSON.parse(readFileSync(report, 'utf8')) as Report;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
