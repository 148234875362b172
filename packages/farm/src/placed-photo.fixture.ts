/** A JPEG whose camera wrote that it stood at 11.82° north, 107.01° east. */
export async function aPlacedPhoto(background: string): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const gps = {
    GPSLatitudeRef: 'N',
    GPSLatitude: '11/1 49/1 12/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '107/1 0/1 36/1',
  };
  const blank = sharp({ create: { width: 64, height: 48, channels: 3, background } });
  return blank.jpeg().withExif({ IFD3: gps }).toBuffer();
}
