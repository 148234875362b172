import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aForm, aShop, type Shop } from './api.builders.ts';

type Box = Parameters<Awaited<ReturnType<Shop['as']>>['officeOrders']['packBox']>[0];

let shop: Shop;
let packer: Awaited<ReturnType<Shop['as']>>;
let server: Server;
let answer: RequestListener;
let asked: number;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked += 1;
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  shop = await aShop(4, { packingCamera: `http://user:secret@127.0.0.1:${port}/snap.jpg` });
  await shop.cut('plo_named', 200_000);
  packer = await shop.as(await shop.personWith(['packer']));
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await shop.close();
});

/** What a packer sends to pack the one box of a fresh order, with a camera that answers so. */
async function aBoxBefore(camera: RequestListener): Promise<Box> {
  answer = camera;
  asked = 0;
  const placed = await (await shop.as()).checkout.place(aForm({ key: crypto.randomUUID() }));
  if (!placed.ok) throw new Error(placed.error.code);
  const order = await shop.db.order.findUniqueOrThrow({
    where: { code: placed.value.code },
    include: { lines: { include: { reservations: true } } },
  });
  const [line] = order.lines;
  const lotId = line?.reservations[0]?.lotId ?? '';
  const chosen = { orderId: order.id, lineId: line?.id ?? '', lotId, units: 1, grams: 10_000 };
  return { key: crypto.randomUUID(), ...chosen, camera: true };
}

async function packed(box: Box) {
  const done = await packer.officeOrders.packBox(box);
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
}

async function storyOf({ gtin, serial }: { gtin: string; serial: string }) {
  const story = await (await shop.as()).boxes.story({ gtin, serial, batch: null });
  if (!story.ok) throw new Error(story.error.code);
  return story.value;
}

const aPicture = async (background: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await sharp({ create: { width: 120, height: 90, channels: 3, background } })
      .jpeg()
      .toBuffer(),
  );

describe('the camera over the packing table', () => {
  it('has its picture of the moment in the pack event, by its hash', async () => {
    const picture = await aPicture('#345');
    const done = await packed(await aBoxBefore((_, response) => response.end(picture)));
    expect(done.camera).toBe('kept');
    const story = await storyOf(done);
    const served = await (await shop.as()).harvests.photo({ id: story.photoId ?? '' });
    if (!served.ok) throw new Error(served.error.code);
    const hash = createHash('sha256').update(served.value.bytes).digest('base64url');
    const packing = story.events.find(({ bizStep }) => bizStep === 'packing')?.body;
    expect(packing?.['baunghe:photo']).toBe(`ni:///sha-256;${hash}`);
    const { order } = await shop.db.box.findFirstOrThrow({
      where: { serial: done.serial },
      include: { order: true },
    });
    const sha256 = createHash('sha256').update(picture).digest('hex');
    expect(await packer.evidence.ofOrder({ code: order.code })).toMatchObject([
      { serial: done.serial, originals: [{ sha256, position: null, metresFromPlot: null }] },
    ]);
  });

  it('is no part of the box: one that a phone sends again later, without it, is the same box', async () => {
    const box = await aBoxBefore((_, response) => response.writeHead(401).end());
    const first = await packed(box);
    expect(await packed({ ...box, camera: false })).toEqual(first);
    expect(await shop.db.box.count({ where: { orderId: box.orderId } })).toBe(1);
  });

  it.each<[string, RequestListener, string]>([
    ['refuses', (_, response) => response.writeHead(401).end(), 'camera_refuses'],
    ['shows a page', (_, response) => response.end('<html>'), 'camera_no_picture'],
    [
      'begins like a picture',
      (_, response) => response.end('\xff\xd8\xff\xe0 no', 'latin1'),
      'camera_no_picture',
    ],
    ['hangs up', ({ socket }) => socket.destroy(), 'camera_away'],
    [
      'leads elsewhere',
      (_, response) => response.writeHead(307, { Location: '/' }).end(),
      'camera_leads_elsewhere',
    ],
  ])('keeps no box on the table when it %s, and says so', async (_what, camera, said) => {
    const done = await packed(await aBoxBefore(camera));
    expect(done.camera).toBe(said);
    expect((await storyOf(done)).photoId).toBeNull();
    expect(JSON.stringify(done)).not.toContain('secret');
  });

  it('is not asked when the packer took a photo or wants none, and a box sent twice is one', async () => {
    const picture = await aPicture('#456');
    const own = await aBoxBefore((_, response) => response.end(picture));
    const photo = await aPicture('#567');
    const done = await packed({ ...own, photo });
    expect([done.camera, asked]).toEqual([null, 0]);
    const { camera: _camera, ...without } = await aBoxBefore((_, response) => response.end(picture));
    expect([(await packed(without)).camera, asked]).toEqual([null, 0]);
    const twice = await aBoxBefore((_, response) => response.end(picture));
    expect(await packed(twice)).toEqual(await packed(twice));
  });

  it('is known to staff', async () => {
    expect(await packer.officeOrders.hasCamera()).toBe(true);
  });
});
