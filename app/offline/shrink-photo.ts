import { carryExif } from './carry-exif';

/** The longest edge of a photo that waits on the phone, in pixels: what the cooperative keeps of it in the end. */
const LONGEST_EDGE = 1600;
const QUALITY = 0.82;

/**
 * A photo as small as the cooperative needs it, as JPEG, upright, with what its camera wrote into it. What is no picture that this browser can read, or
 * would not become smaller, stays as it is: the server says what it thinks of it.
 */
export async function shrinkPhoto(original: File): Promise<File> {
  try {
    const picture = await createImageBitmap(original, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST_EDGE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const small = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
    if (!small || small.size >= original.size) return original;
    const whole = carryExif(await original.arrayBuffer(), small);
    return new File([whole], `${original.name.replace(/\.[^.]*$/, '')}.jpg`, { type: 'image/jpeg' });
  } catch {
    return original;
  }
}

/** The SHA-256 of a file, in hexadecimal: tells later whether a file at hand is the one that was photographed. */
export async function hashOf(file: Blob): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
