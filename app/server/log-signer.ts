import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '@baunghe/db';
import {
  formatSignerKey,
  newSignerKey,
  parseSignerKey,
  parseVerifierKey,
  type SignerKey,
} from '@baunghe/proof';
import { foreignHead, type LogSigner, type Witness } from '@baunghe/trace';
import type { Config } from './config';
import { NotStarted } from './why-not-started';

/**
 * The keys that sign the log: those of LOG_KEY, or else one made at the first start and kept in `log.key` of the data
 * folder. The log is called what its first key is called.
 * @throws NotStarted for a key that is none, and when the log in the database was signed by a key that is not here: a
 * new one would look to every reader like a forger's.
 */
export async function logSigner(config: Config, database: Database): Promise<LogSigner> {
  const texts = config.logKeys.length > 0 ? config.logKeys : [await keptKey(config)];
  const keys = await Promise.all(texts.map(readKey));
  const [newest] = keys as [SignerKey];
  if (keys.some((key) => key.name !== newest.name))
    throw new NotStarted('LOG_KEY: its keys must all have one name, the name of the log');
  const foreign = config.logKeyLost ? null : await foreignHead(database, keys);
  if (foreign)
    throw new NotStarted(
      `LOG_KEY: the log in this database, ${foreign.size} entries long, was signed by another key; set LOG_KEY to that ` +
        'key, or, if it is lost, set LOG_KEY_LOST=1 once and tell everyone who checks the log of the new key',
    );
  return { origin: newest.name, keys };
}

/** A witness as LOG_WITNESSES names it. @throws NotStarted for a key that is none of a witness. */
export function witnessOf({ key: text, prefix }: Config['witnesses'][number]): Witness {
  const key = parseVerifierKey(text);
  if (!key.ok) throw new NotStarted(`LOG_WITNESSES: not a verifier key (${key.error.code}): ${text}`);
  if (key.value.use !== 'cosignature')
    throw new NotStarted(`LOG_WITNESSES: not the key of a witness (cosignature/v1): ${text}`);
  return { key: key.value, prefix };
}

async function readKey(text: string): Promise<SignerKey> {
  const key = await parseSignerKey(text);
  if (!key.ok) throw new NotStarted(`LOG_KEY: not a signer key (${key.error.code})`);
  if (key.value.use !== 'note') throw new NotStarted('LOG_KEY: this is the key of a witness, not of a log');
  return key.value;
}

async function keptKey({ dataDir, publicUrl }: Config): Promise<string> {
  const file = join(dataDir, 'log.key');
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  if (kept.trim()) return kept.trim();
  const made = formatSignerKey(await newSignerKey(`${new URL(publicUrl).host}/log`, 'note', randomBytes));
  await mkdir(dataDir, { recursive: true });
  await writeFile(file, `${made}\n`, { mode: 0o600 });
  return made;
}
