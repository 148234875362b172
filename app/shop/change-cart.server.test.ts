import { describe, expect, it } from 'vitest';
import { changeCart } from './change-cart.server';

const before = new Map([
  ['pro_a', 2],
  ['pro_b', 3],
]);

function form(fields: Record<string, string>): FormData {
  const sent = new FormData();
  for (const [name, value] of Object.entries(fields)) sent.set(name, value);
  return sent;
}

describe('a cart whose form is sent', () => {
  it('takes the new quantities and leaves the others', () => {
    const { cart, unread, toCheckout } = changeCart(
      before,
      form({ 'quantity:pro_a': ' 5 ', to: 'checkout' }),
    );
    expect([...cart]).toEqual([
      ['pro_a', 5],
      ['pro_b', 3],
    ]);
    expect(unread).toEqual({});
    expect(toCheckout).toBe(true);
  });

  it('leaves a line as another tab made it, where this form only shows what was there before', () => {
    const fields = { 'quantity:pro_a': '1', 'seen:pro_a': '1', 'quantity:pro_b': '4', 'seen:pro_b': '3' };
    expect([...changeCart(before, form(fields)).cart]).toEqual([
      ['pro_a', 2],
      ['pro_b', 4],
    ]);
  });

  it('drops a product at zero or when it is removed', () => {
    expect(changeCart(before, form({ 'quantity:pro_a': '0' })).cart.has('pro_a')).toBe(false);
    const removed = changeCart(before, form({ 'quantity:pro_b': 'many', remove: 'pro_b' }));
    expect([...removed.cart.keys()]).toEqual(['pro_a']);
    expect(removed.unread).toEqual({});
  });

  it('takes what is left when the buyer says so', () => {
    expect(changeCart(before, form({ 'quantity:pro_b': '300', take: 'pro_b:7' })).cart.get('pro_b')).toBe(7);
  });

  it('takes fruit whose lower price is over at the usual one, with what of that is there', () => {
    const marked = new Map([...before, ['pro_a~mkd_1', 4]]);
    expect([...changeCart(marked, form({ usual: 'pro_a~mkd_1' })).cart]).toEqual([
      ['pro_a', 6],
      ['pro_b', 3],
    ]);
    expect(changeCart(marked, form({ usual: 'pro_x~mkd_1' })).cart).toEqual(marked);
  });

  it('keeps the old quantity when the new one cannot be read, and adds no product of its own', () => {
    const changed = changeCart(
      before,
      form({ 'quantity:pro_a': '1,5', 'quantity:pro_x': '3', remove: 'pro_y' }),
    );
    expect(changed.cart).toEqual(before);
    expect(changed.unread).toEqual({ pro_a: '1,5' });
  });
});
