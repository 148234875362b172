const [SOI, APP1, SOS] = [0xffd8, 0xffe1, 0xffda];
const ORIENTATION = 0x0112;

/**
 * A shrunk JPEG with what the camera wrote into its original (Exif 2.32, 4.7.2): when and where it was taken. It is
 * upright already, so that its orientation becomes the normal one. Other originals carry nothing over.
 */
export function carryExif(original: ArrayBuffer, small: Blob): Blob {
  const segment = exifOf(new DataView(original));
  if (!segment) return small;
  makeUpright(new DataView(segment.buffer));
  return new Blob([small.slice(0, 2), segment, small.slice(2)], { type: small.type });
}

/** The APP1 segment of Exif, copied; null for a file that has none. */
function exifOf(file: DataView): Uint8Array<ArrayBuffer> | null {
  if (file.byteLength < 4 || file.getUint16(0) !== SOI) return null;
  for (let at = 2; at + 10 <= file.byteLength; ) {
    const [marker, length] = [file.getUint16(at), file.getUint16(at + 2)];
    if (marker === SOS || marker < 0xff01) return null;
    const end = at + 2 + length;
    // "Exif" and two zero bytes.
    const isExif = marker === APP1 && file.getUint32(at + 4) === 0x45786966 && file.getUint16(at + 8) === 0;
    if (isExif && end <= file.byteLength) return new Uint8Array(file.buffer.slice(at, end) as ArrayBuffer);
    at = end;
  }
  return null;
}

/** Sets the orientation in the first directory to 1. What is malformed stays as it is. */
function makeUpright(segment: DataView): void {
  const tiff = 10;
  if (segment.byteLength < tiff + 8) return;
  const little = segment.getUint16(tiff) === 0x4949;
  const directory = tiff + segment.getUint32(tiff + 4, little);
  if (directory + 2 > segment.byteLength) return;
  for (let entry = 0; entry < segment.getUint16(directory, little); entry += 1) {
    const at = directory + 2 + 12 * entry;
    if (at + 12 > segment.byteLength) return;
    if (segment.getUint16(at, little) === ORIENTATION) segment.setUint16(at + 8, 1, little);
  }
}
