import { fail, ok, type Result, type Tx } from '@baunghe/db';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { PASSWORD_LENGTH } from '../create-account.ts';

/** Why a password stays as it is. */
export type PasswordRefusal = {
  code: 'old_password_wrong' | 'password_too_short' | 'password_too_long';
};

/** Gives a person a new password, who knows the old one. */
export async function changePassword(
  tx: Tx,
  now: Date,
  { userId, old, fresh }: { userId: string; old: string; fresh: string },
): Promise<Result<undefined, PasswordRefusal>> {
  if (fresh.length < PASSWORD_LENGTH.least) return fail({ code: 'password_too_short' });
  if (fresh.length > PASSWORD_LENGTH.most) return fail({ code: 'password_too_long' });
  const account = await tx.account.findFirst({ where: { userId, providerId: 'credential' } });
  const hash = account?.password;
  if (!account || !hash || !(await verifyPassword({ hash, password: old })))
    return fail({ code: 'old_password_wrong' });
  const password = await hashPassword(fresh);
  await tx.account.update({ where: { id: account.id }, data: { password, updatedAt: now } });
  return ok(undefined);
}
