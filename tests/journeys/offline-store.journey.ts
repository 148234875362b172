import { createHash } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import sharp from 'sharp';
import { expect, inDatabase, type Phone, test } from './phone.ts';

/** A weight that only this journey's lot has, and what its two phones sort of it. */
const CUT = '46,613';
const FIRST = { kg: '26,613', into: 'Loại B' };
const SECOND = { kg: '30', left: '20', into: 'Loại C' };

/** Cuts fruit as the manager. Returns the batch code of its lot, whose page is open then. */
async function cut({ page }: Phone): Promise<string> {
  await page.goto('/office/harvests/new');
  await page.getByRole('radio', { name: 'Loại C' }).check();
  await page.getByLabel('Bao nhiêu ký?').fill(CUT);
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByText('Đã ghi đợt thu hoạch')).toBeVisible();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

async function sort({ page }: Phone, kg: string, into: string): Promise<void> {
  await page.getByLabel('Lấy ra bao nhiêu ký?').fill(kg);
  await page.getByLabel(into).fill(kg);
  await page.getByRole('button', { name: 'Lưu các lô mới' }).click();
}

test('a lot sorted on two phones without signal, and a count that the store ran away from', async ({
  phone,
}) => {
  const [first, second] = [await phone(), await phone()];
  await first.signIn('Quản lý minh họa');
  const batch = await cut(first);
  await first.page.goto(`/office/lots/${batch}/grade`);
  await second.signIn('Thợ đóng gói minh họa');
  await second.page.goto(`/office/lots/${batch}/grade`);
  for (const each of [first, second]) await each.loseSignal();
  await first.page.reload();
  await sort(first, FIRST.kg, FIRST.into);
  await first.counts(1, 1, 0);
  await expect(first.page.getByRole('heading', { name: `Phân loại · ${batch}` })).toBeVisible();
  await sort(second, SECOND.kg, SECOND.into);
  await second.counts(1, 0, 0);

  await first.findSignal();
  await first.counts(0, 2, 0);
  await second.findSignal();
  await second.counts(0, 0, 1);
  const entry = second.page.getByRole('listitem').filter({ hasText: 'Cô bác đã ghi:' });
  await expect(entry).toContainText(`${SECOND.kg} kg`);
  await expect(entry).toContainText(/Lô này chỉ còn 20\s?kg/);
  await second.look();
  await entry.getByRole('link', { name: 'Sửa rồi gửi lại' }).click();
  await expect(second.page.getByLabel(SECOND.into)).toHaveValue(SECOND.kg);
  await sort(second, SECOND.left, SECOND.into);
  await expect(second.page.getByText('Đã phân loại thành các lô mới.')).toBeVisible();

  const [sorted] = await inDatabase<{ batch: string }>(
    `SELECT l."batch" FROM "lot" l JOIN "graded_lot" g ON g."lotId" = l."id"
     JOIN "lot" p ON p."id" = g."parentId" WHERE p."batch" = $1 AND l."grade" = 'B'`,
    batch,
  );
  await first.page.goto('/office/stocktake');
  await first.loseSignal();
  const counted = first.page.getByLabel(`Lô ${sorted?.batch} đếm được`);
  await counted.fill('26,5');
  await first.page.getByLabel(`Vì sao lô ${sorted?.batch} khác sổ?`).fill('bay hơi, thử mất sóng');
  await first.page.getByRole('button', { name: 'Xem chênh lệch' }).click();
  await expect(first.page.getByText('Số lô khác sổ: 1.')).toBeVisible();
  await first.page.getByRole('button', { name: 'Lưu kiểm kê' }).click();
  await first.counts(1, 2, 0);
  await second.page.goto(`/office/lots/${sorted?.batch}/spoil`);
  await second.page.getByLabel('Bỏ đi bao nhiêu ký?').fill('0,1');
  await second.page.getByRole('radio', { name: 'Thối, mốc' }).check();
  await second.page.getByRole('button', { name: 'Ghi bỏ đi' }).click();
  await expect(second.page.getByText('Đã ghi hư hao.')).toBeVisible();
  await first.findSignal();
  await first.counts(0, 2, 1);
  const count = first.page.getByRole('listitem').filter({ hasText: 'Cô bác đã ghi:' });
  await expect(count).toContainText('26,5 kg');
  await expect(count).toContainText(/26,513\s?kg/);
  await count.getByRole('link', { name: 'Sửa rồi gửi lại' }).click();
  await expect(counted).toHaveValue('26,5');
  await first.page.getByRole('button', { name: 'Lưu kiểm kê' }).click();
  await expect(first.page.getByText('Đã lưu kiểm kê; số lô khác sổ: 1.')).toBeVisible();
  await expect(counted).toHaveValue('');
  await first.look();
});

/** A photo that a phone makes smaller, with its place in it. */
async function aLargePhoto(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const size = { width: 1800, height: 1300, channels: 3, background: '#cb3' } as const;
  const place = { GPSLatitudeRef: 'N', GPSLatitude: '11/1 49/1 12/1' };
  const east = { GPSLongitudeRef: 'E', GPSLongitude: '107/1 0/1 36/1' };
  return sharp({ create: { ...size, noise } })
    .jpeg({ quality: 92 })
    .withExif({ IFD3: { ...place, ...east } })
    .toBuffer();
}

/** The order placed longest ago that is packed by weight or piece and has this many left to pack; its line, too. */
async function anOrder(least: number): Promise<{ code: string; id: string; lineId: string }> {
  const [order] = await inDatabase<{ code: string; id: string; lineId: string }>(
    `SELECT o."code", o."id", l."id" AS "lineId" FROM "order" o JOIN "order_line" l ON l."orderId" = o."id"
     JOIN "payment" p ON p."orderId" = o."id" JOIN "product" d ON d."id" = l."productId"
     WHERE o."state" = 'placed' AND p."method" = 'cod' AND d."saleUnit" <> 'box' AND l."quantity" >= $1
     AND NOT EXISTS (SELECT FROM "box" b WHERE b."orderId" = o."id") ORDER BY o."placedAt" LIMIT 1`,
    String(least),
  );
  if (!order) throw new Error('no order to pack');
  return order;
}

/** Asks the server as the same person from another device, over a signal of its own. */
const elsewhere = ({ context }: Phone, path: string, how: Parameters<APIRequestContext['post']>[1]) => {
  const url = process.env.JOURNEYS_URL ?? '';
  return context.request.post(url + path, { headers: { Origin: url }, maxRedirects: 0, ...how });
};

/** An order for a kilogram of a fruit that no other journey counts, paid on delivery. */
async function placeOrder(phone: Phone): Promise<{ code: string; id: string }> {
  const [product] = await inDatabase<{ id: string }>(
    `SELECT "id" FROM "product" WHERE "slug" = 'chom-chom-nhan'`,
  );
  const place = async (seenTotal: number) => {
    const to = { phone: '0900000098', provinceCode: '75', wardCode: '25217', street: 'Số 5, đường thử' };
    const lines = [{ productId: product?.id, quantity: 1 }];
    const how = { note: null, locale: 'vi', method: 'cod', seenTotal, key: crypto.randomUUID() };
    const json = { ...to, ...how, lines, buyerName: 'Người mua thử' };
    const answer = await elsewhere(phone, '/api/trpc/checkout.place', { data: { json } });
    return (await answer.json()).result.data.json;
  };
  const { error } = await place(0);
  const { value } = await place(Number(error.total));
  const [order] = await inDatabase<{ code: string; id: string }>(
    `SELECT "code", "id" FROM "order" WHERE "code" = $1`,
    value.code,
  );
  if (!order) throw new Error('not placed');
  return order;
}

test('boxes packed without signal get their labels once there is one, and one too many shows both sides', async ({
  phone,
}) => {
  const packer = await phone();
  const { page } = packer;
  await packer.signIn('Quản lý minh họa');
  const order = await anOrder(2);
  const given = await placeOrder(packer);
  await page.goto(`/office/orders/${given.code}`);
  await packer.kept();
  await page.goto(`/office/orders/${order.code}`);
  await packer.loseSignal();
  await page.reload();
  const form = page.locator('form', { has: page.locator(`input[name=lineId][value="${order.lineId}"]`) });
  /** Exactly what was promised, so that as much is free of the fruit as before. */
  const weigh = async (units: number) => {
    const [, least = ''] = /trên cân ít nhất ([\d,]+)/.exec((await form.textContent()) ?? '') ?? [];
    const kilograms = (units * Number(least.replace(',', '.'))).toFixed(3).replace('.', ',');
    await form.locator('input[name=units]').fill(String(units));
    await form.getByLabel('Cân nặng trên cân').fill(kilograms);
    return kilograms;
  };
  await weigh(1);
  const photo = await aLargePhoto();
  await form.getByLabel('Ảnh thùng lúc đóng').setInputFiles({
    ...{ name: 'thung.jpg', mimeType: 'image/jpeg', buffer: photo },
  });
  await expect(form).toContainText('chưa in được tem');
  await packer.look();
  await form.getByRole('button', { name: 'Đóng thùng' }).click();
  await packer.counts(1, 0, 0);
  await expect(page.getByRole('listitem').filter({ hasText: order.code })).toContainText('chưa in được tem');
  await page.goto(`/office/orders/${order.code}`);
  const kilograms = await weigh(1);
  await form.getByRole('button', { name: 'Đóng thùng' }).click();
  await packer.counts(2, 0, 0);
  await page.goto(`/office/orders/${given.code}`);
  await page.getByLabel('Cân nặng trên cân').fill('1,02');
  await page.getByRole('button', { name: 'Đóng thùng' }).click();
  await packer.counts(3, 0, 0);

  const why = { act: 'cancel', key: crypto.randomUUID(), orderId: given.id, why: 'thử mất sóng' };
  const cancelled = await elsewhere(packer, `/office/orders/${given.code}`, { form: why });
  expect(cancelled.status()).toBe(302);
  // Elsewhere, somebody packs all but one of the line.
  const [line] = await inDatabase<{ left: number; unitGrams: number; lotId: string }>(
    `SELECT l."quantity" - 1 AS "left", l."unitGrams", r."lotId" FROM "order_line" l
     JOIN "reservation" r ON r."lineId" = l."id" WHERE l."id" = $1 ORDER BY r."grams" DESC LIMIT 1`,
    order.lineId,
  );
  const packed = await elsewhere(packer, `/office/orders/${order.code}`, {
    multipart: {
      ...{ act: 'pack', key: crypto.randomUUID(), orderId: order.id, lineId: order.lineId },
      lotId: line?.lotId ?? '',
      units: String(line?.left),
      kg: String(((line?.left ?? 0) * (line?.unitGrams ?? 0)) / 1000).replace('.', ','),
      lotReason: 'thử mất sóng',
    },
  });
  expect(packed.status()).toBe(302);
  await packer.findSignal();
  await packer.counts(0, 1, 2);
  await page.goto('/office/outbox');
  await expect(page.getByRole('listitem').filter({ hasText: 'Hợp tác xã nhận lúc' })).toHaveCount(1);
  const refused = page.getByRole('listitem').filter({ hasText: 'Cô bác đã ghi:' });
  await expect(refused.filter({ hasText: given.code })).toContainText(/Đơn đang ở trạng thái .*hủy/i);
  const entry = refused.filter({ hasText: order.code });
  await expect(entry).toContainText(`${kilograms} kg`);
  await packer.look();
  await entry.getByRole('link', { name: 'Sửa rồi gửi lại' }).click();
  await expect(page.getByText('Đơn này không còn chỗ cho thùng đã ghi')).toBeVisible();
  await expect(page.getByRole('link', { name: /^In tem thùng/ })).toHaveCount(2);
  const evidence = page.getByRole('region', { name: 'Ảnh làm bằng chứng' });
  await expect(evidence).toContainText('điện thoại nói vậy, chưa ai chứng minh');
  await expect(evidence).toContainText(createHash('sha256').update(photo).digest('hex'));
  await expect(evidence, 'the place, carried over').toContainText('11.820000, 107.010000');
  await packer.look();
  await page.getByRole('link', { name: 'Đã ghi trên máy này' }).click();
  await entry.getByRole('button', { name: 'Bỏ đi' }).click();
  await entry.getByRole('button', { name: 'Bỏ hẳn' }).click();
  await packer.counts(0, 1, 1);
});
