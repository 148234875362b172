import type { ApiOutputs } from '@baunghe/api';
import { Badge } from '~/components/badge';
import { carrierName } from '~/components/carrier-state-words';
import { formatDong, formatInstant } from '~/format';
import { UndoFold } from '~/office/undo-fold';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import type { RefusedPayout } from './acts.server';

type Cash = ApiOutputs['carriers']['cash'];
type Payout = Cash['payouts'][number];

type HandedOverProps = {
  payouts: readonly Payout[];
  names: Cash['names'];
  refused: RefusedPayout | null;
  formKey: string;
};

/** What carriers handed over, the newest first; what was booked wrongly stands there as undone, with who, when and why. */
export function HandedOver({ payouts, names, ...form }: HandedOverProps) {
  if (payouts.length === 0) return null;
  return (
    <section>
      <h2 className="mb-3 text-22">{m.carriers_cash_before()}</h2>
      <ul className="grid max-w-3xl gap-4">
        {payouts.map((payout) => (
          <OnePayout key={payout.id} payout={payout} names={names} {...form} />
        ))}
      </ul>
    </section>
  );
}

function OnePayout({ payout, names, ...form }: { payout: Payout } & Omit<HandedOverProps, 'payouts'>) {
  const locale = useLocale();
  const { carrier, amount, fee, orders, reference, at, byUser, undone } = payout;
  const who = (userId: string) => names[userId] ?? userId;
  return (
    <li className="border-t border-line pt-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className={undone ? 'font-semibold line-through' : 'font-semibold'}>
          {m.carriers_cash_row({
            ...{ carrier: carrierName(carrier), orders: orders.length },
            ...{ amount: formatDong(amount, locale), fee: formatDong(fee, locale) },
          })}
        </span>
        {undone ? <Badge tone="care">{m.carriers_cash_undone()}</Badge> : null}
      </p>
      <p className="text-14 text-muted">
        {m.carriers_cash_row_by({ reference, who: who(byUser), at: formatInstant(at, locale) })}
      </p>
      <p className="text-14 text-muted">{orders.join(', ')}</p>
      {undone ? (
        <p className="text-14">
          {m.carriers_cash_undone_by({
            ...{ who: who(undone.byUser), at: formatInstant(undone.at, locale), why: undone.why },
          })}
        </p>
      ) : (
        <Undo payout={payout} {...form} />
      )}
    </li>
  );
}

function Undo({
  payout,
  refused,
  formKey,
}: { payout: Payout } & Pick<HandedOverProps, 'refused' | 'formKey'>) {
  const locale = useLocale();
  const mine = refused?.act === 'undo' && refused.typed.payoutId === payout.id ? refused : null;
  const named = { amount: formatDong(payout.amount, locale), reference: payout.reference };
  const words = {
    ...{ title: m.carriers_cash_undo(), titleOf: m.carriers_cash_undo_of(named) },
    ...{
      text: m.carriers_cash_undo_text(),
      why: m.carriers_cash_undo_why(),
      button: m.carriers_cash_undo_do(),
    },
  };
  return <UndoFold of={['payoutId', payout.id]} refused={mine} newKey={formKey} words={words} />;
}
