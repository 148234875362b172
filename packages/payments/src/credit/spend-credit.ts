import { fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { lockPayment, missingOf } from '../amount-due.ts';
import { bookMoney } from '../book-money.ts';
import { typedCreditCode } from './credit-code.ts';
import { lockCredit } from './open-credit.ts';

/** Why no credit is spent. One answer for a code that nobody has and for one of another number. */
export type CreditRefusal = { code: 'credit_unknown' } | { code: 'credit_empty' };

/** A code as it was typed, and the number that orders. */
export interface TypedCredit {
  code: string;
  phone: string;
}

/** What may be spent by a code together with its number. */
export async function findCredit(tx: Tx, { code, phone }: TypedCredit): Promise<Result<Dong, CreditRefusal>> {
  const credit = await tx.creditAccount.findUnique({ where: { code: typedCreditCode(code) } });
  if (credit?.phone !== phone) return fail({ code: 'credit_unknown' });
  return credit.balanceDong > 0n ? ok(dong(credit.balanceDong)) : fail({ code: 'credit_empty' });
}

/** Pays an order with credit, as far as there is any: the rest is paid as the order says. Returns what was spent. */
export async function spendCredit(
  tx: Tx,
  moment: Moment,
  { orderId, ...typed }: TypedCredit & { orderId: string },
): Promise<Result<Dong, CreditRefusal>> {
  await lockCredit(tx, typed.phone);
  const found = await findCredit(tx, typed);
  if (!found.ok) return found;
  const payment = await lockPayment(tx, orderId);
  const amount = dong(Math.min(found.value, payment ? missingOf(payment) : 0));
  if (!payment || amount === 0) return ok(dong(0));
  const { phone } = typed;
  const told = { phone, orderId, at: moment.now, byUser: null };
  await tx.creditEntry.create({
    data: { kind: 'spent', dong: BigInt(-amount), key: `spent:${orderId}`, ...told },
  });
  const money = { orderId, source: 'credit', reference: orderId, amount, into: 'credit' } as const;
  await bookMoney(tx, moment, payment.id, { ...money, byUser: null });
  return ok(amount);
}
