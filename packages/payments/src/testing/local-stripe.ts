import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import fixtures from './stripe-fixtures.json' with { type: 'json' };

const SECRET_KEY = 'sk_test_of_the_tests';
const WEBHOOK_SECRET = 'whsec_of_the_tests';

type Thing = Record<string, unknown> & { id: string };
type Form = Record<string, string>;

/** What each call takes; Stripe refuses any other name. */
const TAKES: Record<string, RegExp> = {
  'POST /v1/checkout/sessions':
    /^(mode|client_reference_id|locale|expires_at|success_url|cancel_url|line_items\[0\]\[(quantity|price_data\]\[(currency|unit_amount|product_data\]\[name))\]|payment_intent_data\[(capture_method|description|metadata\]\[\w+)\])$/,
  'POST /v1/checkout/sessions/*/expire': /^$/,
  'POST /v1/payment_intents/*/capture': /^amount_to_capture$/,
  'POST /v1/payment_intents/*/cancel': /^cancellation_reason$/,
  'POST /v1/refunds': /^(payment_intent|amount|reason)$/,
};

class Refused extends Error {
  constructor(
    readonly status: number,
    readonly body: { type: string; code?: string; param?: string },
  ) {
    super(body.code ?? body.type);
  }
}

const refuse = (code: string, param?: string, status = 400): never => {
  throw new Refused(status, { type: 'invalid_request_error', code, ...(param ? { param } : {}) });
};

/** A server on this machine that answers as Stripe documents, from its published objects, and refuses what it refuses. */
export class LocalStripe {
  readonly settings: { secretKey: string; webhookSecret: string; apiBase: string };
  readonly sessions = new Map<string, Thing>();
  readonly intents = new Map<string, Thing>();
  readonly disputes = new Map<string, Thing>();
  readonly refunds: Thing[] = [];
  readonly #answered = new Map<string, { asked: string; status: number; answer: string }>();
  /** Where it calls once somebody has paid on its page; null: it does not. */
  callsTo: string | null = null;
  /** While away, every call is answered with 503. */
  away = false;
  #made = 0;

  private constructor(
    private readonly server: ReturnType<typeof createServer>,
    port: number,
  ) {
    const apiBase = `http://127.0.0.1:${port}`;
    this.settings = { secretKey: SECRET_KEY, webhookSecret: WEBHOOK_SECRET, apiBase };
  }

  static async open(port = 0): Promise<LocalStripe> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const local = new LocalStripe(server, (server.address() as AddressInfo).port);
    server.on('request', (request, response) => void local.#answer(request, response));
    return local;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** The buyer types a good card on the session's page: the sum is kept. Returns the intent. */
  pay(sessionId: string): Thing {
    const session = this.sessions.get(sessionId);
    if (session?.status !== 'open') throw new Error('the page is closed');
    const amount = Number(session.amount_total);
    const data = session.payment_intent_data as { metadata: object; description: string };
    const id = this.#name('pi');
    const intent = { ...fixtures.resources.payment_intent, id, currency: 'vnd', amount, ...data };
    this.intents.set(id, {
      ...intent,
      status: 'requires_capture',
      amount_capturable: amount,
      last_payment_error: null,
    });
    Object.assign(session, { status: 'complete', payment_intent: id, url: null });
    return this.intents.get(id) as Thing;
  }

  /** The holder of the card contests a charge. */
  contest(intentId: string, status = 'needs_response'): Thing {
    const id = this.#name('dp');
    const amount = Number(this.intents.get(intentId)?.amount_received);
    const told = { id, amount, currency: 'vnd', payment_intent: intentId, status, reason: 'fraudulent' };
    this.disputes.set(id, { ...fixtures.resources.dispute, ...told });
    return this.disputes.get(id) as Thing;
  }

  /** A call as Stripe makes it, about a thing as it was once: body and signature header. */
  news(type: string, object: Thing, secondsAgo = 0): { body: string; signature: string } {
    const event = { ...fixtures.resources.event, id: this.#name('evt'), type, data: { object } };
    const payload = JSON.stringify(event);
    const timestamp = Math.floor(Date.now() / 1000) - secondsAgo;
    const signature = Stripe.webhooks.generateTestHeaderString({
      payload,
      secret: WEBHOOK_SECRET,
      timestamp,
    });
    return { body: payload, signature };
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const piece of request) body += String(piece);
    const sessionId = /^\/pay\/(\w+)$/.exec(request.url ?? '')?.[1];
    if (sessionId) return this.#page(request, response, sessionId);
    const { status, answer } = this.#judged(request, body);
    response.writeHead(status, { 'content-type': 'application/json', 'request-id': this.#name('req') });
    response.end(answer);
  }

  /** The page on which a buyer would type a card: here it is paid by a button. */
  async #page(request: IncomingMessage, response: ServerResponse, sessionId: string): Promise<void> {
    if (request.method === 'GET') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(
        '<!doctype html><html lang="vi"><title>Thẻ</title><main><h1>Trang thẻ</h1><form method="post"><button>Trả</button></form></main>',
      );
      return;
    }
    const news = this.news('payment_intent.amount_capturable_updated', this.pay(sessionId));
    const headers = { 'content-type': 'application/json', 'stripe-signature': news.signature };
    if (this.callsTo) await fetch(this.callsTo, { method: 'POST', headers, body: news.body });
    response.writeHead(303, { location: String(this.sessions.get(sessionId)?.success_url) }).end();
  }

  #judged(request: IncomingMessage, body: string): { status: number; answer: string } {
    if (this.away) return { status: 503, answer: JSON.stringify({ error: { type: 'api_error' } }) };
    const key = request.headers['idempotency-key'];
    const asked = `${request.method} ${request.url} ${body}`;
    const before = typeof key === 'string' && request.method === 'POST' ? this.#answered.get(key) : undefined;
    if (before && before.asked !== asked)
      return { status: 400, answer: JSON.stringify({ error: { type: 'idempotency_error' } }) };
    if (before) return before;
    const given = this.#done(request, body);
    if (typeof key === 'string') this.#answered.set(key, { asked, ...given });
    return given;
  }

  #done(request: IncomingMessage, body: string): { status: number; answer: string } {
    try {
      if (request.headers.authorization !== `Bearer ${SECRET_KEY}`)
        throw new Refused(401, { type: 'invalid_request_error' });
      const form = Object.fromEntries(new URLSearchParams(body));
      const path = (request.url ?? '').split('?')[0] ?? '';
      return { status: 200, answer: JSON.stringify(this.#act(`${request.method} ${path}`, form)) };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return {
        status: error.status,
        answer: JSON.stringify({ error: { ...error.body, message: error.message } }),
      };
    }
  }

  #act(call: string, form: Form): Thing {
    const kind = call.replace(/(?<=\/)(cs|pi|dp)_\w+/, '*');
    const id = /(?:cs|pi|dp)_\w+/.exec(call)?.[0] ?? '';
    for (const name of Object.keys(form)) if (!TAKES[kind]?.test(name)) refuse('parameter_unknown', name);
    switch (kind) {
      case 'POST /v1/checkout/sessions':
        return this.#openSession(form);
      case 'GET /v1/checkout/sessions/*':
        return found(this.sessions, id);
      case 'POST /v1/checkout/sessions/*/expire':
        return Object.assign(found(this.sessions, id), { status: 'expired', url: null });
      case 'GET /v1/payment_intents/*':
        return found(this.intents, id);
      case 'POST /v1/payment_intents/*/capture':
        return this.#capture(found(this.intents, id), form);
      case 'POST /v1/payment_intents/*/cancel':
        return this.#cancel(found(this.intents, id));
      case 'POST /v1/refunds':
        return this.#refund(form);
      case 'GET /v1/disputes/*':
        return found(this.disputes, id);
      default:
        return refuse('url_unknown', call, 404);
    }
  }

  #openSession(form: Form): Thing {
    const line = 'line_items[0]';
    const amount = Number(form[`${line}[price_data][unit_amount]`]);
    if (form[`${line}[price_data][currency]`] !== 'vnd') refuse('currency_not_tried');
    if (!Number.isSafeInteger(amount) || amount < 1) refuse('parameter_invalid_integer', 'unit_amount');
    if (amount < 13_000) refuse('amount_too_small');
    const lives = Number(form.expires_at) - Date.now() / 1000;
    if (lives < 29 * 60 || lives > 24 * 3600) refuse('expires_at_invalid', 'expires_at');
    const id = this.#name('cs_test');
    const session = {
      ...fixtures.resources['checkout.session'],
      ...{ id, amount_total: amount, currency: 'vnd', status: 'open', payment_intent: null },
      client_reference_id: form.client_reference_id,
      success_url: form.success_url,
      url: `${this.settings.apiBase}/pay/${id}`,
      payment_intent_data: {
        description: form['payment_intent_data[description]'],
        metadata: { card_payment: form['payment_intent_data[metadata][card_payment]'] },
      },
    };
    this.sessions.set(id, session as Thing);
    return session as Thing;
  }

  #capture(intent: Thing, form: Form): Thing {
    if (intent.status !== 'requires_capture') refuse('payment_intent_unexpected_state');
    const amount = Number(form.amount_to_capture ?? intent.amount_capturable);
    if (amount > Number(intent.amount_capturable)) refuse('amount_too_large', 'amount_to_capture');
    return Object.assign(intent, { status: 'succeeded', amount_received: amount, amount_capturable: 0 });
  }

  #cancel(intent: Thing): Thing {
    if (intent.status === 'succeeded' || intent.status === 'canceled')
      refuse('payment_intent_unexpected_state');
    return Object.assign(intent, { status: 'canceled', amount_capturable: 0 });
  }

  #refund(form: Form): Thing {
    const intent = found(this.intents, form.payment_intent ?? '');
    const back = this.refunds.filter(({ payment_intent }) => payment_intent === intent.id);
    const before = back.reduce((sum, { amount }) => sum + Number(amount), 0);
    const amount = Number(form.amount);
    if (before + amount > Number(intent.amount_received)) refuse('amount_too_large', 'amount');
    const told = {
      id: this.#name('re'),
      amount,
      currency: 'vnd',
      payment_intent: intent.id,
      status: 'succeeded',
    };
    this.refunds.push({ ...fixtures.resources.refund, ...told });
    return this.refunds.at(-1) as Thing;
  }

  #name(kind: string): string {
    this.#made += 1;
    return `${kind}_${this.#made}${'x'.repeat(8)}`;
  }
}

function found(things: Map<string, Thing>, id: string): Thing {
  return things.get(id) ?? refuse('resource_missing', 'id', 404);
}
