import { fail, type Moment, newId, ok, type Result, type Role, refusalOf, type Tx } from '@baunghe/db';
import { hashPassword } from 'better-auth/crypto';
import type { Phone } from './phone-number.ts';

/** Characters in a password: what better-auth takes. */
export const PASSWORD_LENGTH = { least: 8, most: 128 } as const;

/** Who the account is for and what they may do. */
export interface NewAccount {
  /** Full name, family name first. */
  name: string;
  phone: Phone;
  password: string;
  roles: readonly Role[];
  /** Whether the account belongs to the demo season, and so cannot exist in production. */
  demo: boolean;
}

/** What can be wrong with a new account. After `phone_taken` a transaction that was handed in can only be rolled back. */
export type CreateAccountFailure =
  | { code: 'phone_taken' }
  | { code: 'password_too_short' | 'password_too_long' };

/**
 * Makes an account that signs in with a telephone number and a password, in one atomic write. The password is hashed
 * off the main thread, so many accounts are made fastest at once (`Promise.all`) outside a transaction. better-auth
 * wants an email address: it gets one that can never be delivered to (RFC 2606, `.invalid`).
 */
export async function createAccount(
  db: Tx,
  account: NewAccount,
  moment: Moment,
): Promise<Result<{ userId: string }, CreateAccountFailure>> {
  if (account.password.length < PASSWORD_LENGTH.least) return fail({ code: 'password_too_short' });
  if (account.password.length > PASSWORD_LENGTH.most) return fail({ code: 'password_too_long' });
  const userId = newId('usr', moment);
  const at = { createdAt: moment.now, updatedAt: moment.now };
  const password = await hashPassword(account.password);
  try {
    await db.user.create({
      data: {
        id: userId,
        name: account.name.normalize('NFC'),
        email: `${userId}@phone.invalid`,
        phoneNumber: account.phone,
        phoneNumberVerified: false,
        demo: account.demo,
        ...at,
        accounts: { create: { id: userId, accountId: userId, providerId: 'credential', password, ...at } },
        roles: { create: [...new Set(account.roles)].map((role) => ({ role })) },
      },
    });
  } catch (error) {
    if (refusalOf(error)?.constraint === 'user_phoneNumber_key') return fail({ code: 'phone_taken' });
    throw error;
  }
  return ok({ userId });
}
