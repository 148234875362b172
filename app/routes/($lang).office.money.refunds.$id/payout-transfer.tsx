import type { ApiOutputs } from '@baunghe/api';
import { CopyLine } from '~/components/copy-line';
import { Notice } from '~/components/notice';
import { formatDong } from '~/format';
import * as m from '~/paraglide/messages.js';
import { spacedPhone } from '~/shop/order-road';
import { useLocale } from '~/use-locale';

type Refund = Extract<ApiOutputs['money']['refund'], { ok: true }>['value'];

/** The transfer that gives a refund, to be scanned with the cooperative's banking app; or that no account is known. */
export function PayoutTransfer({ refund }: { refund: Refund }) {
  const locale = useLocale();
  const { transfer, orderCode: code, buyerName: name, phone } = refund;
  const amount = formatDong(refund.amount, locale);
  if (!transfer)
    return (
      <div>
        <Notice tone="plain" title={m.money_refund_no_account()}>
          {m.money_refund_no_account_text({ name, phone: spacedPhone(phone) })}
        </Notice>
      </div>
    );
  return (
    <section aria-labelledby="payout" className="rounded-crate bg-leaf p-4 sm:p-6">
      <h2 id="payout" className="text-22">
        {m.money_refund_account()}
      </h2>
      <p className="mt-1">{m.money_refund_scan()}</p>
      <img
        src={`data:image/svg+xml,${encodeURIComponent(transfer.svg)}`}
        alt={m.money_refund_qr({ amount, code })}
        width="224"
        height="224"
        className="mx-auto my-4 w-56 rounded-crate"
      />
      <dl className="divide-y divide-edge">
        <CopyLine term={m.money_bank()} value={transfer.bankName ?? transfer.bin} />
        <CopyLine term={m.money_account()} value={transfer.account} />
        <CopyLine term={m.money_holder()} value={transfer.holder} />
        <CopyLine term={m.money_line_amount()} value={amount} copied={String(refund.amount)} />
        <CopyLine term={m.money_memo()} value={transfer.purpose} />
      </dl>
      <p className="mt-3 text-14 text-muted">{m.money_refund_account_kept()}</p>
    </section>
  );
}
