import { fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { enterInBooks } from '../books.ts';
import { lockCredit } from './open-credit.ts';

/** Money given for credit that somebody will not spend. */
export interface CreditPaidOut {
  phone: string;
  amount: Dong;
  through: 'bank' | 'cash';
  reference: string;
  byUser: string;
}

/** Why nothing is paid out. */
export type PayOutRefusal = { code: 'credit_unknown' } | { code: 'credit_too_little'; most: Dong };

/** Writes down that credit was paid out in money. */
export async function payOutCredit(
  tx: Tx,
  moment: Moment,
  { phone, amount, through, reference, byUser }: CreditPaidOut,
): Promise<Result<void, PayOutRefusal>> {
  await lockCredit(tx, phone);
  const credit = await tx.creditAccount.findUnique({ where: { phone } });
  if (!credit) return fail({ code: 'credit_unknown' });
  const most = dong(credit.balanceDong);
  if (amount > most) return fail({ code: 'credit_too_little', most });
  const entry = await tx.creditEntry.create({
    data: {
      ...{ kind: 'paid_out', dong: BigInt(-amount), key: null, phone },
      ...{ note: reference, at: moment.now, byUser },
    },
  });
  await enterInBooks(tx, moment, {
    key: `credit_paid_out:${entry.id}`,
    orderId: null,
    sides: [
      { account: 'credit', dong: amount },
      { account: through, dong: dong(-amount) },
    ],
  });
  return ok(undefined);
}
