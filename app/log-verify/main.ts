import { command } from './command';

process.exitCode = await command(process.argv.slice(2), process.env.DATA_DIR || './.data', {
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
});
