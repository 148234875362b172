import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { drawingPng, linkPicturePng } from './draw-link-picture.server';
import { linkPictureHash } from './link-picture.server';
import { wordsAsPaths, wrapped } from './words-as-paths.server';

const drawing = readFileSync(new URL('../../public/pictures/durian-ri6.svg', import.meta.url), 'utf8');
const picture = {
  drawing,
  title: 'Sầu riêng Ri6 hộp quà thượng hạng của vườn nhà',
  lines: ['930.000 ₫ / thùng', 'Loại A, 10 kg'],
  foot: 'Hợp tác xã cây ăn trái Bàu Nghé',
};

it('is drawn at the size that Zalo and Facebook show, small enough for them', async () => {
  const png = await linkPicturePng(picture);
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
  expect(png.byteLength).toBeLessThan(300_000);
  const square = await sharp(await drawingPng(drawing, 800)).metadata();
  expect(square).toMatchObject({ format: 'png', width: 800, height: 800 });
});

it('has an address that changes with what it shows', () => {
  expect(linkPictureHash(picture)).toBe(linkPictureHash({ ...picture }));
  expect(linkPictureHash({ ...picture, lines: ['940.000 ₫ / thùng'] })).not.toBe(linkPictureHash(picture));
  expect(linkPictureHash({ ...picture, title: 'Ri6' })).not.toBe(linkPictureHash(picture));
});

it('has a drawn glyph for every letter of Vietnamese', () => {
  const at = { x: 0, y: 0, weight: 'bold', size: 10, fill: '#000' } as const;
  const letters =
    'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ₫';
  const shape = (letter: string) => /d="([^"]*)"/.exec(wordsAsPaths(letter, at))?.[1] ?? '';
  const missing = shape('\u{10ffff}');
  for (const letter of letters + letters.toUpperCase()) {
    const wants = [letter, wordsAsPaths(letter, at).match(/<path/g)?.length, shape(letter) === missing];
    expect(wants).toEqual([letter, 1, false]);
  }
});

it('breaks words into lines at spaces and loses none', () => {
  const lines = wrapped(picture.title, 'bold', 68, 540);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join(' ')).toBe(picture.title);
});
