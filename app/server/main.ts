import { parseConfig } from './config';

const endings: (() => Promise<void>)[] = [];
let ending = false;

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Undoes what the start has done so far, the last first, and leaves. */
async function end(exitCode: number): Promise<void> {
  if (ending) return;
  ending = true;
  for (const undo of endings.reverse()) {
    await undo().catch((error: unknown) => process.stderr.write(`at the end: ${String(error)}\n`));
  }
  process.exit(exitCode);
}

async function start(): Promise<void> {
  const parsed = parseConfig(process.env);
  if (!parsed.ok) {
    for (const problem of parsed.problems) process.stderr.write(`${problem}\n`);
    process.exit(1);
  }
  const { config } = parsed;
  const dev = process.argv.includes('--dev');
  for (const warning of config.warnings) process.stderr.write(`${warning}\n`);
  process.env.NODE_ENV = dev ? 'development' : 'production';
  try {
    const { run } = await import('./run');
    await run(config, dev, say, (undo) => endings.push(undo));
    if (!ending) say(`ready http://localhost:${config.port}`);
  } catch (error) {
    if (ending) return;
    const { whyNotStarted } = await import('./why-not-started');
    process.stderr.write(`${whyNotStarted(error, config)}\n`);
    await end(1);
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(0));
await start();
