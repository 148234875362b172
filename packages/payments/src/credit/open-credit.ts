import type { Moment, Tx } from '@baunghe/db';
import { newCreditCode } from './credit-code.ts';

/** Makes a phone number's credit with a code of its own, if it has none; of two at once both get the same. */
export async function openCredit(tx: Tx, moment: Moment, phone: string): Promise<void> {
  await tx.creditAccount.createMany({
    data: [{ phone, code: newCreditCode(moment), createdAt: moment.now }],
    skipDuplicates: true,
  });
}

/** Locks a number's credit until the transaction ends: of those who spend it at once one goes after the other. */
export async function lockCredit(tx: Tx, phone: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "credit_account" WHERE "phone" = ${phone} FOR UPDATE`;
}
