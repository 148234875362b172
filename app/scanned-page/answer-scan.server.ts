import type { DigitalLinkError } from '@baunghe/gs1';
import { data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { hrefIn, localeOf } from '~/locale';
import { readCode, type ScannedCode } from './read-code';
import type { Story } from './story';
import { tellBox, tellLot } from './tell-story';

/** Why a scanned address has no story: it is no code, or none that the cooperative gave out. */
export type ScanRefusal =
  | { code: 'malformed'; error: DigitalLinkError }
  | { code: 'box_unknown' | 'lot_unknown' | 'product_unknown' };

/** What a scanned page is drawn from, and when. */
export type ScanAnswer = { story: Story; now: Date } | { refusal: ScanRefusal };

/** Checks the code in the address; sends a short GTIN to its 14 digits (307). */
function codeIn(request: Request): { code: ScannedCode } | { refusal: ScanRefusal } {
  const { pathname, search } = new URL(request.url);
  const read = readCode(pathname);
  if (read.kind === 'elsewhere') throw redirect(read.pathname + search, 307);
  if (read.kind === 'malformed') return { refusal: { code: 'malformed', error: read.error } };
  return read;
}

function told(story: Story, now: Date) {
  const headers = { 'Cache-Control': 'public, max-age=0', 'x-cache-until-write': '1' };
  return data<ScanAnswer>({ story, now }, { headers });
}

function refused(refusal: ScanRefusal) {
  const status = refusal.code === 'malformed' ? 400 : 404;
  return data<ScanAnswer>({ refusal }, { status, headers: { 'Cache-Control': 'no-cache' } });
}

/** Answers a code that names a box or a lot: its story, or 400 or 404 with the reason. */
export async function answerScan({ request, context }: LoaderFunctionArgs) {
  const asked = codeIn(request);
  if ('refusal' in asked) return refused(asked.refusal);
  const { gtin, batch, serial } = asked.code;
  if (serial !== null) {
    const box = await context.api.boxes.story({ gtin, serial, batch });
    return box.ok ? told(tellBox(box.value), context.now) : refused(box.error);
  }
  if (batch === null) return refused({ code: 'product_unknown' });
  const lot = await context.api.boxes.lot({ gtin, batch });
  return lot.ok ? told(tellLot(lot.value), context.now) : refused(lot.error);
}

/** Answers a GTIN alone: on to the product's page (307), or 400 or 404 with the reason. */
export async function answerProduct({ request, context, params }: LoaderFunctionArgs) {
  const asked = codeIn(request);
  if ('refusal' in asked) return refused(asked.refusal);
  const product = await context.api.products.one({ gtin: asked.code.gtin });
  if (!product.ok) return refused(product.error);
  throw redirect(hrefIn(localeOf(params), `/products/${product.value.slug}`), 307);
}
