import type { BookAccount, RefundReason } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { doer, type Happening, type Source } from './happening.ts';

type Owed = Happening & { is: 'refund_owed'; amount: Dong; reason: RefundReason; note: string | null };
type Closed = Happening & {
  is: 'refund_given' | 'refund_dropped';
  amount: Dong;
  through: BookAccount | null;
  reference: string | null;
  note: string | null;
};

/** Money that was owed back, and that it was given or dropped. */
export const refunds: Source<Owed | Closed> = async (database, { id }) => {
  const rows = await database.refund.findMany({
    where: { payment: { orderId: id } },
    orderBy: { id: 'asc' },
  });
  return rows.flatMap((row): (Owed | Closed)[] => {
    const page = `/office/money/refunds/${row.id}`;
    const amount = dong(row.amountDong);
    const { reason, note, createdAt: at, closedAt, through, reference, closedNote } = row;
    const by = doer(row.createdBy, 'shop');
    const owed: Owed = { id: `owed:${row.id}`, is: 'refund_owed', at, by, page, amount, reason, note };
    if (!closedAt) return [owed];
    const is = row.state === 'settled' ? 'refund_given' : 'refund_dropped';
    const closed = { id: `closed:${row.id}`, at: closedAt, by: doer(row.closedBy, 'shop'), page, amount };
    return [owed, { ...closed, is, through, reference, note: closedNote }];
  });
};
