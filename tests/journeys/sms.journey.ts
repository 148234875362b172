import { createHmac } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { signIn, throughDoor } from './steps.ts';
import { expect, test } from './visitor.ts';

/** The number of the demo's second grower, whose plots grow Dona. */
const GROWER = '0900000012';

/** Posts an SMS as the telephone that is the gateway does. */
async function tell(request: APIRequestContext, message: string, id: string = crypto.randomUUID()) {
  const payload = {
    messageId: 'same',
    message,
    sender: GROWER,
    recipient: null,
    simNumber: 1,
    receivedAt: new Date().toISOString(),
  };
  const data = JSON.stringify({ deviceId: 'd', event: 'sms:received', id, payload, webhookId: 'w' });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', process.env.JOURNEYS_SMS_KEY ?? '')
    .update(data + timestamp)
    .digest('hex');
  const headers = {
    'content-type': 'application/json',
    'x-timestamp': timestamp,
    'x-signature': signature,
  };
  const answer = await request.post('/webhooks/sms', { data, headers });
  return { status: answer.status(), ...(await answer.json()) };
}

test('a harvest told by SMS lies in the store, its answer in the outbox, and one more SMS undoes it', async ({
  visitor,
  request,
}) => {
  const id = crypto.randomUUID();
  expect(await tell(request, 'Thu hoạch T02 Dona loại C 41,25 kg', id)).toEqual({
    status: 200,
    result: 'kept',
  });
  expect(await tell(request, 'Thu hoạch T02 Dona loại C 41,25 kg', id)).toEqual({
    status: 200,
    result: 'again',
  });

  const manager = await visitor('desk');
  const { page } = manager;
  await signIn(manager, 'manager');
  await manager.at('Đơn hàng hôm nay');
  await throughDoor(page, 'Tin nhắn');
  await manager.at('Tin nhắn SMS');
  await expect(page.getByText('Đang nhận tin SMS.')).toBeVisible();
  await expect(page.getByText('không gửi cho ai')).toBeVisible();
  const inbound = page.getByRole('row').filter({ hasText: 'Thu hoạch T02 Dona loại C 41,25 kg' });
  await expect(inbound).toHaveCount(1);
  await expect(inbound).toContainText('Xã viên minh họa 2');
  await expect(inbound).toContainText('Đã làm');
  const answer = page.getByRole('row').filter({ hasText: 'Da ghi Dona C 41,25kg vuon T02' });
  await expect(answer).toHaveCount(1);
  await expect(answer).toContainText('Minh họa, không gửi');
  const words = (await answer.textContent()) ?? '';
  const batch = /lo ([0-9A-Z]+)\./.exec(words)?.[1] ?? '';
  const undo = /HUY (\d{4})/.exec(words)?.[1] ?? '';

  await page.goto(`/office/lots/${batch}`);
  await manager.at(new RegExp(`Lô hàng ${batch}`));
  await expect(page.getByText('Cân nặng lúc nhận').locator('..')).toContainText('41,25 kg');

  expect(await tell(request, `huỷ ${undo}`)).toEqual({ status: 200, result: 'kept' });
  await page.goto('/office/lots');
  await manager.at('Lô hàng trong kho');
  await expect(page.getByRole('link', { name: batch })).toHaveCount(0);
  await page.goto(`/office/lots/${batch}`);
  await manager.at(new RegExp(`Lô hàng ${batch}`));
  await expect(page.getByText(/^Đợt thu hoạch này đã hủy .*Xã viên minh họa 2$/)).toBeVisible();
  await page.goto('/office/messages');
  await manager.at('Tin nhắn SMS');
  await expect(page.getByText(`Da huy lo ${batch}`)).toBeVisible();
});

test('what nobody signed is not believed', async ({ request }) => {
  const answer = await request.post('/webhooks/sms', {
    data: JSON.stringify({ event: 'sms:received', id: 'x', payload: {} }),
    headers: { 'content-type': 'application/json', 'x-timestamp': '1', 'x-signature': '0'.repeat(64) },
  });
  expect(answer.status()).toBe(401);
});
