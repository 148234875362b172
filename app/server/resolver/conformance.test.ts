import { checkDigit, LINKSET_CONTEXT, linkTypeUri, readLinkType } from '@baunghe/gs1';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GLN, LOOSE, type OpenDoors, openDoors, PRODUCT } from './doors.builders';

let doors: OpenDoors;
let product: string;
let lot: string;
let box: string;
let serialAlone: string;
beforeAll(async () => {
  doors = await openDoors();
  product = `/01/${PRODUCT}`;
  lot = `${product}/10/${doors.batch}`;
  box = `${lot}/21/${doors.serial}`;
  serialAlone = `${product}/21/${doors.serial}`;
});
afterAll(() => doors.close());

const TYPES = ['defaultLink', 'pip', 'traceability', 'certificationInfo', 'recallStatus', 'epcis', 'faqs'];
const LINKSET = { accept: 'application/linkset+json' };
const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
const JSON_ONLY = { accept: 'application/json' };

/** The GS1-Conformant Resolver Standard 1.2, over HTTP. */
describe('a request for a link', () => {
  it.each([
    ['gs1:pip', 'vi', '/products/ri6?linkType=gs1:pip'],
    ['gs1:pip', 'en-GB,en;q=0.8', '/en/products/ri6?linkType=gs1:pip'],
    ['gs1:pip', 'zh-CN', '/zh/products/ri6?linkType=gs1:pip'],
    ['gs1:hasRetailers', 'en', '/en/products/ri6?linkType=gs1:hasRetailers'],
    ['https://gs1.org/voc/pip', 'en', '/en/products/ri6?linkType=https://gs1.org/voc/pip'],
    [
      'https%3A%2F%2Fref.gs1.org%2Fvoc%2Fpip',
      'en',
      '/en/products/ri6?linkType=https%3A%2F%2Fref.gs1.org%2Fvoc%2Fpip',
    ],
    ['gs1:defaultLink', 'fr', '/products/ri6?linkType=gs1:defaultLink'],
  ])('%s in %s is led from the product to %s', async (type, language, to) => {
    const told = await doors.ask(`${product}?linkType=${type}`, { 'accept-language': language });
    expect([told.status, told.location]).toEqual([307, to]);
    expect(told.headers.get('vary')).toContain('Accept-Language');
  });

  it('takes the rest of the query along (2.12)', async () => {
    const told = await doors.ask(`${box}?linkType=gs1:pip&17=261212&from=a%20b`, { 'accept-language': 'vi' });
    expect(told.location).toBe('/products/ri6?linkType=gs1:pip&17=261212&from=a%20b');
  });

  it('for events leads machines to EPCIS and people to the page, which is reached', async () => {
    const epc = encodeURIComponent(`https://id.gs1.org${serialAlone}`);
    for (const from of [box, serialAlone]) {
      const machine = await doors.ask(`${from}?linkType=gs1:traceability`, JSON_ONLY);
      expect(machine.location).toBe(`/epcis/events?MATCH_anyEPC=${epc}`);
      const person = await doors.ask(`${from}?linkType=gs1:traceability&foo=1`, BROWSER);
      expect(person.location).toBe(`${box}?foo=1`);
      expect((await doors.ask(person.location ?? '', BROWSER)).page).toBe(true);
    }
    const ofLot = encodeURIComponent(`https://id.gs1.org/01/${LOOSE}/10/${doors.batch}`);
    const told = await doors.ask(`${lot}?linkType=gs1:epcis`, JSON_ONLY);
    expect(told.location).toBe(`/epcis/events?MATCH_anyEPCClass=${ofLot}`);
  });

  it('for certificates and recalls leads to the page, or to what machines read', async () => {
    const to = async (type: string, headers: Record<string, string>) =>
      (await doors.ask(`${box}?linkType=gs1:${type}`, headers)).location;
    expect(await to('certificationInfo', BROWSER)).toBe(`${box}#declared`);
    expect(await to('recallStatus', BROWSER)).toBe(box);
    expect(await to('recallStatus', JSON_ONLY)).toBe(`/recalls/${doors.batch}?linkType=gs1:recallStatus`);
    expect(await to('recallStatus', { accept: '*/*' })).toBe(box);
  });

  it('of a type that is not there is not found, with the reason (404)', async () => {
    for (const type of ['gs1:recipeInfo', 'gs1:madeUp', 'pip', '%00', '']) {
      const told = await doors.ask(`${box}?linkType=${type}`, BROWSER);
      expect([type, told.status, told.document?.code]).toEqual([type, 404, 'link_type_missing']);
    }
  });

  it('walks up from a variant that we do not tell apart', async () => {
    const told = await doors.ask(`${product}/22/V2`, { 'accept-language': 'en' });
    expect([told.status, told.location]).toEqual([307, '/en/products/ri6']);
  });

  it('never goes round in a circle, whatever is asked', async () => {
    for (const from of [product, lot, box, serialAlone, `/01/${LOOSE}/10/${doors.batch}`])
      for (const type of ['', ...TYPES.map((name) => `?linkType=gs1:${name}&context=VN&lang=vi`)])
        for (const accept of [
          'text/html',
          '*/*',
          'application/json',
          'image/png',
          'text/html;q=0.2,application/linkset+json;q=0.1',
        ]) {
          let at = from + type;
          let steps = 0;
          for (; at.startsWith('/01/') && steps < 4; steps += 1) {
            const told = await doors.ask(at, { accept });
            if (told.location === null) break;
            at = told.location;
          }
          expect([from, type, accept, steps < 3]).toEqual([from, type, accept, true]);
        }
  }, 60_000);
});

describe('a person', () => {
  it.each(['text/html', '*/*', ''])('with Accept "%s" and no wish gets the page itself', async (accept) => {
    for (const path of [product, lot, box, serialAlone])
      expect(await doors.ask(path, { accept })).toMatchObject({ status: 200, page: true });
  });

  it('who asks for a picture still gets the page, once', async () => {
    const told = await doors.ask(serialAlone, { accept: 'image/png' });
    expect([told.status, told.location]).toEqual([307, box]);
    expect((await doors.ask(box, { accept: 'image/png' })).page).toBe(true);
  });

  it('may send the forms of the page', async () => {
    expect((await doors.ask(box, {}, 'POST')).page).toBe(true);
    expect((await doors.ask(box, {}, 'DELETE')).status).toBe(405);
  });
});

describe('the linkset (RFC 9264, 4.2; GS1-Conformant Resolver Standard 2.8)', () => {
  type Context = { anchor: string; description: string } & Record<string, unknown>;

  it('is given by linkType and by Accept, never by chance', async () => {
    for (const [query, headers] of [
      ['?linkType=linkset', BROWSER],
      ['?linkType=all', {}],
      ['', LINKSET],
      ['?foo=1', JSON_ONLY],
    ] as const) {
      const told = await doors.ask(box + query, headers);
      expect(told.status).toBe(200);
      const media = headers === JSON_ONLY ? 'application/json' : 'application/linkset+json';
      expect(told.headers.get('content-type')).toBe(media);
      expect(Object.keys(told.document ?? {})).toEqual(['linkset']);
      const link = told.headers.get('link') ?? '';
      expect(link).toContain(`<${doors.url}${serialAlone}?linkType=linkset>; rel="linkset"`);
      expect(link).toContain(`<${LINKSET_CONTEXT}>; rel="http://www.w3.org/ns/json-ld#context"`);
    }
  });

  it('names each level by its anchor and each link by the address of its type', async () => {
    const { document } = await doors.ask(box, { ...LINKSET, 'accept-language': 'zh' });
    const contexts = document?.linkset as Context[];
    const anchors = [serialAlone, lot, product].map((path) => doors.url + path);
    expect(contexts.map(({ anchor }) => anchor)).toEqual(anchors);
    for (const { anchor, description, ...types } of contexts) {
      expect(URL.canParse(anchor)).toBe(true);
      expect(description).toContain('榴莲');
      expect(types).toHaveProperty([linkTypeUri('gs1:defaultLink')]);
      for (const [type, targets] of Object.entries(types)) {
        expect(readLinkType(type)).not.toBeNull();
        for (const target of targets as Record<string, unknown>[]) {
          expect(URL.canParse(String(target.href))).toBe(true);
          expect(target.title).toEqual(expect.stringMatching(/\S/));
          expect(target.type ?? '').toMatch(/^([a-z]+\/[a-z+]+)?$/);
          for (const tag of (target.hreflang ?? []) as string[])
            expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
          const known = ['href', 'title', 'type', 'hreflang', 'context'];
          expect(known).toEqual(expect.arrayContaining(Object.keys(target)));
        }
      }
      expect(types[linkTypeUri('gs1:defaultLink')]).toHaveLength(1);
    }
  });

  it('leads to nothing of our own that refuses it', async () => {
    const { document } = await doors.ask(box, LINKSET);
    const hrefs = JSON.stringify(document).match(/"href":"[^"]+"/g) ?? [];
    const ours = hrefs.map((text) => text.slice(8, -1).replace(doors.url, '').split('#')[0] ?? '');
    expect(ours.length).toBeGreaterThan(20);
    for (const path of new Set(ours))
      expect([path, (await doors.ask(path, { accept: '*/*' })).status]).toEqual([path, 200]);
  });
});

describe('loads, places and the cooperative', () => {
  it('a load leads to its events', async () => {
    const events = `/epcis/events?MATCH_anyEPC=${encodeURIComponent(`https://id.gs1.org/00/${doors.sscc}`)}`;
    expect(await doors.ask(`/00/${doors.sscc}?foo=1`)).toMatchObject({ status: 307, location: events });
    expect(
      (await doors.ask(`/00/${'09521234000009999'}${checkDigit('09521234000009999')}`, JSON_ONLY)).status,
    ).toBe(404);
  });

  it('a plot and the packing house lead home, and to what happened there', async () => {
    const plot = `/414/${GLN}/254/T01`;
    expect((await doors.ask(plot, { 'accept-language': 'en' })).location).toBe('/en');
    expect((await doors.ask(`/414/${GLN}`, BROWSER)).location).toBe('/');
    expect((await doors.ask(`${plot}?linkType=gs1:traceability`)).location).toBe(
      `/epcis/events?EQ_readPoint=${encodeURIComponent(`https://id.gs1.org${plot}`)}`,
    );
    const { document } = await doors.ask(plot, LINKSET);
    expect(document).toMatchObject({ linkset: [{ anchor: doors.url + plot, description: 'Vườn thử' }, {}] });
    expect((await doors.ask(`/414/${GLN}/254/T99`, JSON_ONLY)).status).toBe(404);
    expect((await doors.ask(`/414/${'952999900001'}${checkDigit('952999900001')}`, JSON_ONLY)).status).toBe(
      404,
    );
  });

  it('the cooperative leads home', async () => {
    expect((await doors.ask(`/417/${GLN}?linkType=gs1:homepage`, { 'accept-language': 'zh' })).location).toBe(
      '/zh?linkType=gs1:homepage',
    );
    expect((await doors.ask(`/417/${GLN}/254/T01`, JSON_ONLY)).status).toBe(400);
  });
});

describe('every answer', () => {
  it('may be read by any page (CORS)', async () => {
    const paths = [
      `${box}?linkType=all`,
      `${product}?linkType=gs1:pip`,
      '/01/12?linkType=all',
      '/.well-known/gs1resolver',
    ];
    for (const path of paths) {
      const told = await doors.ask(path, { origin: 'https://importer.example' });
      expect([path, told.headers.get('access-control-allow-origin')]).toEqual([path, '*']);
      expect(told.headers.get('access-control-expose-headers')).toContain('Link');
      const before = await doors.ask(path, { origin: 'https://importer.example' }, 'OPTIONS');
      expect(before.status).toBe(204);
      expect(before.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS');
    }
  });

  it('has no body when only its head is asked for', async () => {
    const told = await doors.ask(`${box}?linkType=all`, {}, 'HEAD');
    expect([told.status, told.document]).toEqual([200, null]);
  });

  it('leads to the linkset, also a redirect (2.9)', async () => {
    const told = await doors.ask(`${lot}?linkType=gs1:pip`);
    expect(told.headers.get('link')).toBe(
      `<${doors.url}${lot}?linkType=linkset>; rel="linkset"; type="application/linkset+json"`,
    );
  });
});

it('describes itself (3)', async () => {
  const { status, headers, document } = await doors.ask('/.well-known/gs1resolver');
  expect([status, headers.get('content-type')]).toEqual([200, 'application/json']);
  expect(document).toMatchObject({
    resolverRoot: doors.url,
    supportedPrimaryKeys: ['01', '00', '414', '417'],
    supportedLinkType: [{ namespace: 'https://ref.gs1.org/voc/', prefix: 'gs1:' }],
    linkTypeDefaultCanBeLinkset: false,
    jsonLdContextLocation: LINKSET_CONTEXT,
  });
});

describe('what is no code of ours', () => {
  it.each([
    ['/01/09521234002001?linkType=all', 400, 'bad_check_digit'],
    ['/01/abc?linkType=all', 400, 'bad_characters'],
    ['/01?linkType=all', 400, 'missing_value'],
    [`/01/${PRODUCT}/99/x?linkType=all`, 400, 'unknown_qualifier'],
    [`/01/${PRODUCT}/21/S/10/L?linkType=all`, 400, 'qualifier_order'],
    [`/01/${PRODUCT}/10/%E0?linkType=all`, 400, 'bad_encoding'],
    ['/01/00000096385074?linkType=all', 404, 'nothing_known'],
    [`/01/${PRODUCT}/10/NOSUCH?linkType=all`, 404, 'nothing_known'],
    [`/01/${PRODUCT}/21/NOSUCH?linkType=all`, 404, 'nothing_known'],
    [`/01/${PRODUCT}?linkType=all&x=${'y'.repeat(8000)}`, 414, 'address_too_long'],
  ])('case %#: with the reason', async (path, status, code) => {
    const told = await doors.ask(path);
    expect([told.status, told.document?.code]).toEqual([status, code]);
    expect(told.headers.get('content-type')).toBe('application/problem+json');
    expect(String(told.document?.detail).length).toBeGreaterThan(10);
  });

  it('a box of another lot, and a lot of other fruit, are nobody’s', async () => {
    const { db } = doors.test;
    await db.variety.create({
      data: {
        code: 'DONA',
        looseGtin: '99521234001013',
        nameVi: 'Dona',
        nameEn: 'Dona',
        fruit: 'durian',
        shelfDays: 8,
        picture: '',
      },
    });
    expect((await doors.ask(`/01/99521234001013/10/${doors.batch}`, LINKSET)).status).toBe(404);
    expect((await doors.ask(`/01/${LOOSE}/21/${doors.serial}`, LINKSET)).status).toBe(404);
    expect((await doors.ask(`/01/${LOOSE}/10/${doors.batch}`, LINKSET)).status).toBe(200);
  });
});
