import type { ApiOutputs } from '@baunghe/api';
import type { BadgeTone } from '~/components/badge';
import type { SignName } from '~/components/sign';
import * as m from '~/paraglide/messages.js';

type Row = ApiOutputs['officeOrders']['board']['rows'][number];
export type OrderState = Row['state'];

/** The states of an order in the order in which they are reached; cancelled stands last. */
export const ORDER_STATES = ['placed', 'packed', 'shipped', 'delivered', 'cancelled'] as const;

const STATE: Record<OrderState, { words: () => string; tone: BadgeTone; sign: SignName }> = {
  placed: { words: m.office_state_placed, tone: 'plain', sign: 'clock' },
  packed: { words: m.office_state_packed, tone: 'done', sign: 'box' },
  shipped: { words: m.office_state_shipped, tone: 'done', sign: 'truck' },
  delivered: { words: m.office_state_delivered, tone: 'done', sign: 'check' },
  cancelled: { words: m.office_state_cancelled, tone: 'care', sign: 'cross' },
};

/** An order's state as staff say it. */
export const orderStateWords = (state: OrderState): string => STATE[state].words();

/** How an order's state is painted. */
export const orderStateLook = (state: OrderState): { tone: BadgeTone; sign: SignName } => STATE[state];

const METHOD: Record<Row['method'], () => string> = {
  cod: m.office_method_cod,
  vietqr: m.office_method_vietqr,
  card: m.office_method_card,
};

/** How an order is paid. */
export const methodWords = (method: Row['method']): string => METHOD[method]();

const PAYMENT: Record<Row['paymentState'], { words: () => string; tone: BadgeTone }> = {
  awaiting: { words: m.office_payment_awaiting, tone: 'plain' },
  received: { words: m.office_payment_received, tone: 'done' },
  cancelled: { words: m.office_payment_cancelled, tone: 'plain' },
};

/** Whether an order's money is there. */
export const paymentLook = (state: Row['paymentState']): { words: string; tone: BadgeTone } => ({
  words: PAYMENT[state].words(),
  tone: PAYMENT[state].tone,
});
