import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cartCookie,
  cartLines,
  cartText,
  hasCart,
  parseCart,
  readCart,
  withQuantity,
} from './cart-cookie.server';

const withCookie = (cookie: string) => new Request('https://baunghe.example/cart', { headers: { cookie } });

describe('a cart in a cookie', () => {
  it('comes back as it was kept, beside other cookies', () => {
    const cart = new Map([
      ['pro_01', 2],
      ['pro_02', 500],
      ['pro_02~mkd_1', 3],
    ]);
    const kept = cartCookie(cart, { secure: true });
    expect(kept).toMatch(/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure$/);
    expect(readCart(withCookie(`session=x; ${kept.split(';')[0]}; other=1`))).toEqual(cart);
    expect(cartLines(cart)).toEqual([
      { productId: 'pro_01', quantity: 2 },
      { productId: 'pro_02', quantity: 500 },
      { productId: 'pro_02', markdownId: 'mkd_1', quantity: 3 },
    ]);
  });

  it('is forgotten when it is empty', () => {
    expect(cartCookie(new Map(), { secure: false })).toBe('cart=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax');
  });

  it('never trips over garbage', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        for (const [id, quantity] of parseCart(text)) {
          expect(id).toMatch(/^[\w-]{1,64}(~[\w-]{1,64})?$/);
          expect(quantity).toBeGreaterThanOrEqual(1);
        }
      }),
    );
    for (const cookie of [
      'cart=%E0%A4%A',
      'cart=[1]',
      'cart=null',
      'cart={"a":0,"b":1.5,"c":"2","<d>":1}',
      'cart=',
    ])
      expect(readCart(withCookie(cookie)).size).toBe(0);
    expect(readCart(withCookie('cart={"pro_1":3,"pro_2":-1}'))).toEqual(new Map([['pro_1', 3]]));
  });

  it('holds at most forty lines and five hundred of a product', () => {
    const many = new Map(Array.from({ length: 60 }, (_, at) => [`pro_${at}`, 1]));
    expect(parseCart(cartText(many)).size).toBe(40);
    expect(withQuantity(new Map([['pro_1', 400]]), 'pro_1', 900).get('pro_1')).toBe(500);
    expect(withQuantity(new Map([['pro_1', 4]]), 'pro_1', 0).size).toBe(0);
  });

  it('is told apart from no cart at all', () => {
    expect(hasCart(withCookie('mycart=1'))).toBe(false);
    expect(hasCart(withCookie('a=1; cart=garbage'))).toBe(true);
    expect(hasCart(withCookie('a=1; buyer=somebody'))).toBe(true);
  });
});
