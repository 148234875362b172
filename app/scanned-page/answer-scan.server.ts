import { type DigitalLinkError, linkToLinkset } from '@baunghe/gs1';
import { data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { hrefIn, pathWithoutLocale } from '~/locale';
import { getLocale } from '~/paraglide/runtime.js';
import { harvestPicture } from '~/reach/pictures.server';
import { chosenLanguage } from '~/server/spoken-language';
import { readCode, type ScannedCode } from './read-code';
import type { Story } from './story';
import { tellBox, tellLot } from './tell-story';

/** Why a scanned address has no story: it is no code, or none that the cooperative gave out. */
export type ScanRefusal =
  | { code: 'malformed'; error: DigitalLinkError }
  | { code: 'box_unknown' | 'lot_unknown' | 'product_unknown' };

/** What a scanned page is drawn from, and when. */
export type ScanAnswer =
  | {
      story: Story;
      now: Date /** The picture beside a link to it; a box's page is for no link. */;
      picture: string | null;
    }
  | { refusal: ScanRefusal };

/** Checks the code in the address; sends a short GTIN to its 14 digits (307). */
function codeIn(request: Request): { code: ScannedCode } | { refusal: ScanRefusal } {
  const { pathname, search } = new URL(request.url);
  const read = readCode(pathname);
  if (read.kind === 'elsewhere') throw redirect(read.pathname + search, 307);
  if (read.kind === 'malformed') return { refusal: { code: 'malformed', error: read.error } };
  return read;
}

const VARY = { Vary: 'Accept-Encoding, Accept, Accept-Language, Cookie' };
const OPEN = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'Link, Location' };
const YEAR_S = 365 * 86_400;

/** The cookie that keeps a language chosen on the page for the next box; none when it was not chosen just now. */
function chosen({ request, context }: LoaderFunctionArgs): Record<string, string> {
  const { pathname, search } = new URL(request.url);
  const locale = pathname.startsWith('/01/') ? chosenLanguage(search) : null;
  if (!locale) return {};
  const secure = context.publicUrl.startsWith('https:') ? '; Secure' : '';
  return { 'Set-Cookie': `lang=${locale}; Path=/01; Max-Age=${YEAR_S}; HttpOnly; SameSite=Lax${secure}` };
}

/** What every answer about an item carries: where all links of it are (GS1-Conformant Resolver Standard 1.2, 2.9). */
function leading({ request, context }: LoaderFunctionArgs): Record<string, string> {
  const path = pathWithoutLocale(new URL(request.url).pathname).replace(/\/$/, '');
  return { ...VARY, ...OPEN, Link: linkToLinkset(context.publicUrl + path) };
}

/** The story; of a lot that is called back, and of a box that was opened again, with 410, which no cache keeps, so that its end shows at once. */
function told(args: LoaderFunctionArgs, story: Story, picture: string | null) {
  const cookie = chosen(args);
  const gone = story.origin.withdrawn !== null || story.unpackedAt !== null;
  const kept: Record<string, string> =
    'Set-Cookie' in cookie || gone
      ? { 'Cache-Control': 'private, no-cache' }
      : { 'Cache-Control': 'public, max-age=0', 'x-cache-until-write': '1' };
  return data<ScanAnswer>(
    { story, now: args.context.now, picture },
    {
      status: gone ? 410 : 200,
      headers: { ...leading(args), ...kept, ...cookie },
    },
  );
}

function refused(args: LoaderFunctionArgs, refusal: ScanRefusal) {
  const status = refusal.code === 'malformed' ? 400 : 404;
  const headers = { ...VARY, ...OPEN, 'Cache-Control': 'no-cache', ...chosen(args) };
  return data<ScanAnswer>({ refusal }, { status, headers });
}

/** Answers a code that names a box or a lot: its story, or 400 or 404 with the reason. */
export async function answerScan(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const asked = codeIn(request);
  if ('refusal' in asked) return refused(args, asked.refusal);
  const { gtin, batch, serial } = asked.code;
  if (serial !== null) {
    const [box, seen] = await Promise.all([
      context.api.boxes.story({ gtin, serial, batch }),
      context.api.scans.ofBox({ gtin, serial }),
    ]);
    if (!box.ok) return refused(args, box.error);
    return told(args, tellBox(box.value, seen.ok ? seen.value : null), null);
  }
  if (batch === null) return refused(args, { code: 'product_unknown' });
  const lot = await context.api.boxes.lot({ gtin, batch });
  if (!lot.ok) return refused(args, lot.error);
  const picture = await harvestPicture(lot.value, getLocale());
  return told(args, tellLot(lot.value), context.publicUrl + picture);
}

/** Answers a GTIN alone: on to the product's page (307), or 400 or 404 with the reason. */
export async function answerProduct(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const asked = codeIn(request);
  if ('refusal' in asked) return refused(args, asked.refusal);
  const product = await context.api.products.one({ gtin: asked.code.gtin });
  if (!product.ok) return refused(args, product.error);
  const headers = { ...leading(args), ...chosen(args) };
  const { search } = new URL(request.url);
  throw redirect(hrefIn(getLocale(), `/products/${product.value.slug}`) + search, { status: 307, headers });
}
