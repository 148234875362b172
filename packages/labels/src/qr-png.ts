import { toBuffer } from 'qrcode';
import { quietZone } from './qr-modules.ts';

/**
 * The QR code of `text` as the bytes of a PNG about 800 pixels wide, to be saved as a picture and opened in a banking
 * app. Rejects when the text is longer than a code holds.
 */
export async function qrPng(text: string): Promise<Uint8Array> {
  return await toBuffer(text, { type: 'png', errorCorrectionLevel: 'M', margin: quietZone, width: 800 });
}
