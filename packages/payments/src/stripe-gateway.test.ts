import { dong } from '@baunghe/money';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PageToOpen } from './card-gateway.ts';
import { stripeGateway } from './stripe-gateway.ts';
import { LocalStripe } from './testing/index.ts';

let stripe: LocalStripe;
beforeAll(async () => {
  stripe = await LocalStripe.open();
});
afterAll(() => stripe.close());

let pages = 0;
const aPage = (more: Partial<PageToOpen> = {}): PageToOpen => ({
  cardPaymentId: `cpy_${pages++}`,
  orderCode: 'BN1',
  amount: dong(500_000),
  locale: 'vi',
  expiresAt: new Date(Date.now() + 31 * 60_000),
  doneUrl: 'https://shop.example/done',
  backUrl: 'https://shop.example/back',
  ...more,
});
const refused = (why: string) => ({ ok: false, error: { code: 'card_refused', why } });

async function aKeptCard(): Promise<string> {
  const opened = await stripeGateway(stripe.settings).openPage(aPage());
  if (!opened.ok) throw new Error(opened.error.why);
  return stripe.pay(opened.value.sessionId).id;
}

it('asks for whole đồng in Vietnamese, to be captured by hand', async () => {
  const opened = await stripeGateway(stripe.settings).openPage(aPage());
  if (!opened.ok) throw new Error(opened.error.why);
  expect(stripe.sessions.get(opened.value.sessionId)).toMatchObject({
    amount_total: 500_000,
    currency: 'vnd',
  });
  expect(opened.value.url).toContain(opened.value.sessionId);
});

it('takes less than is kept, once, and never more', async () => {
  const gateway = stripeGateway(stripe.settings);
  const id = await aKeptCard();
  expect(await gateway.capture(id, dong(500_001))).toEqual(refused('amount_too_large'));
  expect(await gateway.capture(id, dong(480_000))).toMatchObject({
    value: { state: 'captured', captured: 480_000 },
  });
  expect(await gateway.capture(id, dong(480_000))).toMatchObject({ value: { captured: 480_000 } });
  expect(await gateway.capture(id, dong(470_000))).toEqual(refused('payment_intent_unexpected_state'));
  expect(await gateway.cancel(id)).toEqual(refused('payment_intent_unexpected_state'));
});

it('gives back up to what was taken, once for each key', async () => {
  const gateway = stripeGateway(stripe.settings);
  const intentId = await aKeptCard();
  await gateway.capture(intentId, dong(500_000));
  const first = await gateway.refund({ intentId, amount: dong(300_000), key: 'rfd_1' });
  expect(await gateway.refund({ intentId, amount: dong(300_000), key: 'rfd_1' })).toEqual(first);
  expect(await gateway.refund({ intentId, amount: dong(200_001), key: 'rfd_2' })).toEqual(
    refused('amount_too_large'),
  );
  expect(await gateway.refund({ intentId, amount: dong(1), key: 'rfd_1' })).toEqual(
    refused('idempotency_error'),
  );
});

it('hears of sums too small, of a try named twice, and of what is not there', async () => {
  const gateway = stripeGateway(stripe.settings);
  expect(await gateway.openPage(aPage({ amount: dong(5000) }))).toEqual(refused('amount_too_small'));
  const page = aPage();
  await gateway.openPage(page);
  expect(await gateway.openPage({ ...page, amount: dong(600_000) })).toEqual(refused('idempotency_error'));
  expect(await gateway.intent('pi_none')).toEqual(refused('resource_missing'));
});

it('is away with a wrong key, and where nobody answers', async () => {
  const wrong = stripeGateway({ ...stripe.settings, secretKey: 'sk_test_wrong' });
  expect(await wrong.openPage(aPage())).toMatchObject({ error: { code: 'card_away' } });
  const nowhere = stripeGateway({ ...stripe.settings, apiBase: 'http://127.0.0.1:1' });
  expect(await nowhere.intent('pi_1')).toMatchObject({ error: { code: 'card_away' } });
});

it('speaks only words that its company documents: any other is refused by the server it is tried on', async () => {
  const answer = await fetch(`${stripe.settings.apiBase}/v1/refunds`, {
    method: 'POST',
    headers: { authorization: `Bearer ${stripe.settings.secretKey}` },
    body: new URLSearchParams({ payment_intent: 'pi_1', amount: '1', note: 'x' }),
  });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error: { code: 'parameter_unknown', param: 'note' } });
});
