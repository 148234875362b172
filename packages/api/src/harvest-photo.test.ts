import { createHash } from 'node:crypto';
import { vietnamDay } from '@baunghe/db';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aShop, type Shop } from './api.builders.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await aShop(4);
});
afterAll(() => shop.close());

async function cutWith(photo: Uint8Array<ArrayBuffer> | null) {
  const member = await shop.as(await shop.personWith(['member'], 'mem_named'));
  const cutOn = vietnamDay(new Date()).toISOString().slice(0, 10);
  const cut = { plotId: 'plo_named', varietyCode: 'RI6', grade: 'A' as const, grams: 50_000, cutOn, photo };
  const done = await member.harvests.record({ key: crypto.randomUUID(), ...cut });
  if (!done.ok) throw new Error(done.error.code);
  const story = await (await shop.as()).boxes.lot({ gtin: '99521234001006', batch: done.value.batch });
  if (!story.ok) throw new Error(story.error.code);
  return story.value;
}

it('a photo of the harvest is in its event by the hash of what anyone is served, its place for staff alone', async () => {
  const gps = {
    GPSLatitudeRef: 'N',
    GPSLatitude: '11/1 49/1 12/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '107/1 0/1 36/1',
  };
  const outline = [
    [107.02, 11.82],
    [107.03, 11.82],
    [107.03, 11.83],
    [107.02, 11.82],
  ];
  await shop.db.plot.update({ where: { id: 'plo_named' }, data: { outline } });
  const picture = sharp({ create: { width: 120, height: 90, channels: 3, background: '#9b4' } });
  const original = new Uint8Array(await picture.jpeg().withExif({ IFD3: gps }).toBuffer());
  const story = await cutWith(original);
  const served = await (await shop.as()).harvests.photo({ id: story.harvestPhotoId ?? '' });
  if (!served.ok) throw new Error(served.error.code);
  const hash = createHash('sha256').update(served.value.bytes).digest('base64url');
  expect(story.events[0]?.body).toMatchObject({ 'baunghe:photo': `ni:///sha-256;${hash}` });
  expect(JSON.stringify(story.events)).not.toContain('107.01');

  const packer = await shop.as(await shop.personWith(['packer']));
  const sha256 = createHash('sha256').update(original).digest('hex');
  const [evidence] = await packer.evidence.ofLot({ batch: story.origin.batch });
  expect(evidence).toMatchObject({ photoId: story.harvestPhotoId, serial: null, plot: { code: 'T01' } });
  expect(evidence?.originals).toEqual([
    { sha256, claimedSha256: null, position: { latitude: 11.82, longitude: 107.01 }, metresFromPlot: 1090 },
  ]);
});

it('a harvest without a photo is told as ever', async () => {
  const story = await cutWith(null);
  expect(story.harvestPhotoId).toBeNull();
  expect(Object.keys(story.events[0]?.body ?? {})).not.toContain('baunghe:photo');
  const packer = await shop.as(await shop.personWith(['packer']));
  expect(await packer.evidence.ofLot({ batch: story.origin.batch })).toEqual([]);
});
