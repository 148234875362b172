import { type Moment, newId, type Tx } from '@baunghe/db';
import { newCreditCode } from './credit-code.ts';
import { lockCredit } from './open-credit.ts';

/** So many are erased in one transaction. */
const AT_ONCE = 500;

/**
 * Erases a number from its credit, at its owner's wish, once nothing is left of it: its sums stay under a name that says
 * nothing. While something is left it stays, since the number is what opens it. Says whether it was erased.
 */
export async function eraseCredit(tx: Tx, moment: Moment, phone: string): Promise<boolean> {
  await lockCredit(tx, phone);
  const { count } = await tx.creditAccount.updateMany({
    where: { phone, balanceDong: 0n },
    data: nobody(moment),
  });
  return count > 0;
}

/** Erases the numbers of credit of which nothing is left, once no order knows them any more. Returns how many. */
export async function eraseOldCredit(tx: Tx, moment: Moment): Promise<number> {
  const spent = await tx.$queryRaw<{ phone: string }[]>`
    SELECT c."phone" FROM "credit_account" c
    WHERE c."balanceDong" = 0 AND c."phone" NOT LIKE 'erased:%'
      AND NOT EXISTS (SELECT FROM "order" o WHERE o."phone" = c."phone")
    ORDER BY c."phone" LIMIT ${AT_ONCE}`;
  let erased = 0;
  for (const { phone } of spent) if (await eraseCredit(tx, moment, phone)) erased++;
  return erased;
}

const nobody = (moment: Moment) => ({ phone: `erased:${newId('crd', moment)}`, code: newCreditCode(moment) });
