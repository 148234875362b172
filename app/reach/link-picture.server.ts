import { createHash } from 'node:crypto';

/** The picture that stands beside a link in Zalo and on Facebook, 1200 × 630 (Open Graph). */
export interface LinkPicture {
  /** A drawing of the shop's own, as SVG with a viewBox. */
  drawing: string;
  title: string;
  /** At most three lines below the title, each fitting or cut short. */
  lines: readonly string[];
  /** Whose it is, at the foot. */
  foot: string;
}

/** Changes with everything that the picture shows, and with how it is drawn. */
export function linkPictureHash(picture: LinkPicture): string {
  return createHash('sha256')
    .update(JSON.stringify([1, picture.drawing, picture.title, picture.lines, picture.foot]))
    .digest('hex')
    .slice(0, 16);
}
