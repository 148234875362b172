import { Sign } from '~/components/sign';
import { formatDay, formatInstant } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { Verdict } from './proof';
import type { Story } from './story';

const SPINES = 28;

/** The edge of the stamp: spines around a circle. */
const EDGE = Array.from({ length: SPINES * 2 }, (_, at) => {
  const angle = (at * Math.PI) / SPINES;
  const radius = at % 2 === 0 ? 59 : 53;
  return `${(60 + radius * Math.sin(angle)).toFixed(0)} ${(60 - radius * Math.cos(angle)).toFixed(0)}`;
}).join('L');

/** The cooperative's stamp: its name around an opened fruit. It says whose page this is; it proves nothing yet. */
function Stamp() {
  return (
    <svg className="stamp" viewBox="0 0 120 120" aria-hidden="true">
      <path d={`M${EDGE}z`} fill="var(--color-rind)" />
      <circle cx="60" cy="60" r="48" fill="var(--color-card)" />
      <circle cx="60" cy="60" r="31" fill="var(--color-rind)" />
      <path id="ring" d="M60 98.500a38.500 38.500 0 1 1 .1 0" fill="none" />
      <text fontSize="10.500" fontWeight="700" fill="var(--color-rind)">
        <textPath href="#ring" textLength="238" startOffset="1">
          {m.box_stamp()}
        </textPath>
      </text>
      <path d="M60 34c13 6 19 15 19 25 0 11-8 19-19 23-11-4-19-12-19-23 0-10 6-19 19-25z" fill="#f4c430" />
      <path
        d="M60 36v44M51.500 53c-3 5-3 9-1 14M68.500 53c3 5 3 9 1 14"
        fill="none"
        stroke="#2e5a1c"
        strokeWidth="3.500"
        strokeLinecap="round"
      />
    </svg>
  );
}

function sealSentence({ packedAt, boxes, origin, stations }: Story, locale: Locale): string {
  const count = stations.length;
  return packedAt && boxes === null
    ? m.box_seal_box({ at: formatInstant(packedAt, locale), count })
    : m.box_seal_lot({ day: formatDay(origin.cutOn, locale), count });
}

/** On top of the page: what the cooperative says of this code, in one sentence that is true today. */
export function Seal({ story }: { story: Story }) {
  return (
    <div className="seal">
      <Stamp />
      <div>
        <p>{sealSentence(story, useLocale())}</p>
        <Verdict story={story} />
      </div>
    </div>
  );
}

/** Above everything else when the lot is held: what not to do, and why. */
export function Held({ story }: { story: Story }) {
  const locale = useLocale();
  const early = story.origin.diary.find((entry) => entry.intervalKept === false);
  return (
    <div className="held" role="alert">
      <Sign name="care" size={32} />
      <div>
        <h2>{story.boxes === null ? m.box_held_box() : m.box_held_lot()}</h2>
        <p>
          {early
            ? m.box_held_early({
                input: early.inputName ?? '',
                day: formatDay(early.doneOn, locale),
                required: early.preHarvestDays ?? 0,
                days: early.daysBeforeCut,
              })
            : m.box_held_other()}
        </p>
      </div>
    </div>
  );
}
