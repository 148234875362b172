import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { Answer } from './answer';
import { BarRows } from './bar-rows';
import { figuresOf } from './figures-of';
import { PaintNames } from './paint';
import { type Look, rowsPath } from './paths';
import { kindWords, roughly, weekShort } from './words';

type Week = Look['ahead']['weeks'][number];

const MOST_VARIETIES = 3;

/** What will be short: week by week what is to be had of a variety, beside what is wanted of it. */
export function ShortageAnswer({ look }: { look: Look }) {
  const locale = useLocale();
  const { ahead, period } = look;
  const told = useSentence(look);
  const varieties = mostShort(ahead.weeks).slice(0, MOST_VARIETIES);
  return (
    <Answer
      question="shortage"
      period={period}
      sentence={told.sentence}
      care={told.care}
      rule={m.seeing_shortage_rule()}
      figures={figuresOf('shortage', look, locale)}
    >
      {varieties.length > 0 ? (
        <PaintNames
          names={[
            { paint: 'full', words: kindWords('forecast') },
            { paint: 'striped', words: kindWords('stock') },
          ]}
        />
      ) : null}
      {varieties.map((code) => (
        <VarietyWeeks key={code} code={code} look={look} />
      ))}
    </Answer>
  );
}

function VarietyWeeks({ code, look: { ahead, varieties, period } }: { code: string; look: Look }) {
  const locale = useLocale();
  const variety = varieties.find((each) => each.code === code);
  return (
    <figure>
      <figcaption className="text-16 font-semibold">{variety ? nameIn(variety, locale) : code}</figcaption>
      <BarRows
        bars={ahead.weeks
          .filter(({ varietyCode }) => varietyCode === code)
          .map(({ monday, forecast, stock, preordered, usual, short, shortOfUsual }) => ({
            key: monday.toISOString(),
            name: weekShort(monday, locale),
            to: rowsPath('shortage', period, { variety: code, week: monday }),
            value: stateWords({ short, shortOfUsual }, (grams) => roughly(grams, locale)),
            care: short > 0,
            note: noteOf({ have: forecast + stock, preordered, usual }, (grams) => roughly(grams, locale)),
            parts: [
              { amount: forecast, paint: 'full' as const },
              { amount: stock, paint: 'striped' as const },
            ],
            mark: Math.max(preordered, usual),
          }))}
      />
    </figure>
  );
}

function noteOf(
  week: Record<'have' | 'preordered' | 'usual', number>,
  kg: (grams: number) => string,
): string {
  const [have, preordered, usual] = [week.have, week.preordered, week.usual].map(kg);
  const facts = { have: have ?? '', preordered: preordered ?? '', usual: usual ?? '' };
  return week.preordered > 0 ? m.seeing_shortage_note_ordered(facts) : m.seeing_shortage_note(facts);
}

function stateWords(week: Pick<Week, 'short' | 'shortOfUsual'>, kg: (grams: number) => string): string {
  const missing = week.short + week.shortOfUsual;
  return missing > 0 ? m.seeing_shortage_missing({ kg: kg(missing) }) : m.seeing_shortage_enough();
}

/** Varieties by how much is missing of them, what is ordered ahead counting first; those ordered ahead come next. */
function mostShort(weeks: readonly Week[]): string[] {
  const rank = new Map<string, number>();
  for (const { varietyCode, short, shortOfUsual, preordered } of weeks)
    rank.set(varietyCode, (rank.get(varietyCode) ?? 0) + short * 1e6 + shortOfUsual * 1e3 + preordered);
  return [...rank]
    .filter(([, score]) => score > 0)
    .sort((a, b) => b[1] - a[1])
    .map(([code]) => code);
}

/** The worst of next week; else of the weeks after; what is ordered ahead first, then what is usually sold. */
function useSentence({ ahead: { weeks }, varieties }: Look): { sentence: string; care: boolean } {
  const locale = useLocale();
  const [next] = weeks;
  if (!next) return { sentence: m.seeing_shortage_none(), care: false };
  const named = ({ varietyCode }: Week) => {
    const variety = varieties.find(({ code }) => code === varietyCode);
    return variety ? nameIn(variety, locale) : varietyCode;
  };
  const listed = (some: readonly Week[], of: (week: Week) => number) =>
    some
      .toSorted((a, b) => of(b) - of(a))
      .slice(0, 3)
      .map((week) => `${roughly(of(week), locale)} ${named(week)}`)
      .join(', ');
  const short = weeks.filter((week) => week.short > 0);
  const nextWeek = short.filter(({ monday }) => +monday === +next.monday);
  if (nextWeek.length > 0)
    return { sentence: m.seeing_shortage_next({ what: listed(nextWeek, (week) => week.short) }), care: true };
  const first = short.toSorted((a, b) => +a.monday - +b.monday)[0] ?? firstOf(weeks);
  if (!first) return { sentence: m.seeing_shortage_all_enough(), care: false };
  const same = weeks.filter(({ monday }) => +monday === +first.monday);
  const week = weekShort(first.monday, locale);
  if (first.short > 0) {
    const what = listed(
      same.filter(({ short }) => short > 0),
      (each) => each.short,
    );
    return { sentence: m.seeing_shortage_later({ week, what }), care: true };
  }
  const what = listed(
    same.filter(({ shortOfUsual }) => shortOfUsual > 0),
    (each) => each.shortOfUsual,
  );
  return { sentence: m.seeing_shortage_usual({ week, what }), care: false };
}

const firstOf = (weeks: readonly Week[]): Week | undefined =>
  weeks.filter(({ shortOfUsual }) => shortOfUsual > 0).toSorted((a, b) => +a.monday - +b.monday)[0];
