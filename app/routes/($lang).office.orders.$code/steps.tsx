import { ProgressRoad } from '~/components/progress-road';
import { formatDong, formatInstant } from '~/format';
import type { Locale } from '~/locale';
import type { OrderState } from '~/office/order-words';
import * as m from '~/paraglide/messages.js';
import { changedWords } from '~/shop/after/history-words';
import { useLocale } from '~/use-locale';
import type { Order } from './form-state';

const TO: Record<OrderState, () => string> = {
  preordered: m.preorders_step,
  placed: m.office_order_step_placed,
  packed: m.office_order_step_packed,
  shipped: m.office_order_step_shipped,
  delivered: m.office_order_step_delivered,
  cancelled: m.office_order_step_cancelled,
};

/** The steps an order took: when, by whom, and why. */
export function Steps({ order }: { order: Order }) {
  const locale = useLocale();
  const last = order.steps.length - 1;
  return (
    <section>
      <h2 className="mb-3 text-22">{m.office_order_steps()}</h2>
      <ProgressRoad
        upright
        label={m.office_order_road()}
        stops={order.steps.map((step, index) => ({
          key: `${index}`,
          title: step.from === 'packed' && step.to === 'placed' ? m.evidence_step_reopened() : TO[step.to](),
          state:
            step.to === 'cancelled' ? 'halted' : index < last || step.to === 'delivered' ? 'done' : 'now',
          note: (
            <>
              {formatInstant(step.at, locale)} · {doer(step)}
              {step.why ? <span className="block">{why(step.why)}</span> : null}
            </>
          ),
        }))}
      />
      {order.changes.length > 0 ? (
        <ul className="mt-4 divide-y divide-line border-t border-line">
          {order.changes.map((change) => (
            <li key={`${change.kind}${change.at}`} className="py-2">
              {changeWords(change, locale)}
              <span className="block text-14 text-muted">
                {m.after_history_by({
                  who: change.byName ?? m.after_by_buyer(),
                  at: formatInstant(change.at, locale),
                })}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function doer(step: Order['steps'][number]): string {
  if (step.byName) return step.byName;
  return step.from === null ? m.office_order_step_buyer() : m.office_order_step_system();
}

function changeWords({ kind, totalBefore, totalAfter }: Order['changes'][number], locale: Locale): string {
  const what = changedWords(kind);
  if (totalBefore === totalAfter) return what;
  const [before, after] = [formatDong(totalBefore, locale), formatDong(totalAfter, locale)];
  return `${what}: ${m.after_history_total({ before, after })}`;
}

const WHY: Record<string, () => string> = {
  transfer_late: m.office_order_step_late,
  short_harvest: m.preorders_step_short,
};

const why = (reason: string): string => WHY[reason]?.() ?? reason;
