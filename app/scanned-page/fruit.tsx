import { daysFrom, formatDay, formatKilograms, spokenDay } from '~/format';
import type { Locale } from '~/locale';
import { nameIn, varietyIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { Fact } from './fact';
import type { Story } from './story';

/** The fruit's name as listed; that of variety and grade when the code names no listing. */
export function fruitName({ product, origin }: Story, locale: Locale): string {
  if (product) return nameIn(product, locale);
  return m.box_fruit_name({ variety: varietyIn(origin, locale), grade: origin.grade });
}

/** `(01)…(10)…(21)…` as it stands on the label, breaking only between its elements. */
export function Identifiers({ story }: { story: Story }) {
  const elements = [
    ['01', story.gtin],
    ['10', story.origin.batch],
    ...(story.serial ? [['21', story.serial]] : []),
  ];
  return (
    <span className="code">
      {elements.map(([ai, value]) => (
        <span key={ai}>
          ({ai}){value}{' '}
        </span>
      ))}
    </span>
  );
}

/** A day as people say it, the exact one beside it, and what it means today. */
function Day({ day, now, meaning }: { day: Date; now: Date; meaning: string | null }) {
  const locale = useLocale();
  const [spoken, exact] = [spokenDay(day, now, locale), formatDay(day, locale)];
  const beside = [spoken === exact ? null : exact, meaning].filter((text) => text !== null);
  return (
    <>
      {spoken}
      {beside.length > 0 ? <small>{beside.join(', ')}</small> : null}
    </>
  );
}

/** Days from cutting; null while the spoken day says it already. */
function sinceCut(cutOn: Date, now: Date): string | null {
  const days = -daysFrom(now, cutOn);
  return days > 2 ? m.box_cut_days_ago({ days }) : null;
}

/** Which fruit this is, how much, of which day, and how long it is good. */
export function Fruit({ story, now }: { story: Story; now: Date }) {
  const locale = useLocale();
  const { origin, grams, boxes } = story;
  const name = fruitName(story, locale);
  return (
    <section className="fruit">
      <div>
        <h1>{name}</h1>
        <dl className="facts">
          <Fact name={m.box_cut_on()}>
            <Day day={origin.cutOn} now={now} meaning={sinceCut(origin.cutOn, now)} />
          </Fact>
          <Fact name={m.box_best_before()}>
            <Day
              day={origin.bestBefore}
              now={now}
              meaning={daysFrom(now, origin.bestBefore) < 0 ? m.box_past_best() : null}
            />
          </Fact>
          <Fact name={boxes === null ? m.box_net_weight() : m.box_harvest_weight()}>
            {formatKilograms(grams, locale)}
            {boxes ? <small>{m.box_boxes_from_lot({ boxes })}</small> : null}
          </Fact>
          <Fact name={m.box_grade()}>{m.box_grade_of({ grade: origin.grade })}</Fact>
        </dl>
        <p className="label">
          <Identifiers story={story} />
        </p>
      </div>
      <img src={`/pictures/${origin.picture}`} alt={name} width="480" height="360" loading="lazy" />
    </section>
  );
}
