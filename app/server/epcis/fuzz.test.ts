import { readdirSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  documentOf,
  EXAMPLES,
  eventsIn,
  example,
  type Json,
  type JsonObject,
  type OpenDoors,
  openDoors,
  othersEvent,
  type Told,
} from './doors.builders';

const RUNS = { numRuns: 150 };
const KNOWN = readdirSync(EXAMPLES).filter((name) => name.endsWith('.jsonld'));

let doors: OpenDoors;
let key: { authorization: string };
beforeAll(async () => {
  doors = await openDoors();
  key = await doors.key();
});
afterAll(() => doors.close());

/** An answer that is either a success or a refusal with a reason; never an error of the server's. */
function isReasoned({ status, headers, document }: Told): void {
  expect(doors.unexpected).toEqual([]);
  expect(status).toBeLessThan(500);
  if (status < 400) return;
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(document).toMatchObject({ status, type: expect.stringMatching(/^(epcisException:|about:blank)/) });
  expect(String(document.detail).length).toBeGreaterThan(5);
}

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '\u0000',
    '\ud800',
    '__proto__',
    'constructor',
    "' OR 1=1 --",
    '%00',
    '1e999',
    'urn:x:\u202e',
  ),
);
const oddValue = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
  oddText,
  fc.constantFrom<Json>(
    null,
    -1,
    1e308,
    [],
    {},
    [[]],
    '9999-12-31T23:59:60Z',
    '0000-01-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
  ),
);

/** Replaces what lies at one place of a document, chosen by a number. */
function spoil(document: Json, place: number, value: Json): Json {
  const places: { inside: JsonObject | Json[]; at: string }[] = [];
  const copy = structuredClone(document);
  const walk = (inside: Json): void => {
    if (typeof inside !== 'object' || inside === null) return;
    for (const at of Object.keys(inside)) {
      places.push({ inside, at });
      walk((inside as JsonObject)[at] ?? null);
    }
  };
  walk(copy);
  const chosen = places[place % places.length];
  if (chosen) Object.defineProperty(chosen.inside, chosen.at, { value, enumerable: true, writable: true });
  return copy;
}

describe('whatever is sent to capture', () => {
  it('is kept or refused with a reason: spoilt examples', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...KNOWN),
        fc.nat(),
        oddValue,
        fc.boolean(),
        async (name, place, value, greedy) => {
          const headers = { ...key, 'GS1-Capture-Error-Behaviour': greedy ? 'proceed' : 'rollback' };
          isReasoned(await doors.send('POST', '/capture', spoil(example(name), place, value), headers));
        },
      ),
      RUNS,
    );
  });

  it('is kept or refused with a reason: fields of any name and value in an event', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(oddText, oddValue, { maxKeys: 4 }), fc.uuid(), async (fields, id) => {
        const event = { ...othersEvent({ eventID: `urn:uuid:${id}` }), ...fields };
        const answer = await doors.send('POST', '/events', { '@context': [], ...event }, key);
        isReasoned(answer);
        if (answer.status === 201) isReasoned(await doors.get(answer.headers.get('location') ?? '', key));
      }),
      RUNS,
    );
  });

  it('is refused with a reason: any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const answer = await doors.send('POST', '/capture', bytes, key);
        isReasoned(answer);
        expect(answer.status).toBe(400);
      }),
      RUNS,
    );
  });

  const deep = (depth: number) => `${'{"ex:a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  const text = JSON.stringify(documentOf([othersEvent({ 'ex:deep': 'HERE' })]));
  it.each<[string, string | Uint8Array]>([
    ['nothing', ''],
    ['half a document', text.slice(0, 200)],
    ['a list', '[]'],
    ['a number too large', text.replace('"HERE"', '1e999')],
    ['a thousand levels', text.replace('"HERE"', deep(1_000))],
    ['a hundred thousand levels', text.replace('"HERE"', deep(100_000))],
    ['a million brackets', '['.repeat(1_000_000)],
    ['a prototype', text.replace('"HERE"', '{"__proto__":{"polluted":true}}')],
    ['NUL', text.replace('"HERE"', '"\\u0000"')],
    ['half a character', text.replace('"HERE"', '"\\ud83d"')],
    ['an endless id', text.replace('urn:uuid:', `urn:${'x'.repeat(3_000)}:`)],
    ['half a million values', text.replace('"HERE"', `[${'1,'.repeat(500_000)}1]`)],
    [
      'thirty thousand EPCs',
      text.replace(
        '"epcList":[',
        `"epcList":[${Array.from({ length: 30_000 }, (_, i) => `"urn:x:${i}",`).join('')}`,
      ),
    ],
    [
      'a URI of ninety thousand characters',
      text.replace('urn:epc:id:sgln', `http://${'a%41:'.repeat(18_000)}`),
    ],
    ['UTF-16', Buffer.from(text, 'utf16le')],
    ['Latin-1', Buffer.from(text.replace('HERE', 'é'), 'latin1')],
  ])('is refused with a reason: %s', async (_name, body) => {
    const answer = await doors.send('POST', '/capture', body, key);
    isReasoned(answer);
    expect(answer.status).toBe(400);
    expect(({} as JsonObject).polluted).toBeUndefined();
  });

  it.each<Record<string, string>>([
    { 'content-type': 'application/xml' },
    { 'content-type': 'application/json; charset=utf-16' },
    { 'content-type': '' },
    { 'content-encoding': 'gzip' },
  ])('is refused with a reason: %o', async (headers) => {
    const answer = await doors.send('POST', '/capture', text, {
      ...key,
      ...headers,
    });
    isReasoned(answer);
    expect(answer.status).toBe(415);
  });

  it('is cut off when it never ends', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { ...key, 'content-type': 'application/json' };
      const sending = httpRequest(`${doors.url}/epcis/capture`, { method: 'POST', headers }, (response) => {
        response.resume();
        sending.destroy();
        resolve(response.statusCode);
      });
      sending.on('error', reject);
      const more = () => {
        while (sending.writable && sending.write(' '.repeat(65_536)));
      };
      sending.on('drain', more);
      more();
    });
    expect(status).toBe(413);
  });

  it('comes back as it was sent, whatever extensions it has', async () => {
    const extension = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,8}$/).map((name) => `ex:${name}`),
      fc.jsonValue({ maxDepth: 4, stringUnit: 'grapheme' }),
      { maxKeys: 3 },
    );
    await fc.assert(
      fc.asyncProperty(extension, fc.uuid(), async (fields, id) => {
        const event = JSON.parse(
          JSON.stringify(othersEvent({ eventID: `urn:uuid:${id}`, ...(fields as JsonObject) })),
        );
        const document = documentOf([event], [{ ex: 'http://ns.example.com/' }]);
        const answer = await doors.send('POST', '/capture', document, key);
        isReasoned(answer);
        if (answer.status !== 202) return;
        const [told = {}] = eventsIn(await doors.get(`/events/urn:uuid:${id}`, key));
        const { recordTime: _recordTime, ...rest } = told;
        expect(rest).toEqual(event);
      }),
      RUNS,
    );
  });
});

describe('whatever is asked', () => {
  const name = fc.oneof(
    oddText,
    fc.constantFrom(
      'GE_eventTime',
      'EQ_bizStep',
      'MATCH_anyEPC',
      'perPage',
      'nextPageToken',
      'orderBy',
      'maxEventCount',
    ),
    fc
      .tuple(
        fc.constantFrom(
          'EQ_',
          'GT_',
          'EXISTS_',
          'EXISTS_INNER_',
          'EQ_ILMD_',
          'GE_INNER_ILMD_',
          'EQ_bizTransaction_',
          'GE_value_',
        ),
        oddText,
      )
      .map((parts) => parts.join('')),
  );
  const value = fc.oneof(
    oddText,
    fc.constantFrom(
      '1',
      'true',
      '2026-06-12T00:00:00Z',
      '0001-01-01T00:00:00+14:00',
      'urn:epc:idpat:sgtin:*.*.*',
    ),
  );

  it('is answered or refused with a reason: parameters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, value), { maxLength: 4 }), async (pairs) => {
        const query = new URLSearchParams(pairs).toString();
        isReasoned(await doors.get(`/events?${query}`, key));
        isReasoned(await doors.get(`/events?${query}`));
      }),
      RUNS,
    );
  });

  it('is answered or refused with a reason: paths', async () => {
    const part = fc.oneof(
      fc.constantFrom(
        'events',
        'epcs',
        'bizSteps',
        'eventTypes',
        'queries',
        'capture',
        '%',
        '%ff',
        '%00',
        '',
      ),
      fc
        .string({ unit: 'binary', maxLength: 20 })
        .map((text) => encodeURIComponent(text.replaceAll(/\p{Cs}|^\.+$/gu, ''))),
    );
    const method = fc.constantFrom('GET', 'POST', 'DELETE', 'OPTIONS', 'PUT', 'PATCH');
    await fc.assert(
      fc.asyncProperty(method, fc.array(part, { maxLength: 4 }), async (verb, parts) => {
        const body = verb === 'POST' ? {} : undefined;
        isReasoned(
          await doors.send(verb, `/${parts.join('/').replaceAll('%2Fevents', '%2E%2E')}`, body, key),
        );
      }),
      RUNS,
    );
  });

  it.each([
    ['/epcs/%00', 404],
    ['/epcs/a%00b/events', 404],
    ['/events/%00', 400],
    ['/capture/%00', 400],
    ['/queries/%00', 404],
    ['/queries/%00/events', 404],
    ['/epcs?nextPageToken=%00', 400],
    ['/events?EQ_bizStep=%00', 400],
  ])('is refused with a reason: U+0000 in %s', async (path, status) => {
    const answer = await doors.get(path, key);
    isReasoned(answer);
    expect(answer.status).toBe(status);
  });

  it('is answered or refused with a reason: definitions of queries', async () => {
    await fc.assert(
      fc.asyncProperty(oddText, fc.dictionary(name, oddValue, { maxKeys: 3 }), async (called, query) => {
        isReasoned(await doors.send('POST', '/queries', { name: called, query }, key));
      }),
      RUNS,
    );
  });

  it('is answered or refused with a reason: headers', async () => {
    const header = fc.stringMatching(/^[ -~]{0,40}$/);
    const names = [
      'Accept',
      'GS1-EPCIS-Version',
      'GS1-CBV-Min',
      'GS1-Extensions',
      'GS1-EPC-Format',
      'Authorization',
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), header, async (called, text) => {
        isReasoned(await doors.get('/events', { ...key, [called]: text }));
      }),
      RUNS,
    );
  });

  it('is refused when the address is too long', async () => {
    const answer = await doors.get(`/events?EQ_bizStep=${'a'.repeat(9_000)}`);
    expect([answer.status, answer.document.type]).toEqual([414, 'epcisException:URITooLongException']);
  });
});
