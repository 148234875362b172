import type { Tx } from '@baunghe/db';
import { dong } from '@baunghe/money';
import { takeLine } from '@baunghe/payments';
import type { Chance } from './chance.ts';

/** What the bank told in the demo: an order paid with too much, one with too little, and money of nobody knows whom. */
export async function tellBankLines(tx: Tx, chance: Chance, now: Date): Promise<void> {
  const waiting = await tx.payment.findMany({
    where: { state: 'awaiting', method: 'vietqr', order: { state: 'placed', demo: true } },
    orderBy: { id: 'asc' },
    take: 3,
  });
  const [over, short] = waiting;
  const told: { content: string; amount: number }[] = [
    { content: 'Tien sau rieng minh hoa, quen ghi ma don', amount: 350_000 },
  ];
  if (over) told.push({ content: `${over.purpose} minh hoa`, amount: Number(over.amountDong) + 20_000 });
  // Where few wait, one is left without any money.
  if (short && waiting.length > 2)
    told.push({ content: `MINHHOA ${short.purpose} ck lan 1`, amount: Number(short.amountDong) - 100_000 });
  for (const [index, { content, amount }] of told.entries()) {
    const reference = `FTMINHHOA${index + 1}`;
    const where = { account: null, subAccount: null, code: null, at: now };
    const line = {
      told: reference,
      direction: 'in',
      amount: dong(amount),
      content,
      reference,
      ...where,
    } as const;
    await takeLine(tx, chance.at(now), { provider: 'sepay', byUser: null }, line, null);
  }
}
