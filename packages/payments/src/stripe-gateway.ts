import { fail, ok, type Result } from '@baunghe/db';
import { dong } from '@baunghe/money';
import Stripe from 'stripe';
import type { CardGateway, CardIntent, CardNews, CardRefusal, PageToOpen } from './card-gateway.ts';

/** What Stripe needs to be reached. */
export interface StripeSettings {
  secretKey: string;
  webhookSecret: string;
  /** Where its API is, when that is not Stripe's own host. */
  apiBase?: string;
}

const TRIES = 2;
const PATIENCE_MS = 20_000;

/** How old a signed call may be, in seconds: as Stripe's own libraries have it. */
const TOLERANCE_S = 300;

/**
 * Cards through Stripe Checkout with Payment Intents that are captured by hand: the most is kept on the card when the
 * buyer pays, what the fruit weighs is taken. Đồng have no decimals there: `amount` is whole đồng.
 */
export function stripeGateway({ secretKey, webhookSecret, apiBase }: StripeSettings): CardGateway {
  const stripe = new Stripe(secretKey, {
    maxNetworkRetries: TRIES,
    timeout: PATIENCE_MS,
    telemetry: false,
    ...(apiBase ? placeOf(apiBase) : {}),
  });
  return {
    openPage: (page) =>
      asked(async () => {
        const session = await stripe.checkout.sessions.create(sessionOf(page), {
          idempotencyKey: `open:${page.cardPaymentId}`,
        });
        if (!session.url) throw new Error('Stripe opened a session without a page');
        return { sessionId: session.id, url: session.url };
      }),
    session: (id) =>
      asked(async () => {
        const { payment_intent: intent, url, status } = await stripe.checkout.sessions.retrieve(id);
        return { intentId: idOf(intent), url, closed: status !== 'open' };
      }),
    closePage: (id) => asked(async () => void (await stripe.checkout.sessions.expire(id))),
    intent: (id) => asked(async () => intentOf(await stripe.paymentIntents.retrieve(id))),
    capture: (id, amount) =>
      asked(async () => {
        const only = { amount_to_capture: amount };
        return intentOf(
          await stripe.paymentIntents.capture(id, only, { idempotencyKey: `capture:${id}:${amount}` }),
        );
      }),
    cancel: (id) => asked(async () => intentOf(await stripe.paymentIntents.cancel(id))),
    refund: ({ intentId, amount, key }) =>
      asked(async () => {
        const back = { payment_intent: intentId, amount };
        const refund = await stripe.refunds.create(back, { idempotencyKey: `refund:${key}` });
        if (refund.status === 'failed' || refund.status === 'canceled') throw new RefundFailed(refund.status);
        return refund.id;
      }),
    dispute: (id) =>
      asked(async () => {
        const { amount, reason, status, payment_intent, evidence_details } =
          await stripe.disputes.retrieve(id);
        const due = evidence_details?.due_by;
        return {
          id,
          intentId: idOf(payment_intent) ?? '',
          amount: dong(amount),
          reason,
          status,
          dueBy: due ? new Date(due * 1000) : null,
        };
      }),
    readNews(body, signature) {
      try {
        return ok(newsOf(stripe.webhooks.constructEvent(body, signature, webhookSecret, TOLERANCE_S)));
      } catch (error) {
        if (error instanceof Stripe.errors.StripeSignatureVerificationError || error instanceof SyntaxError)
          return fail({ code: 'signature_wrong' });
        throw error;
      }
    },
  };
}

class RefundFailed extends Error {}

function placeOf(apiBase: string) {
  const { protocol, hostname, port } = new URL(apiBase);
  const secure = protocol === 'https:';
  return {
    host: hostname,
    port: port === '' ? (secure ? 443 : 80) : Number(port),
    protocol: secure ? 'https' : 'http',
  } as const;
}

function sessionOf(page: PageToOpen): Stripe.Checkout.SessionCreateParams {
  return {
    mode: 'payment',
    client_reference_id: page.cardPaymentId,
    locale: page.locale === 'zh' ? 'zh' : page.locale === 'en' ? 'en' : 'vi',
    expires_at: Math.floor(page.expiresAt.getTime() / 1000),
    success_url: page.doneUrl,
    cancel_url: page.backUrl,
    line_items: [
      {
        quantity: 1,
        price_data: { currency: 'vnd', unit_amount: page.amount, product_data: { name: page.orderCode } },
      },
    ],
    payment_intent_data: {
      capture_method: 'manual',
      description: page.orderCode,
      metadata: { card_payment: page.cardPaymentId },
    },
  };
}

const STATES: Partial<Record<Stripe.PaymentIntent.Status, CardIntent['state']>> = {
  requires_capture: 'authorised',
  succeeded: 'captured',
  canceled: 'cancelled',
};

function intentOf(intent: Stripe.PaymentIntent): CardIntent {
  return {
    id: intent.id,
    cardPaymentId: intent.metadata?.card_payment ?? null,
    state: STATES[intent.status] ?? 'waiting',
    capturable: dong(intent.amount_capturable),
    captured: dong(intent.amount_received),
    trouble: intent.last_payment_error?.decline_code ?? intent.last_payment_error?.code ?? null,
  };
}

function newsOf(event: Stripe.Event): CardNews {
  const about = event.data.object as {
    object?: string;
    id?: string;
    payment_intent?: string | { id: string } | null;
  };
  if (about.object === 'checkout.session' && about.id) return { kind: 'session', id: about.id };
  if (about.object === 'payment_intent' && about.id) return { kind: 'intent', id: about.id };
  if (about.object === 'dispute' && about.id) return { kind: 'dispute', id: about.id };
  const intent = idOf(about.payment_intent ?? null);
  return intent ? { kind: 'intent', id: intent } : { kind: 'other' };
}

const idOf = (of: string | { id: string } | null): string | null =>
  of === null || typeof of === 'string' ? of : of.id;

/** Stripe's refusals become ours: away when it may do it another time, refused when it will not. */
async function asked<T>(ask: () => Promise<T>): Promise<Result<T, CardRefusal>> {
  try {
    return ok(await ask());
  } catch (error) {
    if (error instanceof RefundFailed) return fail({ code: 'card_refused', why: `refund_${error.message}` });
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    const away =
      error instanceof Stripe.errors.StripeConnectionError ||
      error instanceof Stripe.errors.StripeRateLimitError ||
      error instanceof Stripe.errors.StripeAuthenticationError ||
      (error.statusCode ?? 0) >= 500;
    return fail({
      code: away ? 'card_away' : 'card_refused',
      why: error.code ?? error.rawType ?? error.type,
    });
  }
}
