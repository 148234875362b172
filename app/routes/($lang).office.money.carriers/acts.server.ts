import { MOST_HANDED_OVER } from '@baunghe/api';
import { type Acts, doAct, type RefusedAct, type SentForm } from '~/office/do-act.server';
import { wholeNumber } from '~/office/whole-number';
import * as m from '~/paraglide/messages.js';

type Act = 'take' | 'undo';

/** A form about what carriers hand over that was refused, and the orders that were ticked in it. */
export type RefusedPayout = RefusedAct<Act> & { orderIds: string[] };

/** Writes down what a carrier handed over, or undoes it. Throws a 400 Response when it names no act. */
export async function doPayoutAct(
  sent: SentForm,
): Promise<{ ok: true; act: Act } | ({ ok: false } & RefusedPayout)> {
  const orderIds = sent.form.getAll('order').filter((each) => typeof each === 'string');
  const done = await doAct(sent, actsOf(sent, orderIds));
  if (done.ok) return done;
  const { problem } = done;
  if (problem.beside.orderIds)
    problem.beside.orderIds =
      orderIds.length === 0
        ? m.carriers_cash_say_orders()
        : m.carriers_cash_say_many({ most: MOST_HANDED_OVER });
  return { ...done, orderIds };
}

const actsOf = ({ api: { carriers } }: SentForm, orderIds: string[]): Acts<Act> => ({
  take: ({ key = '', carrier = '', amount, through, reference = '', lineId }) =>
    carriers.takePayout({
      ...{ key, carrier, orderIds, amount: wholeNumber(amount), reference, lineId: lineId || null },
      // Whatever was sent: the gate says whether it is a way.
      through: through as 'bank',
    }),
  undo: ({ key = '', payoutId = '', why = '' }) => carriers.undoPayout({ key, payoutId, why }),
});
