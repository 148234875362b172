import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, it } from 'vitest';
import { harvestFeed } from './harvest-feed';
import { productFeed } from './product-feed';
import { sitemap } from './sitemap';
import { element } from './xml';

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', parseTagValue: false });
const read = (xml: string) => {
  expect(XMLValidator.validate(xml)).toBe(true);
  return parser.parse(xml);
};
const SHOP = {
  publicUrl: 'https://a.example',
  home: 'https://a.example/',
  title: 'A & B',
  description: '<c>',
};
const RI6 = {
  ...{
    slug: 'ri6',
    gtin: '08931234567893',
    name: 'Sầu riêng "Ri6" <A> & B',
    description: '',
    price: 930_000,
  },
  ...{
    unitsLeft: 3,
    unitGrams: 10_000,
    picture: 'durian-ri6.svg',
    link: 'https://a.example/products/ri6?x=1&y=2',
  },
};

it('gives every product the fields that Google and Facebook require, stock and price as they are', () => {
  const gone = { ...RI6, slug: 'gone', unitsLeft: 0, gtin: '09521234002000' };
  const { rss } = read(productFeed(SHOP, [RI6, gone]));
  expect(rss).toMatchObject({ '@version': '2.0', '@xmlns:g': 'http://base.google.com/ns/1.0' });
  expect(rss.channel).toMatchObject({ title: 'A & B', link: SHOP.home, description: '<c>' });
  const [first, second] = rss.channel.item;
  expect(first).toMatchObject({
    'g:id': 'ri6',
    'g:title': RI6.name,
    'g:description': RI6.name,
    'g:link': RI6.link,
    'g:image_link': 'https://a.example/drawings/durian-ri6.png',
    'g:availability': 'in_stock',
    'g:price': '930000 VND',
    'g:condition': 'new',
    'g:brand': 'Bàu Nghé',
    'g:gtin': '08931234567893',
  });
  expect(second).toMatchObject({ 'g:availability': 'out_of_stock', 'g:identifier_exists': 'no' });
  expect(second).not.toHaveProperty('g:gtin');
});

it('lists every page in every language, each naming all the others', () => {
  const { urlset } = read(sitemap('https://a.example', ['/', '/products/ri6']));
  expect(urlset['@xmlns']).toBe('http://www.sitemaps.org/schemas/sitemap/0.9');
  expect(urlset.url.map(({ loc }: { loc: string }) => loc)).toEqual([
    ...['https://a.example/', 'https://a.example/en', 'https://a.example/zh'],
    ...['', '/en', '/zh'].map((at) => `https://a.example${at}/products/ri6`),
  ]);
  for (const { 'xhtml:link': links } of urlset.url)
    expect(links.map((link: Record<string, string>) => link['@hreflang'])).toEqual([
      ...['vi', 'en', 'zh-Hans', 'x-default'],
    ]);
});

it('tells harvests as Atom, the newest first, each entry whole', () => {
  const about = {
    self: 'https://a.example/f',
    home: 'https://a.example/',
    title: 'T',
    author: 'HTX',
    language: 'vi',
  };
  const harvest = (day: string) => ({
    link: `https://a.example/01/${day}`,
    title: 't',
    summary: 's',
    cutOn: new Date(day),
  });
  const { feed } = read(harvestFeed(about, [harvest('2026-06-01'), harvest('2026-06-03')]));
  expect(feed).toMatchObject({
    id: about.self,
    title: 'T',
    updated: '2026-06-03T00:00:00.000Z',
    author: { name: 'HTX' },
  });
  expect(feed.entry.map(({ id }: { id: string }) => id)).toEqual([
    ...['https://a.example/01/2026-06-03', 'https://a.example/01/2026-06-01'],
  ]);
  for (const entry of feed.entry)
    expect(entry).toMatchObject({ title: 't', summary: 's', updated: expect.stringMatching(/Z$/) });
  expect(read(harvestFeed(about, [])).feed.title).toBe('T');
});

it('is well-formed whatever is written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      expect(XMLValidator.validate(element('a', text))).toBe(true);
    }),
    { numRuns: 40 },
  );
});
