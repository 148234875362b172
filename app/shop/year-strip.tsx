import { Link } from '@remix-run/react';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { monthWords } from './month-words';
import { MONTHS, runsOf } from './seasons';

const COLUMN = 30;
const ROW = 26;
const WIDTH = COLUMN * 12;

/** What ripens, in which months, and where its name leads. */
export interface YearRow {
  key: string;
  name: string;
  months: readonly number[];
  to?: string;
  /** A drawing of it. */
  picture?: string;
}

/** A branch over the months that follow each other, with a fruit hanging in each, drawn with a little swing. */
function Branch({ from, to, now }: { from: number; to: number; now: boolean }) {
  const start = (from - 1) * COLUMN + 3;
  const length = (to - from + 1) * COLUMN - 24;
  const hanging = MONTHS.filter((month) => from <= month && month <= to);
  return (
    <>
      <path
        d={`M${start + 9} 4c${length / 4}-2 ${length / 2} 1.500 ${length} 0 13 1 12 17 0 18-${length / 4} 1.500-${length / 2}-1-${length} 0-13-1-12-17 0-18z`}
        className={now ? 'fill-flesh stroke-on-flesh' : 'fill-leaf stroke-rind'}
        strokeWidth="2"
        strokeLinejoin="round"
      />
      {hanging.map((month) => (
        <path
          key={month}
          d={`M${(month - 0.5) * COLUMN - 4} 14.500c1.500 3 6.500 3 8 0M${(month - 0.5) * COLUMN} 8.500v2`}
          fill="none"
          className={now ? 'stroke-on-flesh' : 'stroke-rind'}
          strokeWidth="2"
          strokeLinecap="round"
        />
      ))}
    </>
  );
}

function Year({ months, month }: { months: readonly number[]; month: number }) {
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
      {runsOf(months).map(({ from, to }) => (
        <Branch key={from} from={from} to={to} now={from <= month && month <= to} />
      ))}
    </svg>
  );
}

function RowName({ row: { name, to, picture }, isNow }: { row: YearRow; isNow: boolean }) {
  return (
    <span className="text-14 font-semibold">
      {to ? (
        <Link
          to={to}
          className="-my-1.5 inline-flex min-h-11 items-center gap-2 text-rind underline underline-offset-4"
        >
          {picture ? (
            <img
              src={`/pictures/${picture}`}
              alt=""
              width="40"
              height="30"
              loading="lazy"
              className="w-10 max-sm:hidden"
            />
          ) : null}
          {name}
        </Link>
      ) : (
        name
      )}
      {isNow ? <span className="block font-normal text-muted">{m.shop_season_now()}</span> : null}
    </span>
  );
}

/** The year as a drawn strip: a branch for each row over the twelve months, this month marked. */
export function YearStrip({ rows, month }: { rows: readonly YearRow[]; month: number }) {
  const locale = useLocale();
  return (
    <div>
      <div
        aria-hidden="true"
        className="grid grid-cols-[6.5rem_1fr] gap-x-2 text-14 text-muted sm:grid-cols-[14rem_1fr]"
      >
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
        {rows.map((row) => (
          <li
            key={row.key}
            className="grid grid-cols-[6.5rem_1fr] items-center gap-x-2 py-1.5 sm:grid-cols-[14rem_1fr]"
          >
            <RowName row={row} isNow={row.months.includes(month)} />
            <span className="sr-only">{monthWords(row.months, locale) || m.finding_months_unknown()}</span>
            <Year months={row.months} month={month} />
          </li>
        ))}
      </ul>
    </div>
  );
}
