import { Sign, type SignName } from '~/components/sign';
import { formatDay, formatInstant } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import type { Station, Story } from './story';

const DRAWN: Record<Station['step'], SignName> = {
  commissioning: 'basket',
  creating_class_instance: 'fruit',
  packing: 'box',
  shipping: 'truck',
  receiving: 'arrow',
  destroying: 'cross',
};

const TITLE: Record<Exclude<Station['step'], 'commissioning'>, () => string> = {
  creating_class_instance: m.stock_way_sorted,
  packing: m.box_way_packed,
  shipping: m.box_way_shipped,
  receiving: m.stock_way_returned,
  destroying: m.stock_way_destroyed,
};

function WordsFor({ station, story }: { station: Station; story: Story }) {
  const locale = useLocale();
  const at = formatInstant(station.at, locale);
  if (station.step === 'commissioning') {
    return (
      <>
        <h3>{m.box_way_harvest({ plot: story.origin.plot.name })}</h3>
        <p>{formatDay(story.origin.cutOn, locale)}</p>
        <p className="when">{m.box_way_recorded({ at })}</p>
        {story.harvestPhotoId ? (
          <Photo id={story.harvestPhotoId} alt={m.evidence_way_harvest_photo()} />
        ) : null}
      </>
    );
  }
  return (
    <>
      <h3>{TITLE[station.step]()}</h3>
      <p>{at}</p>
      {station.step === 'packing' && story.photoId ? (
        <Photo id={story.photoId} alt={m.box_way_photo()} />
      ) : null}
      {station.step === 'shipping' ? <p className="when">{m.box_way_no_buyer()}</p> : null}
    </>
  );
}

/** Fetched once it comes near: the page itself is one flight. */
function Photo({ id, alt }: { id: string; alt: string }) {
  return (
    <img
      className="shot"
      src={`/photos/${id}`}
      alt={alt}
      width="480"
      height="360"
      loading="lazy"
      decoding="async"
    />
  );
}

/** The way of the fruit from the tree, stop by stop, in the order of time. */
export function Way({ story }: { story: Story }) {
  const locale = useLocale();
  return (
    <section>
      <h2>{m.box_way()}</h2>
      <ol className="way">
        {story.stations.map((station) => (
          <li key={`${station.step}${+station.at}`}>
            <span className="stop">
              <Sign name={DRAWN[station.step]} size={26} />
            </span>
            <div>
              <WordsFor station={station} story={story} />
            </div>
          </li>
        ))}
      </ol>
      {story.corrected.map(({ eventTime, declaredAt }) => (
        <p key={`${+eventTime}${+declaredAt}`} className="when">
          {m.stock_way_corrected({
            at: formatInstant(eventTime, locale),
            declared: formatInstant(declaredAt, locale),
          })}
        </p>
      ))}
    </section>
  );
}
