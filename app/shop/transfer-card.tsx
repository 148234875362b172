import { CopyLine } from '~/components/copy-line';
import { Notice } from '~/components/notice';
import { formatDong } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import type { FollowedOrder } from './order-road';

type TransferCardProps = {
  order: Pick<FollowedOrder, 'code' | 'state'>;
  transfer: NonNullable<FollowedOrder['transfer']>;
  orderKey: string;
  /** True where the account is made up. */
  demo: boolean;
};

/** How to pay by transfer: the code to scan or to save, and every line of it to copy. */
export function TransferCard({ order, transfer, orderKey, demo }: TransferCardProps) {
  const locale = useLocale();
  const total = formatDong(transfer.amount, locale);
  const picture = `/orders/${order.code}/vietqr.png?key=${orderKey}`;
  const bank = transfer.bankName ?? m.order_transfer_bank_unknown({ bin: transfer.bin });
  return (
    <section aria-labelledby="transfer" className="rounded-crate bg-leaf p-4 sm:p-6">
      <h2 id="transfer" className="text-22">
        {order.state === 'preordered' ? m.preorders_transfer_title() : m.order_transfer_title()}
      </h2>
      <p className="mt-1">{m.order_transfer_lead()}</p>
      {demo ? (
        <div className="mt-3">
          <Notice tone="care">{m.order_transfer_demo()}</Notice>
        </div>
      ) : null}
      <div className="mt-4 grid gap-6 sm:grid-cols-[16rem_1fr]">
        <div className="mx-auto w-full max-w-64">
          <img
            src={picture}
            alt={m.order_transfer_qr({ code: order.code, total })}
            width="256"
            height="256"
            className="w-full rounded-crate"
          />
          <a
            href={picture}
            download={`VietQR-${order.code}.png`}
            className="mt-3 flex min-h-11 items-center justify-center rounded-crate bg-rind px-4 text-center font-semibold text-on-rind hover:bg-rind-press"
          >
            {m.order_transfer_save()}
          </a>
        </div>
        <div>
          <p className="text-14 text-muted">{m.order_transfer_same_phone()}</p>
          <dl className="mt-2 divide-y divide-edge">
            <CopyLine term={m.order_transfer_bank()} value={bank} />
            <CopyLine term={m.order_transfer_account()} value={transfer.account} />
            <CopyLine term={m.order_transfer_name()} value={transfer.accountName} />
            <CopyLine term={m.order_transfer_amount()} value={total} copied={String(transfer.amount)} />
            <CopyLine term={m.order_transfer_memo()} value={transfer.purpose} />
          </dl>
        </div>
      </div>
    </section>
  );
}
