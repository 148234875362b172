import type { LoaderFunctionArgs } from '@remix-run/node';
import { localeOf } from '~/locale';
import { placeName } from '~/shop/place-name';

/** Answers the lists of checkout: `?typed=…` gives provinces, `?typed=…&province=75` the wards of one, as JSON. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const asked = new URL(request.url).searchParams;
  const typed = (asked.get('typed') ?? '').slice(0, 80);
  const provinceCode = asked.get('province')?.slice(0, 2) ?? null;
  const places =
    provinceCode === null
      ? await context.api.addresses.findProvinces({ typed })
      : await context.api.addresses.findWards({ provinceCode: provinceCode || null, typed });
  const found = places.map((place) => ({ code: place.code, name: placeName(place, locale) }));
  return Response.json(found, { headers: { 'Cache-Control': 'public, max-age=3600' } });
}
