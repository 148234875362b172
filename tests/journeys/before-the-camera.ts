import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { qrPng } from '../../packages/labels/src/index.ts';

/** What the browser's camera films: read anew whenever it is opened. */
const FILM = fileURLToPath(new URL('../../test-results/before-the-camera.y4m', import.meta.url));
const [WIDTH, HEIGHT, CODE] = [640, 480, 300];

/** With these, a browser has a camera that films what `holdUp` holds before it, and lets every page use it. */
export const CAMERA_ARGS = [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${FILM}`,
];

/** Holds a QR code, drawn as labels are, before the camera: a film of one picture (YUV4MPEG2, 4:2:0), dark on a grey table. */
export async function holdUp(text: string): Promise<void> {
  const code = await sharp(await qrPng(text))
    .resize(CODE, CODE)
    .toBuffer();
  const create = { width: WIDTH, height: HEIGHT, channels: 3, background: '#9a9a9a' } as const;
  const luma = await sharp({ create })
    .composite([{ input: code, left: 190, top: 70 }])
    .greyscale()
    .raw()
    .toBuffer();
  const noColour = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\nFRAME\n`);
  await mkdir(dirname(FILM), { recursive: true });
  await writeFile(FILM, Buffer.concat([head, luma, noColour]));
}
