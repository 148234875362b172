import { spawn } from 'node:child_process';
import autocannon from 'autocannon';
import { atLeast, median, processorSeconds, progress, rounded } from './figures';
import { get } from './get';

const CONNECTIONS = 32;
const SECONDS = 3;
const ROUNDS = 5;

/** The page as a browser asks for it. */
const BROWSER = { accept: 'text/html,application/xhtml+xml', 'accept-encoding': 'gzip, deflate, br' };

type Round = { perSecond: number; perProcessorSecond: number; busy: number };

/**
 * Pages per second of the server beside node's own http server answering the same bytes with the same headers, by
 * turns. Where the one that loads was slower than what it loads (`busy` under 0.9), answers per second would flatter;
 * so the ratio is also taken by the processor time used, and the smaller one is judged.
 */
export async function pageSpeed(site: { url: string; pid: number }, path: string, least: number) {
  const bare = await bareServer(`${site.url}${path}`);
  const rounds: { site: Round; bare: Round }[] = [];
  try {
    await load(`${site.url}${path}`, site.pid, 1);
    await load(bare.url, bare.pid, 1);
    for (let round = 1; round <= ROUNDS; round++) {
      rounds.push({
        site: await load(`${site.url}${path}`, site.pid, SECONDS),
        bare: await load(`${bare.url}${path}`, bare.pid, SECONDS),
      });
      progress(`  ${path.slice(0, 24)} round ${round} of ${ROUNDS}`);
    }
  } finally {
    bare.stop();
  }
  const middle = (of: 'site' | 'bare', what: keyof Round) => median(rounds.map((round) => round[of][what]));
  const ratio = (what: keyof Round) =>
    rounded(median(rounds.map(({ site, bare }) => site[what] / bare[what])));
  const side = (of: 'site' | 'bare') => ({
    perSecond: rounded(middle(of, 'perSecond')),
    perProcessorSecond: rounded(middle(of, 'perProcessorSecond')),
    busy: rounded(middle(of, 'busy')),
  });
  const ratios = { perSecond: ratio('perSecond'), perProcessorSecond: ratio('perProcessorSecond') };
  const worse = Math.min(...Object.values(ratios).filter((value) => !Number.isNaN(value)));
  return {
    ...atLeast(worse, least, 'of a bare node:http server'),
    ratios,
    server: side('site'),
    bareNodeHttp: side('bare'),
    load: {
      with: 'autocannon',
      connections: CONNECTIONS,
      pipelining: 1,
      threads: 1,
      rounds: ROUNDS,
      SECONDS,
    },
  };
}

async function load(url: string, pid: number, seconds: number): Promise<Round> {
  const before = processorSeconds(pid);
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds, headers: BROWSER });
  if (result.errors + result.non2xx > 0)
    throw new Error(`${url}: ${result.errors} errors, ${result.non2xx} not 2xx`);
  const used = (processorSeconds(pid) ?? Number.NaN) - (before ?? Number.NaN);
  const answers = result.requests.total;
  return {
    perSecond: answers / result.duration,
    perProcessorSecond: answers / used,
    busy: used / result.duration,
  };
}

async function bareServer(url: string) {
  const { headers, body } = await get(url, BROWSER);
  const own = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding']);
  const same = headers.filter(([name]) => !own.has(name.toLowerCase())).flat();
  const child = spawn(process.execPath, ['tests/bench/bare-server.mjs'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify({ headers: same, body: body.toString('base64') }));
  const port = await new Promise<string>((resolve) =>
    child.stdout.once('data', (chunk) => resolve(String(chunk))),
  );
  const stop = () => void child.kill();
  return { url: `http://127.0.0.1:${port.trim()}`, pid: child.pid ?? 0, stop };
}
