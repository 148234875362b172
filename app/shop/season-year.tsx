import * as m from '~/paraglide/messages.js';
import { fruitWords } from './fruit-words';
import { inSeason, SEASONS, type Season } from './seasons';

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const COLUMN = 30;
const ROW = 26;
const WIDTH = COLUMN * 12;

/** A branch from the first to the last month with a fruit hanging in each, drawn with a little swing. */
function Branch({ season, month }: { season: Season; month: number }) {
  const start = (season.from - 1) * COLUMN + 3;
  const length = (season.to - season.from + 1) * COLUMN - 6;
  const now = inSeason(season, month);
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${WIDTH} ${ROW}`} className="block w-full">
      {MONTHS.map((each) => (
        <path
          key={each}
          d={`M${(each - 0.5) * COLUMN} ${ROW / 2}v.1`}
          className="stroke-line"
          strokeWidth="4"
          strokeLinecap="round"
        />
      ))}
      <path
        d={`M${start + 9} 4c${length / 4}-2 ${length / 2} 1.500 ${length - 18} 0 13 1 12 17 0 18-${length / 4} 1.500-${length / 2}-1-${length - 18} 0-13-1-12-17 0-18z`}
        className={now ? 'fill-flesh stroke-ink' : 'fill-leaf stroke-rind'}
        strokeWidth="2"
        strokeLinejoin="round"
      />
      {MONTHS.filter((each) => inSeason(season, each)).map((each) => (
        <path
          key={each}
          d={`M${(each - 0.5) * COLUMN - 4} 14.500c1.500 3 6.500 3 8 0M${(each - 0.5) * COLUMN} 8.500v2`}
          fill="none"
          className={now ? 'stroke-ink' : 'stroke-rind'}
          strokeWidth="2"
          strokeLinecap="round"
        />
      ))}
    </svg>
  );
}

/** The year as a drawn strip: a branch for each fruit over the twelve months, this month marked. */
export function SeasonYear({ month }: { month: number }) {
  return (
    <section aria-labelledby="season" className="grid gap-x-10 gap-y-4 lg:grid-cols-[1fr_2fr]">
      <div>
        <h2 id="season" className="text-22 sm:text-28">
          {m.shop_season_title()}
        </h2>
        <p className="mt-1 text-muted">{m.shop_season_lead()}</p>
      </div>
      <div>
        <div aria-hidden="true" className="grid grid-cols-[6rem_1fr] text-14 text-muted">
          <span />
          <ol className="grid grid-cols-12 text-center">
            {MONTHS.map((each) => (
              <li
                key={each}
                className={each === month ? 'rounded-full bg-rind font-semibold text-on-rind' : undefined}
              >
                {each}
              </li>
            ))}
          </ol>
        </div>
        <ul className="mt-1 divide-y divide-line border-y border-line">
          {SEASONS.map((season) => (
            <li key={season.fruit} className="grid grid-cols-[6rem_1fr] items-center py-1.5">
              <span className="text-14 font-semibold">
                {fruitWords(season.fruit)}
                <span className="sr-only">
                  : {m.shop_season_months({ from: season.from, to: season.to })}
                </span>
                {inSeason(season, month) ? (
                  <span className="block font-normal text-muted">{m.shop_season_now()}</span>
                ) : null}
              </span>
              <Branch season={season} month={month} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
