import type { Database, Tx } from '@baunghe/db';
import { dong } from '@baunghe/money';
import { forgoAfterSale } from '@baunghe/payments';
import { addVatRule, approveSettlement, prepareSettlement } from '../index.ts';
import { aDelivery, aSeason, june, on } from '../settlement/settlement.builders.ts';
import { aPerson, kept } from '../shop.builders.ts';

export const PREPARER = { userId: 'usr_preparer' };
export const APPROVER = { userId: 'usr_approver' };

/** What was asked for and had to be given. */
export function given<T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** Asks the database for a whole number, whatever the code says. */
export async function numberIn(db: Database, sql: string): Promise<number> {
  const [row] = await db.$queryRawUnsafe<{ sum: bigint | null }[]>(`SELECT (${sql})::bigint AS sum`);
  return Number(row?.sum ?? 0n);
}

/** An order's code. */
export const codeOf = async (db: Database, orderId: string): Promise<string> =>
  (await db.order.findUniqueOrThrow({ where: { id: orderId } })).code;

/** That a manager gave a sum back for fruit that was not good, without which nothing is forgone. */
export async function allowed(
  tx: Tx,
  orderId: string,
  { key, off }: { key: string; off: number },
): Promise<void> {
  const giver = { askedAt: on(8).now, askedBy: 'usr_giver', closedAt: on(8).now, closedBy: 'usr_giver' };
  const giving = { id: `giv_${key}`, act: 'refund', state: 'given', words: 'thử', key } as const;
  await tx.giving.create({ data: { ...giving, dong: BigInt(off), orderId, ...giver } });
}

type Sold = { outside: { orderId: string }; inside: { orderId: string }; taxed: { orderId: string } };

/** Two boxes sold outside, one to a member, one outside with 5 % VAT; all settled; money given back for a bad fruit. */
export async function aYearOfSales(db: Database): Promise<Sold> {
  const { lots } = await aSeason(db);
  const person = { name: 'Xã viên thử', email: 'a@example.com', phoneNumber: '+84900000011' };
  await db.user.create({ data: { id: 'usr_member', ...person } });
  await db.member.update({ where: { id: 'mem_1' }, data: { userId: 'usr_member' } });
  const outside = await aDelivery(db, [lots[0], lots[1]]);
  const inside = await aDelivery(db, [lots[0]], { method: 'vietqr', phone: '+84900000011' });
  const rule = {
    productId: 'pro_box',
    fromDay: june(7),
    kind: 'rate',
    rate: 500,
    why: 'bán cho hộ',
  } as const;
  given(await kept(db, (tx) => addVatRule(tx, on(7), PREPARER, rule)));
  const taxed = await aDelivery(db, [lots[1]]);
  const off = { off: dong(70_000), reason: 'claim', key: 'claim:thử' } as const;
  await aPerson(db, 'usr_giver', 'manager');
  await allowed(db, outside.orderId, off);
  given(await kept(db, (tx) => forgoAfterSale(tx, on(8), { orderId: outside.orderId, ...off })));
  const period = { fromDay: june(1), toDay: june(7) };
  const { id } = given(await kept(db, (tx) => prepareSettlement(tx, on(8), PREPARER, period)));
  given(await kept(db, (tx) => approveSettlement(tx, on(9), APPROVER, id)));
  return { outside, inside, taxed };
}

/** A claim by which a buyer gets 105,000 of a taxed order back, its 5 % within. */
export const partOf = (orderId: string) => {
  const part = { orderId, reason: 'claim', key: 'claim:5%', off: dong(105_000), taxRate: 500 } as const;
  return part;
};
