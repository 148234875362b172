import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { type OrderBill, orderBill } from './order-bill.ts';
import { drawnPages } from './read-codes.fixture.ts';

const BILL: OrderBill = {
  cooperative: 'Hợp tác xã cây ăn trái Bàu Nghé',
  title: 'PHIẾU TÍNH TIỀN',
  notTax: 'Phiếu này không phải hóa đơn giá trị gia tăng.',
  demo: 'Đơn minh họa: không có trái và không có tiền thật.',
  facts: [
    ['Đơn', 'BN7K2M9QX'],
    ['Giao tới', 'Số 12, đường thử, Phường Phước Long, Thành phố Đồng Nai'],
  ],
  heads: ['Hàng', 'Số lượng', 'Đơn giá', 'Thành tiền'],
  lines: [['Thùng sầu riêng Ri6 10 kg', '2 thùng', '900.000 ₫', '1.800.000 ₫']],
  sums: [
    ['Tiền trái', '1.800.000 ₫'],
    ['Giao hàng', '30.000 ₫'],
    ['Tổng cộng', '1.830.000 ₫'],
  ],
  notes: ['Còn phải trả 1.830.000 ₫'],
  boxesTitle: 'Thùng và lô',
  boxes: ['B3F7HJ9KQ001, lô K7M2P9QX, cắt 07/06/2026, 10,2 kg'],
};

const drawn = async (bill: OrderBill) => drawnPages(await buffer(orderBill(bill)));

it('a bill says all that it is given, in Vietnamese letters, and that it is no tax invoice', async () => {
  const pages = await drawn(BILL);
  expect(pages).toHaveLength(1);
  const said = pages[0]?.text.normalize('NFC') ?? '';
  const { notTax, title, demo, cooperative, notes, boxes } = BILL;
  const words = [notTax, title, demo ?? '', cooperative, ...notes, ...boxes, '1.830.000 ₫', '2 thùng'];
  for (const text of words) expect(said).toContain(text);
});

it('a bill of very many lines goes on to further pages and loses none', async () => {
  const lines = Array.from({ length: 60 }, (_, at) => [`Hàng ${at}`, '1 kg', '1 ₫', '1 ₫'] as const);
  const pages = await drawn({ ...BILL, lines });
  expect(pages.length).toBeGreaterThan(1);
  const said = pages.map(({ text }) => text.normalize('NFC')).join('\n');
  for (const [name] of lines) expect(said).toContain(name);
});

it('a bill’s sums and what is said of them stand on one page, however many lines come before', async () => {
  for (const count of [22, 23, 24]) {
    const lines = Array.from({ length: count }, (_, at) => [`Hàng ${at}`, '1 kg', '1 ₫', '1 ₫'] as const);
    const pages = await drawn({ ...BILL, lines, boxes: [] });
    const last = pages.at(-1)?.text.normalize('NFC') ?? '';
    for (const words of ['Tiền trái', 'Tổng cộng', BILL.notes[0] ?? '']) expect(last).toContain(words);
  }
});
