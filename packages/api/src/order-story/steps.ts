import type { OrderState, PaymentMethod } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { doer, type Happening, type Source } from './happening.ts';

type Step = Happening & { is: 'step'; from: OrderState | null; to: OrderState; why: string | null } & {
  /** Of its beginning: how it was to be paid. */
  method: PaymentMethod | null;
  /** Of its packing, where fruit is paid by weight: what it came to. */
  weighed: Dong | null;
  /** Of its handing over. */
  shipped: { carrier: string; tracking: string | null } | null;
  /** The request for much fruit that it came of. */
  request: string | null;
};

/** The ways that the order took, with what belongs to each. */
export const steps: Source<Step> = async (database, { id }) => {
  const order = await database.order.findUniqueOrThrow({
    where: { id },
    select: {
      ...{ method: true, finalDong: true },
      steps: { orderBy: { id: 'asc' } },
      shipment: { select: { carrier: true, tracking: true } },
      bulkAcceptance: { select: { request: { select: { code: true } } } },
    },
  });
  const packed = order.steps.findLast(({ toState }) => toState === 'packed');
  const request = order.bulkAcceptance?.request.code ?? null;
  return order.steps.map((step) => {
    const { fromState: from, toState: to, at, why } = step;
    const begins = from === null;
    return {
      ...{ id: `step:${step.id}`, is: 'step', at, from, to, why },
      by: doer(step.byUser, begins ? 'buyer' : 'shop'),
      page: begins && request ? `/office/bulk/${request}` : null,
      method: begins ? order.method : null,
      weighed: step === packed && order.finalDong !== null ? dong(order.finalDong) : null,
      shipped: to === 'shipped' ? order.shipment : null,
      request: begins ? request : null,
    };
  });
};
