import type { ApiOutputs } from '@baunghe/api';
import { formatDay } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { Stars, StarsMean } from './stars';

type Ratings = Extract<ApiOutputs['ratings']['ofProduct'], { ok: true }>['value'];
type Rating = Ratings['ratings'][number];

/** How many gave five stars, four, and so on, as bars with their figures. */
function Spread({ stars }: { stars: Ratings['stars'] }) {
  const most = Math.max(1, ...stars);
  return (
    <ul className="max-w-72 text-14">
      {stars
        .map((count, index) => ({ count, given: index + 1 }))
        .reverse()
        .map(({ count, given }) => (
          <li key={given} className="grid grid-cols-[4rem_1fr_2rem] items-center gap-2">
            <span>{m.finding_stars({ stars: given })}</span>
            <svg aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none" className="h-2 w-full">
              <rect width="100" height="8" rx="4" className="fill-leaf" />
              <rect width={(count * 100) / most} height="8" rx="4" className="fill-flesh" />
            </svg>
            <span className="text-right text-muted">{count}</span>
          </li>
        ))}
    </ul>
  );
}

function OneRating({ rating }: { rating: Rating }) {
  const locale = useLocale();
  const { stars, words, by, at, harvests, answer } = rating;
  return (
    <li className="py-4">
      <p className="flex flex-wrap items-center gap-x-3">
        <Stars stars={stars} />
        <span className="font-semibold">{by ?? m.finding_rating_buyer()}</span>
        <span className="text-14 text-muted">{m.finding_rating_month({ month: monthOf(at, locale) })}</span>
      </p>
      {words ? <p className="mt-1 whitespace-pre-line">{words}</p> : null}
      {harvests.length > 0 ? (
        <p className="mt-1 text-14 text-muted">
          {harvests
            .map(({ plotName, cutOn }) =>
              m.finding_rating_harvest({ plot: plotName, day: formatDay(cutOn, locale) }),
            )
            .join(' · ')}
        </p>
      ) : null}
      {answer ? (
        <div className="mt-2 border-l-4 border-rind pl-3">
          <p className="text-14 font-semibold">
            {m.finding_rating_answer({ day: formatDay(answer.at, locale) })}
          </p>
          <p className="whitespace-pre-line">{answer.words}</p>
        </div>
      ) : null}
    </li>
  );
}

const monthOf = (at: Date, locale: string) =>
  new Intl.DateTimeFormat(locale, { month: 'numeric', year: 'numeric', timeZone: 'Asia/Ho_Chi_Minh' }).format(
    at,
  );

/** What buyers who received it say of a product. */
export function RatingsOfProduct({
  ratings,
  mean,
}: {
  ratings: Ratings;
  mean: { mean: number; count: number } | null;
}) {
  return (
    <section aria-labelledby="ratings" className="grid gap-x-10 gap-y-4 lg:grid-cols-[1fr_2fr]">
      <div>
        <h2 id="ratings" className="text-22">
          {m.finding_ratings_title()}
        </h2>
        <p className="mt-1 mb-2 text-14 text-muted">{m.finding_ratings_who()}</p>
        {mean ? (
          <>
            <StarsMean rating={mean} />
            <Spread stars={ratings.stars} />
          </>
        ) : null}
      </div>
      {mean ? (
        <ul className="divide-y divide-line border-y border-line">
          {ratings.ratings.map((rating) => (
            <OneRating key={rating.id} rating={rating} />
          ))}
        </ul>
      ) : (
        <p>{m.finding_ratings_none()}</p>
      )}
    </section>
  );
}
