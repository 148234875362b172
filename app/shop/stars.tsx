import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

const STAR =
  'M12 2.500l2.9 6.1 6.700.9-4.900 4.700 1.200 6.700L12 17.700 6.100 20.900l1.200-6.700-4.900-4.700 6.700-.9z';
const PLACES = [1, 2, 3, 4, 5] as const;

/** Five stars of which so many are painted, told in words to who does not see them. */
export function Stars({ stars, size = 18 }: { stars: number; size?: number }) {
  return (
    <span role="img" aria-label={m.finding_stars_of({ stars })} className="inline-flex text-ink">
      {PLACES.map((place) => (
        <svg key={place} aria-hidden="true" width={size} height={size} viewBox="0 0 24 24">
          <path
            d={STAR}
            className={place <= Math.round(stars) ? 'fill-flesh' : 'fill-transparent'}
            stroke="currentColor"
            strokeWidth="1.6"
            strokeLinejoin="round"
          />
        </svg>
      ))}
    </span>
  );
}

/** A product's mean and how many rated it. */
export function StarsMean({ rating }: { rating: { mean: number; count: number } }) {
  const locale = useLocale();
  const mean = rating.mean.toLocaleString(locale, { minimumFractionDigits: 1 });
  return (
    <span className="flex flex-wrap items-center gap-x-1.5 text-14">
      <Stars stars={rating.mean} />
      <span className="text-muted">{m.finding_rating_mean({ mean, count: rating.count })}</span>
    </span>
  );
}
