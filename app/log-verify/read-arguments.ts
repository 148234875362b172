import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseVerifierKey, type VerifierKey } from '@baunghe/proof';

/** Which log to read again, whom to trust and where to remember it. */
export interface Asked {
  /** The log's address, no slash at the end. */
  url: string;
  /** Keys that the caller vouches for; empty: those that were kept, or at first those that the site names. */
  keys: VerifierKey[];
  /** Each of these must have cosigned. */
  witnesses: VerifierKey[];
  keepFile: string;
}

/** How to call it. */
export const USAGE = `usage: npm run log:verify -- URL [--key KEY]… [--witness KEY]… [--keep FILE]
  URL        the site, or its log when that lies elsewhere than at /log
  --key      a key of the log, name+id+key, that reached you another way than through the site
  --witness  the key of a witness that must have cosigned
  --keep     where the last good checkpoint is kept; else below DATA_DIR`;

/** Reads the command's arguments; a line of what is wrong with them otherwise. */
export function readArguments(
  args: readonly string[],
  dataDir: string,
): { ok: true; asked: Asked } | { ok: false; problem: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        key: { type: 'string', multiple: true },
        witness: { type: 'string', multiple: true },
        keep: { type: 'string' },
      },
    });
    const [address = '', ...more] = positionals;
    if (address === '' || more.length > 0) throw new TypeError('name one URL');
    const url = addressOfLog(address);
    const keepFile = values.keep ?? join(dataDir, 'log-verify', `${nameOf(url)}.json`);
    const keys = (values.key ?? []).map((text) => keyOf(text, '--key', 'note'));
    const witnesses = (values.witness ?? []).map((text) => keyOf(text, '--witness', 'cosignature'));
    return { ok: true, asked: { url, keys, witnesses, keepFile } };
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, problem: error.message };
    throw error;
  }
}

function addressOfLog(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new TypeError(`not an http:// or https:// address: ${address}`);
  const path = url.pathname.replace(/\/+$/, '');
  return `${url.origin}${path === '' ? '/log' : path}`;
}

function nameOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`.replace(/[^\w.-]+/g, '_');
}

function keyOf(text: string, option: string, use: VerifierKey['use']): VerifierKey {
  const key = parseVerifierKey(text);
  if (!key.ok) throw new TypeError(`${option}: not a verifier key (${key.error.code}): ${text}`);
  if (key.value.use !== use)
    throw new TypeError(`${option}: a key of ${use === 'note' ? 'a witness' : 'a log'}: ${text}`);
  return key.value;
}
