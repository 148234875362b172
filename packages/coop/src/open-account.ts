import { type Database, fail, type Moment, ok, type Result } from '@baunghe/db';
import { type CreateAccountFailure, createAccount, type NewAccount } from './create-account.ts';

/** What can keep an account from being opened. */
export type OpenAccountFailure =
  | CreateAccountFailure
  | { code: 'member_unknown' }
  | { code: 'member_has_account' };

/**
 * Opens an account and, where `memberCode` names a member (such as XV03), ties it to that member's record: both or
 * neither.
 */
export async function openAccount(
  db: Database,
  moment: Moment,
  account: NewAccount & { memberCode: string | null },
): Promise<Result<{ userId: string }, OpenAccountFailure>> {
  const { memberCode, ...person } = account;
  try {
    return await db.$transaction(async (tx) => {
      const made = await createAccount(tx, person, moment);
      if (!made.ok) throw new NotOpened(made.error);
      if (memberCode !== null) {
        const { userId } = made.value;
        const tied = await tx.member.updateMany({
          where: { code: memberCode, userId: null },
          data: { userId },
        });
        if (tied.count === 0) {
          const known = await tx.member.count({ where: { code: memberCode } });
          throw new NotOpened({ code: known === 0 ? 'member_unknown' : 'member_has_account' });
        }
      }
      return ok(made.value);
    });
  } catch (error) {
    if (error instanceof NotOpened) return fail(error.why);
    throw error;
  }
}

class NotOpened extends Error {
  constructor(readonly why: OpenAccountFailure) {
    super(why.code);
  }
}
