import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../locale';
import { languageFor, spokenLanguage } from './spoken-language';

describe('languageFor', () => {
  it.each([
    [undefined, 'vi'],
    ['', 'vi'],
    ['vi-VN,vi;q=0.9,en-US;q=0.8,en;q=0.7', 'vi'],
    ['en-US,en;q=0.9', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['zh-Hans-CN', 'zh'],
    ['ZH-cn', 'zh'],
    ['en;q=0.5, zh;q=0.8, vi;q=0.3', 'zh'],
    ['fr-FR, fr;q=0.9, en;q=0.1', 'en'],
    ['fr, de;q=0.5', 'vi'],
    ['en, zh', 'en'],
    ['zh;q=0.001, fr', 'zh'],
  ])('%s → %s', (accepted, locale) => {
    expect(languageFor(accepted)).toBe(locale);
  });

  it('gives no language that was refused', () => {
    expect(languageFor('vi;q=0, en;q=0.1')).toBe('en');
    expect(languageFor('vi;q=0, *;q=0.5')).toBe('en');
    expect(languageFor('zh-Hans;q=0, zh-CN, en;q=0.2')).toBe('en');
    expect(languageFor('*, en;q=0.5')).toBe('vi');
    expect(languageFor('*;q=0')).toBe('vi');
  });

  it('passes over what is not a range', () => {
    expect(languageFor('zh;q=9, en;q=x, ;;, en-, vi_VN, en;q=0.4')).toBe('en');
  });

  it('always gives a language of the site', () => {
    fc.assert(fc.property(fc.string(), (text) => LOCALES.includes(languageFor(text))));
  });
});

describe('spokenLanguage', () => {
  const chinese = { 'accept-language': 'zh-CN' };

  it('leaves the language to the visitor on a box’s address only', () => {
    expect(spokenLanguage('/01/09521234002000/21/X1', chinese)).toBe('zh');
    expect(spokenLanguage('/en/01/09521234002000/21/X1?lang=zh', chinese)).toBe('en');
    expect(spokenLanguage('/products/ri6?lang=en', chinese)).toBe('vi');
    expect(spokenLanguage('/', chinese)).toBe('vi');
  });

  it('puts what was chosen before what the browser asks for, the latest choice first', () => {
    expect(spokenLanguage('/01/1?lang=vi', { ...chinese, cookie: 'lang=en' })).toBe('vi');
    expect(spokenLanguage('/01/1', { ...chinese, cookie: 'a=1; lang=en' })).toBe('en');
    expect(spokenLanguage('/01/1?lang=fr', { ...chinese, cookie: 'lang=xx' })).toBe('zh');
    expect(spokenLanguage('/01/1', { ...chinese, cookie: 'otherlang=en' })).toBe('zh');
  });
});
