import { formatDay, formatInstant } from '~/format';
import { certificateKindWords } from '~/orchard/certificate-words';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { Fact } from './fact';
import { fruitName, Identifiers } from './fruit';
import type { Story, TracePlace } from './story';

/** Places of the way, each once. */
function placesOf({ stations }: Story): TracePlace[] {
  const places = stations.flatMap(({ place }) => (place ? [place] : []));
  return places.filter(
    (place, at) =>
      places.findIndex(({ gln, extension }) => gln === place.gln && extension === place.extension) === at,
  );
}

/** What Circular 02/2024/TT-BKHCN says that whoever scans must see, in its order; what is not known says so. */
export function Declared({ story }: { story: Story }) {
  const locale = useLocale();
  const { origin, packedAt } = story;
  const cut = m.box_declared_cut({ day: formatDay(origin.cutOn, locale) });
  const packed = packedAt ? m.box_declared_packed({ at: formatInstant(packedAt, locale) }) : null;
  return (
    <section className="declared" id="declared">
      <h2>{m.box_declared()}</h2>
      <dl className="rows">
        <Fact name={m.box_declared_product()}>{fruitName(story, locale)}</Fact>
        <Fact name={m.box_declared_producer()}>
          {m.common_coop_name()}
          <br />
          {m.common_coop_address()}
        </Fact>
        <Fact name={m.box_declared_time()}>
          {cut}
          {packed ? `; ${packed}` : null}
        </Fact>
        <Fact name={m.box_declared_expiry()}>{formatDay(origin.bestBefore, locale)}</Fact>
        <Fact name={m.box_declared_brand()}>{m.common_coop_short()}</Fact>
        <Fact name={m.box_declared_code()}>
          <Identifiers story={story} />
        </Fact>
        <Fact name={m.box_declared_places()}>
          {placesOf(story).map(({ gln, extension }) => (
            <span key={`${gln}${extension}`} className="code">
              {extension ? m.box_plot() : m.box_packing_house()} (414){gln}
              {extension ? `(254)${extension}` : null}
              <br />
            </span>
          ))}
        </Fact>
        <Fact name={m.box_declared_stages()}>{m.box_declared_stages_above()}</Fact>
        <Fact name={m.box_declared_standard()}>
          <Certificates story={story} />
        </Fact>
        {origin.stateStamp ? <StateStamp url={origin.stateStamp} /> : null}
      </dl>
    </section>
  );
}

/** Under which certificates the fruit was cut; whether one still holds is for who gave it to say. */
function Certificates({ story }: { story: Story }) {
  const locale = useLocale();
  const { certificates } = story.origin;
  if (certificates.length === 0) return m.box_declared_standard_none();
  return certificates.map(({ kind, number, issuer, validTo }) => (
    <span key={kind + number} className="code">
      {certificateKindWords(kind)} {number} ({issuer}),{' '}
      {m.box_declared_standard_to({ day: formatDay(validTo, locale) })}
      <br />
    </span>
  ));
}

/** The State's stamp is the State's: its name and where it leads, nothing drawn that could pass for it. */
function StateStamp({ url }: { url: string }) {
  return (
    <Fact name={m.box_declared_state_stamp()}>
      <a href={url} rel="noopener">
        {new URL(url).host}
      </a>
    </Fact>
  );
}
