import sharp from 'sharp';
import type { LinkPicture } from './link-picture.server';
import { widthOf, wordsAsPaths, wrapped } from './words-as-paths.server';

const SIZE = { width: 1200, height: 630 };
const TEXT = { left: 600, width: 540 };
const INK = {
  paper: '#FFFBF2',
  leaf: '#e7f0dc',
  rind: '#2E5A1C',
  dark: '#214412',
  flesh: '#f4c430',
  ink: '#1f2a17',
};

/** Draws the picture as a PNG. */
export async function linkPicturePng(picture: LinkPicture): Promise<Uint8Array> {
  return sharp(Buffer.from(asSvg(picture)))
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
}

/** A drawing alone on white, as a square PNG of `side` pixels: for feeds, whose readers want no words on pictures. */
export async function drawingPng(drawing: string, side: number): Promise<Uint8Array> {
  const inner = await sharp(Buffer.from(placed(drawing, 0, 0, side * 0.9, side * 0.9)), {})
    .png()
    .toBuffer();
  return sharp({ create: { width: side, height: side, channels: 3, background: '#ffffff' } })
    .composite([{ input: inner }])
    .png({ palette: true })
    .toBuffer();
}

function asSvg({ drawing, title, lines, foot }: LinkPicture): string {
  const size = wrapped(title, 'bold', 68, TEXT.width).length > 2 ? 54 : 68;
  const titleLines = wrapped(title, 'bold', size, TEXT.width).slice(0, 3);
  const parts: string[] = [];
  let y = 150 + (3 - titleLines.length) * 30;
  for (const line of titleLines) {
    parts.push(text(line, y, 'bold', size, INK.ink));
    y += size * 1.2;
  }
  y += 16;
  for (const [at, line] of lines.slice(0, 3).entries()) {
    parts.push(
      text(line, y, at === 0 ? 'bold' : 'regular', at === 0 ? 42 : 34, at === 0 ? INK.rind : INK.ink),
    );
    y += 56;
  }
  const { width, height } = SIZE;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
    <rect width="${width}" height="${height}" fill="${INK.paper}"/>
    <rect width="${width}" height="18" fill="${INK.rind}"/>
    <rect x="40" y="60" width="510" height="450" rx="16" fill="${INK.leaf}"/>
    ${placed(drawing, 55, 95, 480, 380)}
    ${parts.join('')}
    <rect y="546" width="${width}" height="84" fill="${INK.dark}"/>
    ${wordsAsPaths(fitting(foot, 'bold', 32, width - 80), { x: 40, y: 600, weight: 'bold', size: 32, fill: INK.flesh })}
  </svg>`;
}

function text(line: string, y: number, weight: 'regular' | 'bold', size: number, fill: string): string {
  return wordsAsPaths(fitting(line, weight, size, TEXT.width), { x: TEXT.left, y, weight, size, fill });
}

function fitting(line: string, weight: 'regular' | 'bold', size: number, most: number): string {
  if (widthOf(line, weight, size) <= most) return line;
  const words = line.split(' ');
  while (words.length > 1 && widthOf(`${words.join(' ')}…`, weight, size) > most) words.pop();
  return `${words.join(' ').replace(/[,;:]$/, '')}…`;
}

/** An SVG set into another at a place, as large as it fits. */
function placed(svg: string, x: number, y: number, width: number, height: number): string {
  return svg.replace(/^[\s\S]*?<svg /, `<svg x="${x}" y="${y}" width="${width}" height="${height}" `);
}
