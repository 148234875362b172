import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aForm, aShop, type Shop } from './api.builders.ts';
import { type Caller, formAnswer } from './index.ts';

type Form = Parameters<Caller['checkout']['place']>[0];

let shop: Shop;
let guest: Caller;

beforeAll(async () => {
  shop = await aShop();
  guest = await shop.as();
  await shop.cut('plo_named', 200_000);
});
afterAll(() => shop.close());

const place = (form: Form) => guest.checkout.place(form);
const orders = () => shop.db.order.count();

describe('a write sent twice', () => {
  it('changes nothing the second time and gives the same answer', async () => {
    const before = await orders();
    const form = aForm();
    const first = await place(form);
    expect(first).toMatchObject({ ok: true, value: { total: 930_000 } });
    expect(await place(form)).toEqual(first);
    expect(await orders()).toBe(before + 1);
  });

  it('is one order also when both come at the same time', async () => {
    const before = await orders();
    const form = aForm();
    const answers = await Promise.all(Array.from({ length: 6 }, () => place(form)));
    expect(answers[0]).toMatchObject({ ok: true });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await orders()).toBe(before + 1);
  });

  it('with other input is a conflict, and changes nothing', async () => {
    const form = aForm();
    await place(form);
    const before = await orders();
    const other = { ...form, buyerName: 'Người Khác' };
    await expect(place(other)).rejects.toMatchObject({ code: 'CONFLICT', message: 'key_reused' });
    expect(await orders()).toBe(before);
  });

  it('is told from another person’s and another procedure’s with the same key', async () => {
    const packer = await shop.as(await shop.personWith(['packer']));
    const form = aForm();
    const first = await place(form);
    const second = await packer.checkout.place(form);
    expect(first.ok && second.ok && first.value.code !== second.value.code).toBe(true);
    const refused = await packer.officeOrders.deliver({ key: form.key, orderId: 'ord_none' });
    expect(refused).toEqual({ ok: false, error: { code: 'order_unknown' } });
  });

  it('is told again as it was first, also when the world has moved on', async () => {
    const packer = await shop.as(await shop.personWith(['packer']));
    const placed = await place(aForm());
    if (!placed.ok) throw new Error(placed.error.code);
    const order = await shop.db.order.findUniqueOrThrow({
      where: { code: placed.value.code },
      include: { lines: { include: { reservations: true } } },
    });
    const [line] = order.lines;
    const box = {
      key: crypto.randomUUID(),
      orderId: order.id,
      lineId: line?.id ?? '',
      lotId: line?.reservations[0]?.lotId ?? '',
      units: 1,
      grams: 10_000,
    };
    const [one, two] = await Promise.all([
      packer.officeOrders.packBox(box),
      packer.officeOrders.packBox(box),
    ]);
    expect(one).toMatchObject({ ok: true, value: { orderPacked: true } });
    expect(two).toEqual(one);
    expect(await shop.db.box.count({ where: { orderId: order.id } })).toBe(1);
    const later = await packer.officeOrders.packBox({ ...box, key: crypto.randomUUID() });
    expect(later).toEqual({ ok: false, error: { code: 'order_state', state: 'packed' } });
    expect(await packer.officeOrders.packBox(box)).toEqual(one);
  });
});

describe('a refused form', () => {
  it('leaves its key free for the mended one, and nothing behind', async () => {
    const before = await orders();
    const form = aForm({ seenTotal: 900_000 });
    const refused = await place(form);
    expect(refused).toEqual({ ok: false, error: { code: 'total_changed', total: 930_000 } });
    expect(await shop.db.write.count({ where: { key: form.key } })).toBe(0);
    expect(await orders()).toBe(before);
    expect(await place({ ...form, seenTotal: 930_000 })).toMatchObject({ ok: true });
    expect(await orders()).toBe(before + 1);
  });

  it.each<[string, Partial<Form>, object]>([
    ['an empty cart', { lines: [] }, { code: 'cart_empty' }],
    ['a sum that is no more', { seenTotal: 1 }, { code: 'total_changed', total: 930_000 }],
    ['a ward of another province', { provinceCode: '79', seenTotal: 960_000 }, { code: 'ward_unknown' }],
    ['a ward that there is not', { wardCode: '99999' }, { code: 'ward_unknown' }],
    [
      'a product that is not sold',
      { lines: [{ productId: 'pro_none', quantity: 1 }] },
      { code: 'product_unlisted', productId: 'pro_none' },
    ],
  ])('for %s is told so', async (_what, more, error) => {
    const before = await orders();
    expect(await place(aForm(more))).toEqual({ ok: false, error });
    expect(await orders()).toBe(before);
  });

  it('for more than there is says how much is left, counting a product that stands there twice', async () => {
    const { lines } = await guest.products.priceCart({
      lines: [{ productId: 'pro_box', quantity: 1 }],
      provinceCode: null,
    });
    const left = lines[0]?.unitsLeft ?? 0;
    const box = (quantity: number) => ({ productId: 'pro_box', quantity });
    const seenTotal = (left + 1) * 900_000;
    const short = (unitsLeft: number) => ({
      ok: false,
      error: { code: 'not_enough_stock', productId: 'pro_box', markdownId: null, unitsLeft },
    });
    expect(left).toBeGreaterThan(5);
    expect(await place(aForm({ lines: [box(left + 1)], seenTotal }))).toEqual(short(left));
    expect(await place(aForm({ lines: [box(left - 2), box(3)], seenTotal }))).toEqual(short(2));
  });

  it.each<[string, Partial<Record<keyof Form, unknown>>, string, string]>([
    ['no key', { key: undefined }, 'key', 'key_missing'],
    ['a key that is no UUID', { key: '1' }, 'key', 'key_missing'],
    ['no name', { buyerName: ' \t ' }, 'buyerName', 'name_missing'],
    ['too long a name', { buyerName: 'x'.repeat(81) }, 'buyerName', 'too_long'],
    ['no phone', { phone: ' ' }, 'phone', 'phone_missing'],
    ['a number that cannot be', { phone: '0123' }, 'phone', 'phone_invalid'],
    ['no province', { provinceCode: '' }, 'provinceCode', 'province_missing'],
    ['no ward', { wardCode: undefined }, 'wardCode', 'ward_missing'],
    ['no street', { street: '' }, 'street', 'street_missing'],
    ['too long a note', { note: 'x'.repeat(301) }, 'note', 'too_long'],
    ['no way to pay', { method: undefined }, 'method', 'method_missing'],
    ['a way to pay that is not offered', { method: 'gold' }, 'method', 'method_missing'],
    [
      'half a box',
      { lines: [{ productId: 'pro_box', quantity: 1.5 }] },
      'lines.0.quantity',
      'quantity_invalid',
    ],
    ['no box', { lines: [{ productId: 'pro_box', quantity: 0 }] }, 'lines.0.quantity', 'quantity_invalid'],
    [
      'a truckload',
      { lines: [{ productId: 'pro_box', quantity: 501 }] },
      'lines.0.quantity',
      'quantity_invalid',
    ],
    ['41 lines', { lines: Array(41).fill({ productId: 'pro_box', quantity: 1 }) }, 'lines', 'cart_too_long'],
    ['a language we do not speak', { locale: 'fr' }, 'locale', 'invalid'],
    ['a sum below zero', { seenTotal: -1 }, 'seenTotal', 'invalid'],
  ])('with %s names the field', async (_what, more, field, code) => {
    const form = { ...aForm(), ...more } as Form;
    expect(await formAnswer(place(form))).toEqual({
      ok: false,
      error: { code: 'fields', fields: { [field]: code } },
    });
  });
});
