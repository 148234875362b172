import { randomBytes } from 'node:crypto';
import { formatSignerKey, formatVerifierKey, newSignerKey } from '@baunghe/proof';

// The secret alone goes to standard output, so that it can be led into a file.
const name = process.argv[2] ?? '';
if (/^[^\s+]+$/.test(name)) {
  const key = await newSignerKey(name, 'note', randomBytes);
  process.stderr.write(`for readers: ${formatVerifierKey(key)}\nsecret, for LOG_KEY:\n`);
  process.stdout.write(`${formatSignerKey(key)}\n`);
} else {
  process.stderr.write('usage: npm run log:key -- NAME, such as shop.example/log: no spaces, no +\n');
  process.exitCode = 2;
}
