import { buffer } from 'node:stream/consumers';
import { orderBill } from '@baunghe/api';
import { dong } from '@baunghe/money';
import * as mupdf from 'mupdf';
import { expect, it } from 'vitest';
import { billOf } from './bill-of.server';

type Order = Parameters<typeof billOf>[0];

const NAMES = { nameVi: 'Ri6 sấy (thử)', nameEn: 'Dried Ri6 (test)', nameZh: null };
const place = { nameVi: 'Nơi thử', nameEn: 'Test place' };

/** An order of 900,000 with delivery, whose fruit holds 5 % and whose delivery 8 %. */
const ORDER = {
  ...{ code: 'BN7K2M9QX', state: 'delivered', placedAt: new Date('2026-06-07T03:00:00Z'), demo: false },
  buyer: { name: 'Người mua thử', phone: '+84912000199', street: 'Số 1', note: null },
  ...{ ward: place, province: place, delivery: dong(30_000), discount: dong(0), finalDiscount: null },
  ...{ voucher: null, total: dong(930_000), final: null, boxes: [], day: null, invoice: null },
  lines: [
    {
      ...{ product: { ...NAMES, saleUnit: 'kg' }, quantity: 2, unitPrice: dong(450_000) },
      ...{ lineSum: dong(900_000), marked: false, byWeight: null },
    },
  ],
  taxes: [
    { rate: 500, tax: dong(42_857) },
    { rate: 800, tax: dong(2_222) },
  ],
  after: { missing: dong(0), refunds: [] },
} as unknown as Order;

/** What another program reads on the paper, line by line. */
async function drawn(order: Order, page: 'vi' | 'en'): Promise<string> {
  const pdf = mupdf.Document.openDocument(await buffer(orderBill(billOf(order, page))), 'application/pdf');
  expect(pdf.countPages()).toBe(1);
  const text = pdf.loadPage(0).toStructuredText('').asText();
  return text.normalize('NFC').replace(/\s+/g, ' ');
}

it('a bill says on paper how much VAT of each rate lies within its total, before the total, and none where there is none', async () => {
  const said = await drawn(ORDER, 'vi');
  expect(said).toMatch(/Trong đó thuế GTGT 5% 42\.857 ₫ Trong đó thuế GTGT 8% 2\.222 ₫ Tổng cộng 930\.000 ₫/);
  expect(await drawn(ORDER, 'en')).toMatch(/VAT.*5%.* 42,857 ₫ .*8%.* 2,222 ₫ Total 930,000 ₫/);
  expect(await drawn({ ...ORDER, taxes: [] }, 'vi')).not.toContain('GTGT');
});
