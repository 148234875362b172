import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { takeSnapshot } from './index.ts';

let camera: Server | undefined;
afterEach(async () => {
  camera?.closeAllConnections();
  if (camera?.listening) await once(camera.close(), 'close');
});

/** A camera that answers so. Returns its host. */
async function aCamera(answer: RequestListener): Promise<string> {
  camera = createServer(answer).listen(0, '127.0.0.1');
  await once(camera, 'listening');
  return `127.0.0.1:${(camera.address() as AddressInfo).port}`;
}

const PICTURE = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#7a5' } })
  .jpeg()
  .toBuffer();
const ask = (address: string) => takeSnapshot({ address, withinMs: 5_000, mostBytes: 10_000 });
const refused = (code: string) => ({ ok: false, error: { code } });

describe('a camera of the packing house', () => {
  it('gives its picture byte for byte, whatever it calls it', async () => {
    const host = await aCamera((_, response) =>
      response.setHeader('Content-Type', 'text/plain').end(PICTURE),
    );
    const taken = await ask(`http://${host}/snap.jpg`);
    expect(taken.ok && Buffer.from(taken.value).equals(PICTURE)).toBe(true);
  });

  it('gets user and password of its address, which are not sent within it', async () => {
    const host = await aCamera(({ headers, url }, response) => {
      const right = `Basic ${Buffer.from('gói:p@ss').toString('base64')}`;
      if (headers.authorization !== right || url !== '/snap?ch=1') response.writeHead(401);
      response.end(PICTURE);
    });
    expect(await ask(`http://g%C3%B3i:p%40ss@${host}/snap?ch=1`)).toMatchObject({ ok: true });
    expect(await ask(`http://${host}/snap?ch=1`)).toEqual(refused('camera_refuses'));
    expect(await ask(`http://g%C3%B3i:wrong@${host}/snap?ch=1`)).toEqual(refused('camera_refuses'));
  });

  it('is not believed when it gives a page, part of nothing, or nothing', async () => {
    const answers = ['<!doctype html><title>Sign in</title>', '', '\xff\xd8'];
    for (const body of answers) {
      const host = await aCamera((_, response) =>
        response.setHeader('Content-Type', 'image/jpeg').end(body, 'latin1'),
      );
      expect([body, await ask(`http://${host}/`)]).toEqual([body, refused('camera_no_picture')]);
    }
  });

  it('is stopped at the most that a picture may have, told before or not', async () => {
    const large = Buffer.concat([PICTURE, Buffer.alloc(10_001)]);
    const told = await aCamera((_, response) =>
      response.setHeader('Content-Length', large.length).end(large),
    );
    expect(await ask(`http://${told}/`)).toEqual(refused('camera_too_large'));
    const host = await aCamera((_, response) => {
      response.write(PICTURE);
      const more = setInterval(() => response.write(Buffer.alloc(4000)), 1);
      response.on('close', () => clearInterval(more));
    });
    expect(await ask(`http://${host}/`)).toEqual(refused('camera_too_large'));
  });

  it('is not waited for, neither for its first byte nor for its last', async () => {
    const silent = await aCamera(() => {});
    const quick = { withinMs: 100, mostBytes: 10_000 };
    expect(await takeSnapshot({ address: `http://${silent}/`, ...quick })).toEqual(refused('camera_slow'));
    const stuck = await aCamera((_, response) => response.write(PICTURE));
    expect(await takeSnapshot({ address: `http://${stuck}/`, ...quick })).toEqual(refused('camera_slow'));
  });

  it('is gone when nobody listens, or hangs up', async () => {
    const host = await aCamera(({ socket }) => socket.destroy());
    expect(await ask(`http://${host}/`)).toEqual(refused('camera_away'));
    camera?.closeAllConnections();
    if (camera) await once(camera.close(), 'close');
    expect(await ask(`http://${host}/`)).toEqual(refused('camera_away'));
  });

  it('is not followed elsewhere', async () => {
    let followed = 0;
    const host = await aCamera(({ url }, response) => {
      if (url === '/') return void response.writeHead(302, { Location: '/elsewhere' }).end();
      followed += 1;
      response.end(PICTURE);
    });
    expect(await ask(`http://user:secret@${host}/`)).toEqual(refused('camera_leads_elsewhere'));
    expect(followed).toBe(0);
  });
});
