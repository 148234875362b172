import type { LoaderFunctionArgs } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import { localeOfPath } from '~/locale';
import { inLocale } from '~/request-locale.server';
import { answerProduct, answerScan } from './answer-scan.server';

const GTIN = '09521234002000';

/** A visit whose every question to the gate is noted, and answered with `unknown`. */
function visit(pathname: string) {
  const asked: string[] = [];
  const unknown = (code: string) => async () => {
    asked.push(code);
    return { ok: false, error: { code } };
  };
  const api = {
    boxes: { story: unknown('box_unknown'), lot: unknown('lot_unknown') },
    scans: { ofBox: async () => ({ ok: false, error: { code: 'box_unknown' } }) },
    products: {
      one: async ({ gtin }: { gtin: string }) => {
        asked.push('product');
        return gtin === GTIN
          ? { ok: true, value: { slug: 'ri6' } }
          : { ok: false, error: { code: 'product_unknown' } };
      },
    },
  };
  const args = {
    request: new Request(`http://localhost${pathname}`),
    params: {},
    context: { api, publicUrl: 'https://baunghe.example', now: new Date('2026-06-12T03:00:00Z') },
  } as unknown as LoaderFunctionArgs;
  return { args, asked };
}

/** The redirect that a visit ends in. */
async function redirected(answer: Promise<unknown>): Promise<[number, string | null]> {
  const thrown = await answer.then(
    () => null,
    (response: unknown) => response,
  );
  if (!(thrown instanceof Response)) throw new Error('no redirect');
  return [thrown.status, thrown.headers.get('location')];
}

describe('answerScan', () => {
  it('refuses a malformed code with 400 and asks the database nothing', async () => {
    for (const pathname of ['/01/09521234002001/21/X1', '/01/12/10/A', `/01/${GTIN}/10/%E1%BA%A1`]) {
      const { args, asked } = visit(pathname);
      const answer = await answerScan(args);
      expect(answer.init?.status).toBe(400);
      expect(answer.data).toMatchObject({ refusal: { code: 'malformed' } });
      expect(asked).toEqual([]);
    }
  });

  it('answers an unknown box or lot with 404, not to be kept', async () => {
    for (const [pathname, code] of [
      [`/01/${GTIN}/10/L1/21/X1`, 'box_unknown'],
      [`/01/${GTIN}/21/X1`, 'box_unknown'],
      [`/01/${GTIN}/10/L1`, 'lot_unknown'],
    ] as const) {
      const { args, asked } = visit(pathname);
      const answer = await answerScan(args);
      expect(answer.init?.status).toBe(404);
      expect(answer.data).toEqual({ refusal: { code } });
      expect(new Headers(answer.init?.headers).get('x-cache-until-write')).toBeNull();
      expect(asked).toEqual([code]);
    }
  });

  it('keeps a language chosen on the page for the next box, in the browser that chose it', async () => {
    const headersOf = async (pathname: string) =>
      new Headers((await answerScan(visit(pathname).args)).init?.headers);
    const box = `/01/${GTIN}/21/X1`;
    expect((await headersOf(`${box}?lang=zh`)).get('set-cookie')).toMatch(/^lang=zh; Path=\/01; .*Secure$/);
    for (const other of [box, `${box}?lang=fr`, `/en${box}?lang=zh`])
      expect((await headersOf(other)).has('set-cookie')).toBe(false);
    expect((await headersOf(box)).get('vary')).toContain('Accept-Language');
  });

  it('sends a short GTIN to its 14 digits, keeping language, rest and query', async () => {
    const { args } = visit('/en/01/9521234002000/10/L1/21/X1?linkType=all');
    expect(await redirected(answerScan(args))).toEqual([307, `/en/01/${GTIN}/10/L1/21/X1?linkType=all`]);
  });
});

describe('answerProduct', () => {
  it('sends a GTIN on to its product in the language that is spoken', async () => {
    const sent = (pathname: string, locale = localeOfPath(pathname)) =>
      redirected(inLocale(locale, () => answerProduct(visit(pathname).args)));
    expect(await sent(`/01/${GTIN}`)).toEqual([307, '/products/ri6']);
    expect(await sent(`/en/01/${GTIN}/`)).toEqual([307, '/en/products/ri6']);
    expect(await sent(`/01/${GTIN}`, 'zh')).toEqual([307, '/zh/products/ri6']);
  });

  it('answers 404 for a GTIN of nothing on sale', async () => {
    const answer = await answerProduct(visit('/01/00000096385074').args);
    expect(answer.init?.status).toBe(404);
  });
});
