import { Notice } from '~/components/notice';
import * as m from '~/paraglide/messages.js';
import { type FormState, type LotChoice, mayPack, type Order } from './form-state';
import { PackLine } from './pack-line';

type PackProps = FormState & { order: Order; lotsFor: Record<string, LotChoice[]>; hasCamera: boolean };

const HINT = { eat_now: m.delivery_hint_eat_now, in_days: m.delivery_hint_in_days } as const;

/** Packing: for each line that is not done, which lot, how many, how heavy. */
export function Pack({ order, lotsFor, hasCamera, ...form }: PackProps) {
  if (order.state !== 'placed') return null;
  return (
    <section>
      <h2 className="mb-3 text-22">{m.office_order_pack_title()}</h2>
      {!mayPack(order) ? (
        <Notice tone="plain" title={m.office_order_pack_wait()} />
      ) : (
        <div className="grid gap-8">
          {order.ripeness ? <Notice tone="plain">{HINT[order.ripeness]()}</Notice> : null}
          {order.lines
            .filter((line) => line.packedUnits < line.quantity)
            .map((line) => (
              <PackLine
                key={line.id}
                order={order}
                line={line}
                lots={lotsFor[line.id] ?? []}
                hasCamera={hasCamera}
                {...form}
              />
            ))}
        </div>
      )}
    </section>
  );
}
