import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aForm, aShop, type Shop } from './api.builders.ts';

let shop: Shop;
let packer: Awaited<ReturnType<Shop['as']>>;

beforeAll(async () => {
  shop = await aShop();
  await shop.cut('plo_named', 200_000);
  packer = await shop.as(await shop.personWith(['packer']));
});
afterAll(() => shop.close());

/** What a packer sends to pack the one box of a fresh order. */
async function aBoxToPack() {
  const placed = await (await shop.as()).checkout.place(aForm({ key: crypto.randomUUID() }));
  if (!placed.ok) throw new Error(placed.error.code);
  const order = await shop.db.order.findUniqueOrThrow({
    where: { code: placed.value.code },
    include: { lines: { include: { reservations: true } } },
  });
  const line = order.lines[0];
  const lotId = line?.reservations[0]?.lotId ?? '';
  return {
    key: crypto.randomUUID(),
    orderId: order.id,
    lineId: line?.id ?? '',
    lotId,
    units: 1,
    grams: 10_000,
  };
}

async function aPhoto(background = '#7a5'): Promise<Uint8Array<ArrayBuffer>> {
  const blank = sharp({ create: { width: 120, height: 90, channels: 3, background } });
  const gps = {
    GPSLatitudeRef: 'N',
    GPSLatitude: '11/1 49/1 12/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '107/1 0/1 36/1',
  };
  return new Uint8Array(await blank.jpeg().withExif({ IFD3: gps }).toBuffer());
}

async function storyOf({ gtin, serial }: { gtin: string; serial: string }) {
  const story = await (await shop.as()).boxes.story({ gtin, serial, batch: null });
  if (!story.ok) throw new Error(story.error.code);
  return story.value;
}

async function packed(box: Parameters<typeof packer.officeOrders.packBox>[0]) {
  const done = await packer.officeOrders.packBox(box);
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
}

const packingOf = ({ events }: Awaited<ReturnType<typeof storyOf>>) =>
  events.find(({ bizStep }) => bizStep === 'packing')?.body;

it('a photo taken at packing is in the event by the hash of what anyone is served', async () => {
  const original = await aPhoto();
  const story = await storyOf(await packed({ ...(await aBoxToPack()), photo: original }));
  const served = await (await shop.as()).harvests.photo({ id: story.photoId ?? '' });
  if (!served.ok) throw new Error(served.error.code);
  const { bytes, mediaType } = served.value;
  expect(mediaType).toBe('image/webp');
  const hash = createHash('sha256').update(bytes).digest('base64url');
  expect(packingOf(story)?.['baunghe:photo']).toBe(`ni:///sha-256;${hash}`);
  expect((await sharp(bytes).metadata()).exif).toBeUndefined();

  expect(JSON.stringify(story)).not.toContain('11.82');
  const sha256 = createHash('sha256').update(original).digest('hex');
  const { order } = await shop.db.box.findFirstOrThrow({
    where: { serial: story.serial },
    include: { order: true },
  });
  expect(await packer.evidence.ofOrder({ code: order.code })).toEqual([
    {
      photoId: story.photoId,
      serial: story.serial,
      plot: { code: 'T01', name: 'Vườn một', outline: [] },
      originals: [
        {
          sha256,
          claimedSha256: null,
          position: { latitude: 11.82, longitude: 107.01 },
          metresFromPlot: null,
        },
      ],
    },
  ]);
});

it('a box without a photo is told as ever', async () => {
  for (const photo of [undefined, null]) {
    const story = await storyOf(await packed({ ...(await aBoxToPack()), photo }));
    expect(story.photoId).toBeNull();
    expect(Object.keys(packingOf(story) ?? {})).not.toContain('baunghe:photo');
  }
});

it('a photo that is none keeps the box on the table, and the same form may be sent with another', async () => {
  const box = await aBoxToPack();
  const broken = new TextEncoder().encode('not a picture');
  expect(await packer.officeOrders.packBox({ ...box, photo: broken })).toEqual({
    ok: false,
    error: { code: 'photo_unreadable' },
  });
  expect(await shop.db.box.count({ where: { orderId: box.orderId } })).toBe(0);
  const photo = await aPhoto('#123');
  const first = await packed({ ...box, photo });
  expect(await packed({ ...box, photo })).toEqual(first);
});
