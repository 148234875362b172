import { createHash } from 'node:crypto';
import { thisMoment } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepEvidence, keepPhoto, LARGEST_PHOTO, photo, photoIdOf, photoOriginals } from './index.ts';

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

/** As a phone writes that it stood at 11°49'12" N (or S), 107°0'36" E (or W). */
async function aPlacedPicture(north: 'N' | 'S', east: 'E' | 'W'): Promise<Uint8Array> {
  const blank = sharp({ create: { width: 80, height: 60, channels: 3, background: '#a75' } });
  const gps = {
    GPSLatitudeRef: north,
    GPSLatitude: '11/1 49/1 12/1',
    GPSLongitudeRef: east,
    GPSLongitude: '107/1 0/1 36/1',
  };
  return blank
    .jpeg()
    .withExif({ IFD0: { Artist: 'Nguoi Chup' }, IFD3: gps })
    .toBuffer();
}

async function evidence(original: Uint8Array) {
  const done = await test.db.$transaction((tx) => keepEvidence(tx, thisMoment(), original));
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
}

it('stands in an event by the hash of the very bytes that are shown, and its id follows from that', async () => {
  const { photoId, uri } = await evidence(await aPlacedPicture('N', 'E'));
  const shown = await photo(test.db, photoId);
  const hash = createHash('sha256')
    .update(shown?.bytes ?? '')
    .digest('base64url');
  expect(uri).toBe(`ni:///sha-256;${hash}`);
  expect(photoIdOf(uri)).toBe(photoId);
  for (const other of ['', 'ni:///sha-256;', 'ni:///sha-256;AAAA', 'https://example.com/1.jpg'])
    expect(photoIdOf(other)).toBeNull();
});

it('keeps for staff which file it was and where the camera stood, and shows neither', async () => {
  for (const [north, east, latitude, longitude] of [
    ['N', 'E', 11.82, 107.01],
    ['S', 'W', -11.82, -107.01],
  ] as const) {
    const original = await aPlacedPicture(north, east);
    const { photoId } = await evidence(original);
    const sha256 = createHash('sha256').update(original).digest('hex');
    expect(await photoOriginals(test.db, photoId)).toContainEqual({
      sha256,
      claimedSha256: null,
      position: { latitude, longitude },
    });
    const shown = await photo(test.db, photoId);
    expect((await sharp(shown?.bytes).metadata()).exif).toBeUndefined();
  }
});

it('has no position where the camera wrote none, and is noted once', async () => {
  const original = await aPicture(61, 41);
  const [one, two] = [await evidence(original), await evidence(original)];
  expect(two).toEqual(one);
  const sha256 = createHash('sha256').update(original).digest('hex');
  expect(await photoOriginals(test.db, one.photoId)).toEqual([
    { sha256, claimedSha256: null, position: null },
  ]);
});

it('keeps what a phone claims of the file that it shrank, and no claim that the file itself bears out', async () => {
  const [whole, small] = [await aPicture(90, 60), await aPicture(62, 42)];
  const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const keepClaimed = (claim: string) =>
    test.db.$transaction((tx) => keepEvidence(tx, thisMoment(), small, claim));
  const kept = await keepClaimed(hashOf(whole));
  if (!kept.ok) throw new Error(kept.error.code);
  expect(await photoOriginals(test.db, kept.value.photoId)).toEqual([
    { sha256: hashOf(small), claimedSha256: hashOf(whole), position: null },
  ]);
  const honest = await test.db.$transaction((tx) => keepEvidence(tx, thisMoment(), whole, hashOf(whole)));
  if (!honest.ok) throw new Error(honest.error.code);
  expect((await photoOriginals(test.db, honest.value.photoId))[0]?.claimedSha256).toBeNull();
  const row = { photoId: kept.value.photoId, keptAt: new Date() };
  const sum = hashOf(whole);
  for (const claim of ['no hash', sum])
    await expect(
      test.db.photoOriginal.create({ data: { ...row, sha256: sum, claimedSha256: claim } }),
    ).rejects.toThrow('photo_original_claim_form');
});
