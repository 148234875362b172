import type { APIRequestContext } from '@playwright/test';
import { expect } from '@playwright/test';

/** Tells of money that came in, as SePay does, and once more, as SePay does when it is not sure. */
export async function bankTells(
  request: APIRequestContext,
  number: string,
  content: string,
  amount: number,
): Promise<void> {
  const data = {
    id: `journey-${number}`,
    transactionDate: new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' '),
    accountNumber: '0000000000',
    content,
    transferType: 'in',
    transferAmount: amount,
    referenceCode: `FTJ${number}`,
  };
  const headers = { authorization: `Apikey ${process.env.JOURNEYS_BANK_KEY}` };
  for (const _ of ['told', 'told again']) {
    const answer = await request.post('/webhooks/bank', { data, headers });
    expect([answer.status(), await answer.json()]).toEqual([200, { success: true }]);
  }
}
