import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { atMost } from './figures';
import { get } from './get';

const FIRST_FLIGHT = 14 * 1024;

/** Bytes of the box page: what its first flight must carry, and its script. */
export async function boxPageWeight(url: string) {
  const [gzip, br] = [await coded(url, 'gzip'), await coded(url, 'br')];
  const html = gunzipSync(gzip.body).toString();
  const asked = filesAskedFor(html, url);
  const styles = await sizes(asked.styles);
  const scripts = await sizes(asked.scripts);
  const inline = [
    ...html.matchAll(/<script\b(?![^>]*\ssrc=)(?![^>]*type="application\/json")[^>]*>([\s\S]*?)<\/script>/g),
  ];
  const inlineScript = inline.reduce((sum, [, script]) => sum + Buffer.byteLength(script ?? ''), 0);
  return {
    gzip: {
      ...atMost(gzip.body.length + styles, FIRST_FLIGHT, 'bytes'),
      withHead: gzip.head + gzip.body.length + styles,
    },
    br: {
      ...atMost(br.body.length + styles, FIRST_FLIGHT, 'bytes'),
      withHead: br.head + br.body.length + styles,
    },
    uncompressed: html.length,
    stylesApart: styles,
    script: atMost(scripts + inlineScript, 10 * 1024, 'bytes'),
  };
}

/**
 * Bytes of the storefront's first load: the page and every style, script, font and picture it asks for, as a browser
 * without a cache gets them (brotli where served). Pictures further down and every weight of a font whose characters
 * the page shows are counted, so this is the most that it can be.
 */
export async function firstLoadWeight(url: string) {
  const page = await coded(url, 'br');
  const html = brotliDecompressSync(page.body).toString();
  const asked = filesAskedFor(html, url);
  const styleTexts = await Promise.all(
    [...asked.styles].map(async (style) => ({ style, text: await textOf(style) })),
  );
  const fonts = new Set(asked.fonts);
  for (const { style, text } of styleTexts)
    for (const font of fontsFor(html, text)) fonts.add(new URL(font, style).href);
  const parts = {
    html: page.body.length,
    styles: await sizes(asked.styles),
    script: await sizes(asked.scripts),
    fonts: await sizes(fonts),
    pictures: await sizes(asked.pictures),
  };
  const all = Object.values(parts).reduce((sum, bytes) => sum + bytes, 0);
  return { script: atMost(parts.script, 100 * 1024, 'bytes'), all, ...{ parts } };
}

function filesAskedFor(html: string, base: string) {
  const files = {
    styles: new Set<string>(),
    scripts: new Set<string>(),
    fonts: new Set<string>(),
    pictures: new Set<string>(),
  };
  const add = (to: Set<string>, address: string | undefined) => {
    if (address && !address.startsWith('data:')) to.add(new URL(address.replaceAll('&amp;', '&'), base).href);
  };
  for (const [tag] of html.matchAll(/<(?:link|script|img|image|source)\b[^>]*>/g)) {
    const of = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
    const rel = of('rel');
    if (rel === 'stylesheet') add(files.styles, of('href'));
    // `later` is what app/scripts-last.ts makes of a preloaded module until the page is painted.
    if (rel === 'modulepreload' || rel === 'later' || of('as') === 'script') add(files.scripts, of('href'));
    if (of('as') === 'font') add(files.fonts, of('href'));
    if (rel === 'icon' || of('as') === 'image') add(files.pictures, of('href'));
    if (tag.startsWith('<script')) add(files.scripts, of('src'));
    if (/^<(img|image)/.test(tag)) add(files.pictures, of('src') ?? of('href'));
  }
  for (const [, imported] of html.matchAll(/\bimport(?:\s[^"'<]*?from)?\s*\(?["'](\/[^"']+\.js)["']/g))
    add(files.scripts, imported);
  return files;
}

/** The fonts of a stylesheet whose range of characters the page has one of. */
function fontsFor(html: string, css: string): string[] {
  const shown = new Set(
    [...html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, '')].map(
      (letter) => letter.codePointAt(0) ?? 0,
    ),
  );
  return [...css.matchAll(/@font-face\s*{([^}]*)}/g)].flatMap(([, face = '']) => {
    const ranges = /unicode-range:([^;}]*)/.exec(face)?.[1]?.split(',') ?? ['U+0-10FFFF'];
    const covers = ranges.some((range) => {
      const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-');
      const [least, most] = [from.replaceAll('?', '0'), to.replaceAll('?', 'F')].map((hex) =>
        Number.parseInt(hex, 16),
      );
      return [...shown].some((letter) => letter >= (least ?? 0) && letter <= (most ?? 0));
    });
    const file = /url\(["']?([^"')]+\.woff2)["']?\)/.exec(face)?.[1];
    return covers && file ? [file] : [];
  });
}

async function coded(url: string, coding: string) {
  return get(url, { accept: 'text/html', 'accept-encoding': coding });
}

async function sizes(files: Iterable<string>): Promise<number> {
  let sum = 0;
  for (const file of files) {
    const { status, body } = await get(file, { 'accept-encoding': 'gzip, br' });
    if (status !== 200) throw new Error(`${file}: ${status}`);
    sum += body.length;
  }
  return sum;
}

async function textOf(file: string): Promise<string> {
  return (await get(file)).body.toString();
}
