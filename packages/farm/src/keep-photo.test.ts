import { thisMoment } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepPhoto, LARGEST_PHOTO, photo } from './index.ts';

let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase(2);
});
afterAll(() => test.close());

const keep = (original: Uint8Array) => test.db.$transaction((tx) => keepPhoto(tx, thisMoment(), original));

/** A picture as a phone takes it: lying on its side, with place and owner written into it. */
async function aPicture(width: number, height: number): Promise<Uint8Array> {
  const blank = sharp({ create: { width, height, channels: 3, background: '#7a5' } });
  const exif = { IFD0: { Artist: 'Nguoi Chup' }, IFD3: { GPSLatitudeRef: 'N' } };
  return blank.jpeg().withExif(exif).withMetadata({ orientation: 6 }).toBuffer();
}

async function kept(original: Uint8Array) {
  const done = await keep(original);
  if (!done.ok) throw new Error(done.error.code);
  const found = await photo(test.db, done.value);
  if (!found) throw new Error('not kept');
  return { ...found, of: await sharp(found.bytes).metadata() };
}

it('is kept small, upright, as WebP, and without what the camera wrote about place and owner', async () => {
  const original = await aPicture(3000, 2000);
  expect(await sharp(original).metadata()).toMatchObject({ orientation: 6 });
  expect(Buffer.from(original).includes('Nguoi Chup')).toBe(true);
  const { mediaType, bytes, of } = await kept(original);
  expect(mediaType).toBe('image/webp');
  expect(of).toMatchObject({ format: 'webp', width: 1067, height: 1600 });
  expect(of.exif).toBeUndefined();
  expect(of.orientation).toBeUndefined();
  expect(Buffer.from(bytes).includes('Nguoi Chup')).toBe(false);
});

it('is not blown up when it is small', async () => {
  expect((await kept(await aPicture(200, 100))).of).toMatchObject({ width: 100, height: 200 });
});

it('is kept once, however often it is sent', async () => {
  const original = await aPicture(60, 40);
  const before = await test.db.photo.count();
  const ids = [
    await keep(original),
    await keep(original),
    ...(await Promise.all([keep(original), keep(original)])),
  ];
  expect(new Set(ids.map((id) => id.ok && id.value)).size).toBe(1);
  expect(await test.db.photo.count()).toBe(before + 1);
});

it('is refused when it is too large, and when it is no picture', async () => {
  const unreadable = { ok: false, error: { code: 'photo_unreadable' } };
  expect(await keep(new Uint8Array(LARGEST_PHOTO + 1))).toEqual({
    ok: false,
    error: { code: 'photo_too_large', mostBytes: LARGEST_PHOTO },
  });
  expect(await keep(new Uint8Array(LARGEST_PHOTO))).toEqual(unreadable);
  expect(await keep(new Uint8Array())).toEqual(unreadable);
  expect(await keep(new TextEncoder().encode('<script>alert(1)</script>'))).toEqual(unreadable);
  expect(await keep((await aPicture(300, 200)).slice(0, 200))).toEqual(unreadable);
  expect(await photo(test.db, 'pho_none')).toBeNull();
});

it('is refused when a few bytes would unfold into more pixels than any camera has', async () => {
  const bomb = sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#000' } });
  expect(await keep(await bomb.png().toBuffer())).toEqual({ ok: false, error: { code: 'photo_unreadable' } });
});
