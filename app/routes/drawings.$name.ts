import type { LoaderFunctionArgs } from '@remix-run/node';
import { LRUCache } from 'lru-cache';
import { drawing } from '~/reach/pictures.server';

const drawn = new LRUCache<string, Uint8Array>({ max: 32 });

/** A fruit's drawing as a PNG, for feeds whose readers take no SVG: `/drawings/durian-ri6.png`. */
export async function loader({ params }: LoaderFunctionArgs) {
  const [, name] = /^([a-z0-9-]{1,40})\.png$/.exec(params.name ?? '') ?? [];
  const svg = name ? await drawing(`${name}.svg`).catch(() => null) : null;
  if (!name || !svg) throw new Response(null, { status: 404 });
  const png =
    drawn.get(name) ?? (await (await import('~/reach/draw-link-picture.server')).drawingPng(svg, 1000));
  drawn.set(name, png);
  return new Response(new Uint8Array(png), {
    headers: { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=86400' },
  });
}
