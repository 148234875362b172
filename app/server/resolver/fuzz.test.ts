import { request as httpRequest } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { GLN, type OpenDoors, openDoors, PRODUCT } from './doors.builders';

const RUNS = { numRuns: 250 };
const LONG = 60_000;

let doors: OpenDoors;
beforeAll(async () => {
  doors = await openDoors();
});
afterAll(() => doors.close());

interface Raw {
  status: number;
  media: string;
  page: boolean;
  body: string;
}

/** Sends an address as it is, which fetch would mend; null when Node itself refuses to send it. */
function raw(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Raw | null> {
  const { port } = new URL(doors.url);
  return new Promise((resolve, reject) => {
    try {
      const sent = httpRequest({ host: '127.0.0.1', port, path, headers, method, agent: false }, (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (part: string) => {
          body += part;
        });
        answer.on('end', () => {
          const media = answer.headers['content-type'] ?? '';
          const page = answer.headers['x-page'] === '1';
          resolve({ status: answer.statusCode ?? 0, media, page, body });
        });
      });
      sent.on('error', reject).end();
    } catch {
      resolve(null);
    }
  });
}

/** A success, the page's own affair, or a refusal with a reason; never an error of the server's. */
function isReasoned(told: Raw | null): void {
  expect(doors.unexpected).toEqual([]);
  if (!told || told.page) return;
  expect(told.status).toBeLessThan(500);
  if (told.status < 400 || told.status === 431) return;
  expect(told.media).toBe('application/problem+json');
  const problem = JSON.parse(told.body) as Record<string, unknown>;
  expect(problem).toMatchObject({ status: told.status, code: expect.stringMatching(/^[a-z_]+$/) });
  expect(String(problem.detail).length).toBeGreaterThan(5);
}

const escaped = fc.oneof(
  fc
    .string({ unit: 'binary', maxLength: 24 })
    .map((text) => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'))),
  fc.constantFrom(
    '%',
    '%0',
    '%00',
    '%zz',
    '%E0%A4',
    '%C0%80',
    '%2F',
    '%2e%2e',
    '..',
    '.',
    '',
    '%F0%9F%8D',
    '%EF%BF%BF',
  ),
  fc.stringMatching(/^[!-~]{0,20}$/).filter((text) => !text.includes('#')),
);
const part = fc.oneof(
  escaped,
  fc.constantFrom(PRODUCT, GLN, '10', '21', '22', '254', '235', '01', '00', '99521234001006', 'A'.repeat(21)),
);
const address = fc
  .tuple(
    fc.constantFrom('01', '00', '414', '417', '01/09521234002000', '414/9521234000013', 'recalls'),
    fc.array(part, { maxLength: 8 }),
    fc.array(
      fc.tuple(fc.oneof(fc.constantFrom('linkType', 'context', '17', '10', '01', 'lang'), escaped), escaped),
      {
        maxLength: 5,
      },
    ),
  )
  .map(
    ([key, parts, pairs]) =>
      `/${[key, ...parts].join('/')}${pairs.length > 0 ? '?' : ''}${pairs.map((pair) => pair.join('=')).join('&')}`,
  );
const accept = fc.oneof(
  fc.constantFrom(
    'text/html',
    '*/*',
    'application/json',
    'application/linkset+json',
    'application/linkset+json;q=2',
    ';;,,q=',
  ),
  fc.stringMatching(/^[ -~]{0,40}$/),
);
const language = fc.oneof(
  fc.constantFrom('vi', 'zh-Hans-CN;q=0.1, *;q=0', '*'),
  fc.stringMatching(/^[ -~]{0,30}$/),
);

it(
  'an odd address, however it is asked for, is answered or refused with a reason',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        address,
        accept,
        language,
        fc.constantFrom('GET', 'HEAD', 'PUT', 'OPTIONS'),
        async (path, media, tag, method) => {
          const told = await raw(path, { accept: media, 'accept-language': tag }, method);
          if (method === 'HEAD') expect(told?.status ?? 0).toBeLessThan(500);
          else isReasoned(told);
        },
      ),
      RUNS,
    );
  },
  LONG,
);

it(
  'a code of ours with one letter changed is answered or refused with a reason',
  async () => {
    const whole = `/01/${PRODUCT}/10/${doors.batch}/21/${doors.serial}?linkType=gs1:pip&17=261212`;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: whole.length - 1 }),
        fc.stringMatching(/^[!-~]{0,3}$/),
        async (at, text) => {
          isReasoned(
            await raw(whole.slice(0, at) + text + whole.slice(at + 1), { accept: 'application/json' }),
          );
        },
      ),
      RUNS,
    );
  },
  LONG,
);

it.each([
  ['a path without end', `/01/${PRODUCT}${'/10/A'.repeat(1500)}`],
  ['a serial without end', `/01/${PRODUCT}/21/${'A'.repeat(7000)}`],
  ['a query without end', `/01/${PRODUCT}?${'a=b&'.repeat(1900)}linkType=all`],
  ['more than Node reads', `/01/${PRODUCT}?linkType=all&x=${'y'.repeat(20_000)}`],
])('%s is refused or answered, never an error', async (_what, path) => {
  isReasoned(await raw(path, { accept: 'application/json' }));
});
