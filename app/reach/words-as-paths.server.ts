import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

const resolve = createRequire(import.meta.url).resolve;

/** Be Vietnam Pro's files, in node_modules wherever this code was built to. */
const FONTS = {
  regular: resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf'),
};

type Weight = keyof typeof FONTS;

const opened = new Map<Weight, Font>();

function fontOf(weight: Weight): Font {
  const before = opened.get(weight);
  if (before) return before;
  const font = create(readFileSync(FONTS[weight]));
  if (!('layout' in font)) throw new Error(`${FONTS[weight]} holds several fonts`);
  opened.set(weight, font);
  return font;
}

/** How wide words are at a size, both in pixels. */
export function widthOf(words: string, weight: Weight, size: number): number {
  const font = fontOf(weight);
  return (font.layout(words).advanceWidth * size) / font.unitsPerEm;
}

/** Words as SVG paths, so that they look the same wherever they are drawn, whatever fonts are there. */
export function wordsAsPaths(
  words: string,
  at: { x: number; y: number; weight: Weight; size: number; fill: string },
): string {
  const font = fontOf(at.weight);
  const scale = at.size / font.unitsPerEm;
  const { glyphs, positions } = font.layout(words.normalize('NFC'));
  let x = 0;
  const paths = glyphs.map((glyph, i) => {
    const position = positions[i];
    const left = x + (position?.xOffset ?? 0);
    x += position?.xAdvance ?? 0;
    return `<path transform="translate(${left} ${position?.yOffset ?? 0})" d="${glyph.path.toSVG()}"/>`;
  });
  return `<g fill="${at.fill}" transform="translate(${at.x} ${at.y}) scale(${scale} ${-scale})">${paths.join('')}</g>`;
}

/** Words on lines no wider than `most` pixels, broken at spaces; a longer word stands alone. */
export function wrapped(words: string, weight: Weight, size: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, weight, size) <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
