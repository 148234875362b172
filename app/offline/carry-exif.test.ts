import sharp from 'sharp';
import { expect, it } from 'vitest';
import { carryExif } from './carry-exif';

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#7a5' } }).jpeg();
const small = async () =>
  new Blob([new Uint8Array(await picture(40, 60).toBuffer())], { type: 'image/jpeg' });
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

it('carries where and when a photo was taken over to the shrunk one, which stays upright', async () => {
  const gps = { GPSLatitudeRef: 'N', GPSLatitude: '11/1 49/1 12/1' };
  const camera = picture(90, 60).withExif({ IFD0: { DateTime: '2026:06:24 07:00:00' }, IFD3: gps });
  const original = new Uint8Array(await camera.withMetadata({ orientation: 6 }).toBuffer());
  expect(await sharp(original).metadata()).toMatchObject({ orientation: 6 });
  const carried = await bytesOf(carryExif(original.buffer, await small()));
  const { orientation, exif, width, height } = await sharp(carried).metadata();
  expect({ orientation, width, height }).toEqual({ orientation: 1, width: 40, height: 60 });
  const { exif: before } = await sharp(original).metadata();
  expect(exif?.length).toBe(before?.length);
  expect(exif?.includes('2026:06:24 07:00:00')).toBe(true);
});

it('leaves the shrunk one as it is where the original has nothing to carry, or is malformed', async () => {
  const plain = await small();
  for (const original of [
    new Uint8Array(await picture(90, 60).toBuffer()),
    new Uint8Array(
      await sharp({ create: { width: 9, height: 6, channels: 3, background: '#7a5' } })
        .png()
        .toBuffer(),
    ),
    new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 0x45, 0x78, 0x69, 0x66, 0, 0]),
    new Uint8Array(),
  ])
    expect(await bytesOf(carryExif(original.buffer as ArrayBuffer, plain))).toEqual(await bytesOf(plain));
});
