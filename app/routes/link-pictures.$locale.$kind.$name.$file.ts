import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { LRUCache } from 'lru-cache';
import { linkPicture, pictureAddress, picturedBy } from '~/reach/pictures.server';

const FOREVER = 'public, max-age=31536000, immutable';

/** About 5 MB of pictures, by their addresses, which change with what they show. */
const drawn = new LRUCache<string, Uint8Array>({ max: 64 });

/** The picture beside a link: leads to the present one from an address that shows what is no longer so. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const asked = picturedBy(params.locale, params.kind, params.name);
  const picture = asked && (await linkPicture(context.api, asked.of, asked.locale));
  if (!asked || !picture) throw new Response(null, { status: 404 });
  const address = pictureAddress(asked.of, asked.locale, picture);
  if (!address.endsWith(`/${params.file}`))
    return redirect(address, { status: 302, headers: { 'Cache-Control': 'no-cache' } });
  const png =
    drawn.get(address) ?? (await (await import('~/reach/draw-link-picture.server')).linkPicturePng(picture));
  drawn.set(address, png);
  return new Response(new Uint8Array(png), {
    headers: { 'Content-Type': 'image/png', 'Cache-Control': FOREVER },
  });
}
