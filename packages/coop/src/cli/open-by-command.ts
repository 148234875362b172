import { parseArgs } from 'node:util';
import { CommandRefused, migrate, openDatabase, Role, thisMoment, withCommandDatabase } from '@baunghe/db';
import { type NewAccount, PASSWORD_LENGTH } from '../create-account.ts';
import { type OpenAccountFailure, openAccount } from '../open-account.ts';
import { phoneNumber } from '../phone-number.ts';

const USAGE =
  'usage: npm run account -- --name "Họ Và Tên" --phone 0912345678 --role manager [--role packer] [--member XV03]';

type Asked = Omit<NewAccount, 'password'> & { memberCode: string | null };

/**
 * Opens the account that a command's arguments describe, in the database that the server uses, also while it runs.
 * Returns the sentence that says so.
 * @throws CommandRefused with the sentence that says why not.
 */
export async function openByCommand(args: string[], readPassword: () => Promise<string>): Promise<string> {
  const asked = readArguments(args);
  const password = await readPassword();
  await withCommandDatabase({ mustHaveData: false, mayJoin: true }, async (url, joined) => {
    // A running server has brought its database to the form it knows; that is not to change under it.
    if (!joined) await migrate(url, 'prisma/migrations');
    const database = openDatabase(url, 1);
    try {
      const opened = await openAccount(database, thisMoment(), { ...asked, password });
      if (!opened.ok) throw new CommandRefused(refusalSentence(opened.error, asked));
    } finally {
      await database.$disconnect();
    }
  });
  return `account opened: ${asked.name}, ${asked.phone}, ${asked.roles.join(', ')}`;
}

function readArguments(args: string[]): Asked {
  const given = parsedArguments(args);
  const name = given.name?.normalize('NFC').replace(/\s+/g, ' ').trim() ?? '';
  const roles = given.role ?? [];
  if (!name || given.phone === undefined || roles.length === 0) throw new CommandRefused(USAGE);
  const phone = phoneNumber(given.phone);
  if (!phone.ok)
    throw new CommandRefused(`--phone: ${given.phone} is not a telephone number that a person has`);
  const unknown = roles.find((role) => !isRole(role));
  if (unknown !== undefined)
    throw new CommandRefused(`--role: ${unknown} is none of ${Object.values(Role).join(', ')}`);
  const memberCode = given.member?.trim() ?? null;
  return { name, phone: phone.value.e164, roles: roles.filter(isRole), memberCode, demo: false };
}

function parsedArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        name: { type: 'string' },
        phone: { type: 'string' },
        role: { type: 'string', multiple: true },
        member: { type: 'string' },
      },
    }).values;
  } catch {
    throw new CommandRefused(USAGE);
  }
}

function isRole(text: string): text is Role {
  return Object.values(Role).some((role) => role === text);
}

function refusalSentence(why: OpenAccountFailure, { phone, memberCode }: Asked): string {
  switch (why.code) {
    case 'phone_taken':
      return `--phone: ${phone} has an account already`;
    case 'password_too_short':
      return `the password must have at least ${PASSWORD_LENGTH.least} characters`;
    case 'password_too_long':
      return `the password must have at most ${PASSWORD_LENGTH.most} characters`;
    case 'member_unknown':
      return `--member: no member has the code ${memberCode}`;
    case 'member_has_account':
      return `--member: ${memberCode} has an account already`;
  }
}
