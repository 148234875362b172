import type { LoaderFunctionArgs } from '@remix-run/node';
import { formatDay, formatKilograms } from '~/format';
import { hrefIn, LANGUAGE_TAGS, localeOf } from '~/locale';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { harvestFeed } from '~/reach/harvest-feed';
import { xmlAnswer } from '~/reach/xml';

/** Harvests that fruit is sold from now, each once, as a feed to follow. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const at = (path: string) => context.publicUrl + hrefIn(locale, path);
  const products = await context.api.products.list();
  const harvests = new Map(
    products.flatMap((product) =>
      product.harvests.map(
        ({ batch, cutOn, bestBefore, freeGrams, plotName }) =>
          [
            batch,
            {
              link: at(`/01/${product.gtin}/10/${batch}`),
              title: m.reach_feed_harvest({
                fruit: nameIn(product, locale),
                day: formatDay(cutOn, locale),
                plot: plotName,
              }),
              summary: m.reach_feed_harvest_left({
                weight: formatKilograms(freeGrams, locale),
                day: formatDay(bestBefore, locale),
              }),
              cutOn,
            },
          ] as const,
      ),
    ),
  );
  const feed = {
    self: at('/feeds/harvests.xml'),
    home: at('/'),
    title: m.reach_feed_harvests(),
    author: m.common_coop_name(),
    language: LANGUAGE_TAGS[locale],
  };
  return xmlAnswer(harvestFeed(feed, [...harvests.values()]), 'application/atom+xml');
}
