import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerResolverRequest, readResolverRequest } from './resolver-answer.ts';
import { resolverDescription } from './resolver-description.ts';
import { LINKSET_CONTEXT, linkToContext, linkToLinkset, RESOLVER_HEADERS } from './resolver-headers.ts';
import { LINK_TYPES, linkTypeUri, readLinkType } from './resolver-link-types.ts';
import type { LinkLevel, TargetLink } from './resolver-links.ts';
import { languageWeight, mediaTypeWeight, readPreferences } from './resolver-negotiation.ts';

const root = 'https://baunghe.example';
const product = '/01/09520001000126';
const lot = `${product}/10/A%2F1`;
const box = `${product}/21/S7`;

const page: TargetLink = { linkType: 'gs1:defaultLink', href: `${root}/vi/p`, title: 'Trang sản phẩm' };
const pages: readonly TargetLink[] = [
  {
    linkType: 'gs1:defaultLinkMulti',
    href: `${root}/vi/p`,
    title: 'Sản phẩm',
    hreflang: ['vi'],
    type: 'text/html',
  },
  {
    linkType: 'gs1:defaultLinkMulti',
    href: `${root}/en/p`,
    title: 'Product',
    hreflang: ['en'],
    type: 'text/html',
  },
];
const pip: readonly TargetLink[] = [
  { linkType: 'gs1:pip', href: `${root}/vi/p`, title: 'Sản phẩm', hreflang: ['vi'], type: 'text/html' },
  { linkType: 'gs1:pip', href: `${root}/en/p`, title: 'Product', hreflang: ['en'], type: 'text/html' },
  { linkType: 'gs1:pip', href: `${root}/p.json`, title: 'Product', type: 'application/ld+json' },
];
const certificates: readonly TargetLink[] = [
  { linkType: 'gs1:certificationInfo', href: `${root}/cert/vn`, title: 'VietGAP', context: ['VN'] },
  { linkType: 'gs1:certificationInfo', href: `${root}/cert/eu`, title: 'GlobalG.A.P.', context: ['EU'] },
];
const recall: TargetLink = {
  linkType: 'gs1:recallStatus',
  href: `${root}/recall?of=1#now`,
  title: 'Thu hồi',
};
const story: TargetLink = { linkType: 'gs1:traceability', href: `${root}/story`, title: 'Hành trình' };

const levels: readonly LinkLevel[] = [
  { path: box, description: 'Thùng S7', links: [story] },
  { path: lot, description: 'Lô A/1', links: [recall] },
  { path: product, description: 'Sầu riêng', links: [page, ...pages, ...pip, ...certificates] },
];

function answer(target: string, accept: string | null = null, acceptLanguage: string | null = null) {
  const request = readResolverRequest(target, { accept, acceptLanguage });
  if (!request.ok) return { status: 400, code: request.error.code };
  const found = request.value.paths.flatMap((path) => levels.filter((level) => level.path === path));
  return answerResolverRequest(request.value, found, root);
}

/** Each is named with the criterion it tries: ConformantResolver1_0.txt of github.com/gs1/GS1DL-resolver-testsuite. */
describe('criteria of the GS1-Conformant Resolver', () => {
  it.each([`${product}/foo`, '/01/09520001000127', '/san-pham', `${product}/21/S/10/L`, `${product}/10/%E0`])(
    'extracts and validates the address and reports errors with 400: %s',
    (target) => {
      expect(answer(target)).toMatchObject({ status: 400 });
    },
  );

  it.each([
    [product, { status: 307, location: page.href }],
    [`${product}/`, { status: 307, location: page.href }],
    [`${product}/22/V`, { status: 307, location: page.href }],
    ['https://baunghe.example/01/9520001000126', { status: 307, location: page.href }],
    ['/01/09520001000133', { status: 404, reason: 'nothing_known' }],
  ])('redirects to the default link unless the request fits another better: %s', (target, expected) => {
    expect(answer(target)).toEqual(expected);
  });

  it.each([
    [null, 'en', `${root}/en/p`],
    [null, 'en-GB,en;q=0.9,vi;q=0.1', `${root}/en/p`],
    [null, 'vi;q=0.5,en;q=0.4', `${root}/vi/p`],
    ['text/html', null, page.href],
    ['text/html,*/*;q=0.8', 'en', `${root}/en/p`],
    ['text/html', 'de', page.href],
    [null, '*', page.href],
    ['image/png', 'en', page.href],
  ])('Accept %s and Accept-Language %s lead to %s', (accept, language, location) => {
    expect(answer(product, accept, language)).toEqual({ status: 307, location });
  });

  it.each([
    ['gs1:pip', null, null, `${root}/vi/p`],
    ['gs1:pip', null, 'en', `${root}/en/p`],
    ['gs1:pip', 'application/ld+json', 'en', `${root}/p.json`],
    ['gs1:pip', 'application/ld+json;q=0.5,text/html', 'en', `${root}/en/p`],
    ['https://gs1.org/voc/pip', null, 'vi-VN', `${root}/vi/p`],
    ['https%3A%2F%2Fref.gs1.org%2Fvoc%2Fpip', null, 'en', `${root}/en/p`],
    ['gs1:certificationInfo&context=EU', null, 'en', `${root}/cert/eu`],
  ])('redirects to the requested type: %s, %s, %s', (linkType, accept, language, location) => {
    expect(answer(`${product}?linkType=${linkType}`, accept, language)).toEqual({
      status: 307,
      location: `${location}?linkType=${linkType}`,
    });
  });

  it.each(['gs1:recipeInfo', 'gs1:whateverElse', 'pip', 'traceability'])(
    'returns 404 if a link of the requested type is not available: %s',
    (linkType) => {
      expect(answer(`${product}?linkType=${linkType}`)).toEqual({ status: 404, reason: 'link_type_missing' });
    },
  );

  it('lets the requester choose where nothing decides (2.6.3)', () => {
    expect(answer(`${product}?linkType=gs1:certificationInfo`)).toEqual({
      status: 300,
      linkset: {
        linkset: [
          {
            anchor: root + product,
            description: 'Sầu riêng',
            'https://ref.gs1.org/voc/certificationInfo': [
              { href: `${root}/cert/vn`, title: 'VietGAP', context: ['VN'] },
              { href: `${root}/cert/eu`, title: 'GlobalG.A.P.', context: ['EU'] },
            ],
          },
        ],
      },
    });
  });

  it('passes on the whole query, before a fragment', () => {
    expect(answer(`${lot}?linkType=gs1:recallStatus&15=260630&foo=b%20r`)).toEqual({
      status: 307,
      location: `${root}/recall?of=1&linkType=gs1:recallStatus&15=260630&foo=b%20r#now`,
    });
  });

  it.each([
    [
      'rest' as const,
      '?keep=1',
      '15=260630&link%54ype=x&linkType=gs1:pip&context=VN&foo=b%20r',
      '?keep=1&15=260630&foo=b%20r',
    ],
    ['rest' as const, '', 'linkType=gs1:pip', ''],
    ['nothing' as const, '?keep=1', 'linkType=gs1:pip&15=260630', '?keep=1'],
  ])('passes on no more than its target takes: %s', (takes, own, query, expected) => {
    const href = `${root}/at`;
    const link: TargetLink = { linkType: 'gs1:pip', href: href + own, title: '', takes };
    const request = readResolverRequest(`${product}?${query}`, { accept: null, acceptLanguage: null });
    const found =
      request.ok &&
      answerResolverRequest(request.value, [{ path: product, description: '', links: [link] }], root);
    expect(found).toEqual({ status: 307, location: href + expected });
  });

  it('walks up from the box to the lot and the product', () => {
    const whole = `${lot}/21/S7`;
    expect(answer(`${whole}?linkType=gs1:traceability`)).toMatchObject({ status: 307 });
    expect(answer(`${whole}?linkType=gs1:recallStatus`)).toMatchObject({ status: 307 });
    expect(answer(whole)).toEqual({ status: 307, location: page.href });
    expect(answer(`${lot}?linkType=gs1:traceability`)).toEqual({ status: 404, reason: 'link_type_missing' });
  });

  it.each([
    [`${lot}/21/S7?linkType=linkset`, null],
    [`${lot}/21/S7?linkType=all`, null],
    [`${lot}/21/S7`, 'application/linkset+json'],
    [`${lot}/21/S7`, 'application/json'],
    [`${lot}/21/S7?linkType=gs1:pip`, 'application/linkset+json, text/html;q=0.5'],
  ])('answers with the links of every level, and does not redirect: %s, %s', (target, accept) => {
    const found = answer(target, accept);
    expect(found.status).toBe(200);
    const { linkset } = 'linkset' in found ? found.linkset : { linkset: [] };
    expect(linkset.map(({ anchor }) => anchor)).toEqual([root + box, root + lot, root + product]);
    expect(linkset[2]?.['https://ref.gs1.org/voc/defaultLink']).toEqual([
      { href: page.href, title: page.title },
    ]);
    expect(linkset[2]?.['https://ref.gs1.org/voc/pip']).toHaveLength(3);
  });

  it('gives browsers the page, even if they would take JSON', () => {
    expect(answer(product, 'text/html, application/json;q=0.9, */*;q=0.8', 'en')).toMatchObject({
      status: 307,
    });
  });

  it('says what is gone', () => {
    const request = readResolverRequest(lot, { accept: null, acceptLanguage: null });
    const gone = levels.slice(1).map((level) => ({ ...level, withdrawn: level.path === lot }));
    expect(request.ok && answerResolverRequest(request.value, gone, root)).toEqual({ status: 410 });
  });

  it('describes itself', () => {
    expect(
      resolverDescription({
        name: 'Bàu Nghé',
        resolverRoot: root,
        supportedPrimaryKeys: ['01', '414', '417'],
      }),
    ).toEqual({
      name: 'Bàu Nghé',
      resolverRoot: root,
      supportedPrimaryKeys: ['01', '414', '417'],
      supportedLinkType: [{ namespace: 'https://ref.gs1.org/voc/', prefix: 'gs1:' }],
      linkTypeDefaultCanBeLinkset: false,
      jsonLdContextLocation: LINKSET_CONTEXT,
    });
  });

  it('points to the linkset and to its context', () => {
    expect(linkToLinkset(root + lot)).toBe(
      `<${root}${lot}?linkType=linkset>; rel="linkset"; type="application/linkset+json"`,
    );
    expect(linkToContext()).toContain('rel="http://www.w3.org/ns/json-ld#context"');
    expect(RESOLVER_HEADERS['Access-Control-Allow-Origin']).toBe('*');
  });
});

it('a tie falls to the link that is also the default (issue 28 of github.com/gs1/GS1DL-resolver-testsuite)', () => {
  const links: readonly TargetLink[] = [
    { linkType: 'gs1:pip', href: 'https://gs1.example', title: 'test', type: 'text/html', hreflang: ['en'] },
    {
      linkType: 'gs1:pip',
      href: 'https://www.eecc.example',
      title: 'test',
      type: 'text/html',
      hreflang: ['de'],
    },
    { linkType: 'gs1:defaultLink', href: 'https://www.eecc.example', title: 'test' },
  ];
  const level: LinkLevel = { path: product, description: '', links };
  const locationOf = (query: string, acceptLanguage: string | null) => {
    const request = readResolverRequest(product + query, { accept: 'text/html', acceptLanguage });
    const found = request.ok ? answerResolverRequest(request.value, [level], root) : null;
    return found?.status === 307 ? new URL(found.location).hostname : found;
  };
  expect(locationOf('', 'de')).toBe('www.eecc.example');
  expect(locationOf('', 'en')).toBe('www.eecc.example');
  expect(locationOf('?linkType=gs1:pip', 'en')).toBe('gs1.example');
  expect(locationOf('?linkType=gs1:pip', null)).toBe('www.eecc.example');
});

describe('levels', () => {
  const pathsOf = (target: string) => {
    const read = readResolverRequest(target, { accept: null, acceptLanguage: null });
    return read.ok ? read.value.paths : [];
  };

  it('are the sets of the standard (2.5.9)', () => {
    expect(pathsOf(`${product}/22/V/10/L/21/S`)).toEqual([
      `${product}/21/S`,
      `${product}/22/V/10/L`,
      `${product}/10/L`,
      `${product}/22/V`,
      product,
    ]);
    expect(pathsOf(`${product}/235/T`)).toEqual([`${product}/235/T`, product]);
    expect(pathsOf('/414/9520123456788/254/V07-2')).toEqual([
      '/414/9520123456788/254/V07-2',
      '/414/9520123456788',
    ]);
  });
});

describe('preferences (RFC 9110, 12.5)', () => {
  it('are sorted by weight, broken weights count nothing', () => {
    expect(readPreferences('da, en-gb;q=0.8, en;q=0.7, x;q=2, ,y;q=')).toEqual([
      { choice: 'da', weight: 1 },
      { choice: 'en-gb', weight: 0.8 },
      { choice: 'en', weight: 0.7 },
      { choice: 'x', weight: 0 },
      { choice: 'y', weight: 0 },
    ]);
    expect(readPreferences(null)).toEqual([]);
  });

  it.each([
    ['text/html', 0.7],
    ['text/plain', 0.3],
    ['image/jpeg', 0.5],
    ['text/html;level=3', 0.7],
  ])('the most exact range weighs %s', (type, weight) => {
    const accept = readPreferences('text/*;q=0.3, text/html;q=0.7, */*;q=0.5');
    expect(mediaTypeWeight(accept, type)).toBe(weight);
  });

  it.each([
    ['vi', 'vi-VN', 1],
    ['vi-VN', 'vi', 1],
    ['vi;q=0, *', 'vi', 1],
    ['en;q=0.3, *;q=0.1', 'fr', 0.1],
    ['en', 'fr', 0],
    ['zh', 'zh-Hant-TW', 1],
  ])('%s wants %s', (header, tag, weight) => {
    expect(languageWeight(readPreferences(header), tag)).toBe(weight);
  });
});

it('link types are read in every spelling of their namespace, and no others', () => {
  for (const name of LINK_TYPES) {
    expect(readLinkType(`gs1:${name}`)).toBe(`gs1:${name}`);
    expect(readLinkType(linkTypeUri(`gs1:${name}`))).toBe(`gs1:${name}`);
    expect(readLinkType(`https://www.gs1.org/voc/${name}`)).toBe(`gs1:${name}`);
    expect(readLinkType(name)).toBeNull();
  }
  expect(readLinkType('gs1:toString')).toBeNull();
});

it('no request makes the resolver throw', () => {
  const header = fc.option(fc.oneof(fc.string(), fc.constantFrom('en;q=0.5, *', '*/*', 'text/html')));
  const query = fc.oneof(fc.string(), fc.constantFrom('linkType=gs1:pip', 'linkType=linkset', 'context=VN'));
  fc.assert(
    fc.property(query, header, header, (text, accept, language) => {
      expect([200, 300, 307, 400, 404]).toContain(answer(`${lot}?${text}`, accept, language).status);
    }),
  );
});
