import type { Tx } from '@baunghe/db';
import { dong } from '@baunghe/money';
import { makeVoucher } from '@baunghe/orders';
import type { Chance } from './chance.ts';

/** Vouchers of the demo: one for everybody, and one for durian that ended. */
export async function makeVouchers(tx: Tx, chance: Chance, now: Date, byUser: string): Promise<void> {
  const from = new Date(now.getTime() - 30 * 86_400_000);
  const each = { from, mostUses: 100, mostPerPhone: 5, productIds: [], note: 'Mã minh họa' };
  const made = [
    await makeVoucher(
      tx,
      chance.at(now),
      {
        ...each,
        ...{ code: 'MINHHOA10', kind: 'percent', worth: 10, most: dong(100_000), least: dong(50_000) },
        ...{ withDelivery: false, until: null, varietyCodes: [] },
      },
      byUser,
    ),
    await makeVoucher(
      tx,
      chance.at(now),
      {
        ...each,
        ...{ code: 'MINHHOACU', kind: 'fixed', worth: 50_000, most: null, least: dong(500_000) },
        ...{ withDelivery: false, until: new Date(now.getTime() - 86_400_000), varietyCodes: ['RI6'] },
      },
      byUser,
    ),
  ];
  for (const voucher of made) if (!voucher.ok) throw new Error(voucher.error.code);
}
