import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hrefIn, LOCALES, localeOf, localeOfPath, pathWithoutLocale } from './locale';

describe('a page in a language', () => {
  it('stands at / in Vietnamese and under /en in English', () => {
    expect(hrefIn('vi', '/cart')).toBe('/cart');
    expect(hrefIn('en', '/cart')).toBe('/en/cart');
    expect(hrefIn('en', '/')).toBe('/en');
    expect(hrefIn('zh', '/cart')).toBe('/zh/cart');
  });

  it('is not there in an unknown language, nor at /vi', () => {
    for (const lang of ['vi', 'xx', 'EN', 'zh-Hans', '']) expect(() => localeOf({ lang })).toThrow();
    expect(localeOf({})).toBe('vi');
    expect(localeOf({ lang: 'en' })).toBe('en');
    expect(localeOf({ lang: 'zh' })).toBe('zh');
  });

  it('finds its way back from any language', () => {
    const path = fc.array(fc.stringMatching(/^[a-z0-9-]{3,8}$/)).map((parts) => `/${parts.join('/')}`);
    fc.assert(
      fc.property(path, fc.constantFrom(...LOCALES), (at, locale) => {
        expect(pathWithoutLocale(hrefIn(locale, at))).toBe(at);
        expect(localeOfPath(hrefIn(locale, at))).toBe(locale);
      }),
    );
  });
});
