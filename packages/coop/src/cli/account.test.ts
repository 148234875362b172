import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { CommandRefused, lockDataFolder, migrate, openDatabase, startEmbeddedPostgres } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createAccounts } from '../index.ts';
import { askPassword } from './ask-password.ts';
import { openByCommand } from './open-by-command.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const PASSWORD = 'mua-he-sau-rieng';
let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase(3);
  const joinedOn = new Date('2024-01-01');
  await test.db.member.create({ data: { id: 'mem_1', code: 'XV03', name: 'Người Trồng Thử', joinedOn } });
});
afterAll(() => test.close());
afterEach(() => vi.unstubAllEnvs());

interface Ended {
  code: number | null;
  said: string;
  errors: string;
}

/** Runs the command as `npm run account` does, with `password` on its standard input. */
function account(args: string[], password = `${PASSWORD}\n`, env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const command = ['bin/with-typescript.mjs', 'packages/coop/src/cli/account.ts', ...args];
  const child = spawn(process.execPath, command, {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: test.url, ...env },
  });
  let said = '';
  let errors = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(password);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said, errors })));
}

const refused = (sentence: string): Ended => ({ code: 1, said: '', errors: `${sentence}\n` });
const named = ['--name', 'Nguyễn Văn Mẫu'];

function accountsOf(db: TestDatabase['db']) {
  return createAccounts({
    database: db,
    secret: '0123456789abcdef0123456789abcdef',
    baseUrl: 'http://localhost:3000',
    secureCookies: false,
    trustedOrigins: [],
    allowDemo: false,
  });
}

describe('npm run account', () => {
  it('opens an account that signs in, with its roles and its member', async () => {
    const roles = ['--role', 'manager', '--role', 'member'];
    const opened = await account([...named, '--phone', '0912 345 678', ...roles, '--member', 'XV03']);
    expect(opened).toEqual({
      code: 0,
      said: 'account opened: Nguyễn Văn Mẫu, +84912345678, manager, member\n',
      errors: '',
    });
    const accounts = accountsOf(test.db);
    const entered = await accounts.signIn({
      phone: '0912345678',
      password: PASSWORD,
      headers: new Headers(),
    });
    if (!entered.ok) throw new Error(entered.error.code);
    const cookie = entered.value.setCookie.map((line) => line.split(';')[0]).join('; ');
    const who = await accounts.whoIs(new Headers({ cookie }));
    expect(who).toMatchObject({ name: 'Nguyễn Văn Mẫu', roles: ['member', 'manager'], memberId: 'mem_1' });
  });

  it('says in one sentence why it opens none, and opens none', async () => {
    const before = await test.db.user.count();
    vi.stubEnv('DATABASE_URL', test.url);
    vi.spyOn(process, 'cwd').mockReturnValue(ROOT);
    const packer = [...named, '--phone', '0912345001', '--role', 'packer'];
    const first = await account(packer);
    expect(first.code).toBe(0);
    const cases: [string[], string, string][] = [
      [packer, PASSWORD, '--phone: +84912345001 has an account already'],
      [
        [...named, '--phone', '01234567890', '--role', 'packer'],
        PASSWORD,
        '--phone: 01234567890 is not a telephone number that a person has',
      ],
      [
        [...named, '--phone', '0912345002', '--role', 'boss'],
        PASSWORD,
        '--role: boss is none of member, packer, manager, accountant, auditor',
      ],
      [
        [...named, '--phone', '0912345002', '--role', 'packer'],
        'short',
        'the password must have at least 8 characters',
      ],
      [
        [...named, '--phone', '0912345002', '--role', 'member', '--member', 'XV99'],
        PASSWORD,
        '--member: no member has the code XV99',
      ],
      [
        [...named, '--phone', '0912345002', '--role', 'member', '--member', 'XV03'],
        PASSWORD,
        '--member: XV03 has an account already',
      ],
    ];
    for (const [args, password, sentence] of cases)
      await expect(openByCommand(args, async () => password)).rejects.toThrow(new CommandRefused(sentence));
    for (const args of [
      ['--phone', '0912345002', '--role', 'packer'],
      [...packer, '--admin'],
    ])
      await expect(openByCommand(args, async () => PASSWORD)).rejects.toThrow(
        /^usage: npm run account -- --name .*$/,
      );
    expect((await account([])).errors).toMatch(/^usage: npm run account -- --name .*\n$/);
    expect(await test.db.user.count()).toBe(before + 1);
  });

  it('says so where no database answers', async () => {
    const nowhere = { DATABASE_URL: 'postgresql://baunghe:x@127.0.0.1:1/baunghe' };
    const args = [...named, '--phone', '0912345003', '--role', 'packer'];
    expect(await account(args, PASSWORD, nowhere)).toEqual(
      refused('DATABASE_URL: no database answers there (ECONNREFUSED)'),
    );
  });

  it('makes the first account in an empty data folder, and a second one while a server runs on it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'baunghe-account-'));
    const env = { DATABASE_URL: '', DATA_DIR: folder };
    const manager = [...named, '--role', 'manager', '--phone'];
    try {
      expect((await account([...manager, '0912345004'], PASSWORD, env)).code).toBe(0);
      const release = await lockDataFolder(folder);
      const server = await startEmbeddedPostgres(folder);
      expect(await migrate(server.url, join(ROOT, 'prisma/migrations'))).toEqual([]);
      const second = await account([...manager, '0912345005'], PASSWORD, env);
      const db = openDatabase(server.url, 1);
      const phones = await db.user.findMany({
        select: { phoneNumber: true },
        orderBy: { phoneNumber: 'asc' },
      });
      await db.$disconnect();
      await server.stop();
      expect(second).toMatchObject({ code: 0, errors: '' });
      expect(phones).toEqual([{ phoneNumber: '+84912345004' }, { phoneNumber: '+84912345005' }]);
      expect((await account([...manager, '0912345006'], PASSWORD, env)).errors).toBe(
        `DATA_DIR: a server runs on ${folder} (process ${process.pid}); stop it first\n`,
      );
      await release();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('on a terminal', () => {
  /** A terminal on which somebody types; what it was told to show, and how it was set, in order. */
  function typing(signs: string) {
    const input = Object.assign(new PassThrough(), {
      isTTY: true as const,
      setRawMode: (raw: boolean) => {
        shown.push(raw ? '<raw>' : '<shown>');
        return input as never;
      },
    });
    const shown: string[] = [];
    input.write(signs);
    return { input, shown, say: (words: string) => void shown.push(words) };
  }

  it('asks twice, shows nothing of it, and mends what was typed wrong', async () => {
    const terminal = typing('mật khẩuu\u007f dài\rmật khẩu dài\r');
    expect(await askPassword(terminal)).toEqual({ password: 'mật khẩu dài' });
    expect(terminal.shown).toEqual(['<raw>', 'password: ', '\n', 'once more: ', '\n', '<shown>']);
  });

  it('tells that the two differ, and lets go at Ctrl-C and at the end of the input', async () => {
    expect(await askPassword(typing('one of them\rthe other\r'))).toBe('not_the_same');
    const left = typing('half a pass\u0003');
    expect(await askPassword(left)).toBe('interrupted');
    expect(left.shown.at(-1)).toBe('<shown>');
    const closed = typing('half');
    closed.input.end();
    expect(await askPassword(closed)).toBe('interrupted');
  });
});
