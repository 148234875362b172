import exifReader from 'exif-reader';

/** Degrees, north and east positive (WGS 84). */
export interface Position {
  latitude: number;
  longitude: number;
}

/** Where a camera wrote that it stood (EXIF, GPS IFD); null when it did not, or wrote what is no place. */
export async function positionIn(original: Uint8Array): Promise<Position | null> {
  try {
    const { default: sharp } = await import('sharp');
    const { exif } = await sharp(original).metadata();
    const gps = exif && exifReader(exif).GPSInfo;
    const latitude = degrees(gps?.GPSLatitude, gps?.GPSLatitudeRef === 'S');
    const longitude = degrees(gps?.GPSLongitude, gps?.GPSLongitudeRef === 'W');
    if (latitude === null || longitude === null) return null;
    return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
  } catch {
    // The picture was readable; what the camera wrote about itself need not be.
    return null;
  }
}

/** Degrees, minutes and seconds as degrees, to a millionth: about ten centimetres. */
function degrees(written: unknown, negative: boolean): number | null {
  if (!Array.isArray(written) || written.length === 0) return null;
  const [whole = 0, minutes = 0, seconds = 0] = written.map(Number);
  const value = whole + minutes / 60 + seconds / 3600;
  return Number.isFinite(value) ? Math.round((negative ? -value : value) * 1e6) / 1e6 : null;
}
