import { Sign } from '~/components/sign';
import { formatDay } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { type DiaryVerdict, diaryVerdict, sortDiary } from './diary-verdict';
import type { Story } from './story';

type Entry = Story['origin']['diary'][number];

const ACTS: Record<Entry['act'], () => string> = {
  fertilise: m.box_act_fertilise,
  spray: m.box_act_spray,
  water: m.box_act_water,
  prune: m.box_act_prune,
  inspect: m.box_act_inspect,
  buy: m.farm_act_buy,
  sample: m.farm_act_sample,
};

const VERDICTS: Record<DiaryVerdict, () => string> = {
  kept: m.box_verdict_kept,
  broken: m.box_verdict_broken,
  nothing_applied: m.box_verdict_nothing_applied,
  no_diary: m.box_verdict_no_diary,
};

function intervalInWords({ preHarvestDays, daysBeforeCut: days, intervalKept }: Entry): string {
  if (!preHarvestDays) return m.box_interval_none({ days });
  const required = preHarvestDays;
  return intervalKept ? m.box_interval_kept({ days, required }) : m.box_interval_broken({ days, required });
}

function dayInWords({ doneOn, late }: Pick<Entry, 'doneOn' | 'late'>, locale: Locale): string {
  const day = formatDay(doneOn, locale);
  return late ? `${day} (${m.box_diary_late()})` : day;
}

function Applied({ entry }: { entry: Entry }) {
  const locale = useLocale();
  const more = [entry.activeIngredient, entry.reason, entry.dose].filter((text) => text !== null);
  return (
    <li>
      <p className="act">
        <span>
          <b>{ACTS[entry.act]()}</b> <span lang="vi">{entry.inputName}</span>
        </span>
        <span className="when">{dayInWords(entry, locale)}</span>
      </p>
      {more.length > 0 ? (
        <p className="when" lang="vi">
          {more.join(' · ')}
        </p>
      ) : null}
      <p className={entry.intervalKept === false ? 'care' : 'good'}>
        <Sign name={entry.intervalKept === false ? 'cross' : 'check'} size={18} /> {intervalInWords(entry)}
      </p>
    </li>
  );
}

/** The diary of the plot as far as it concerns this fruit, and whether every waiting time was kept. */
export function Diary({ story }: { story: Story }) {
  const locale = useLocale();
  const verdict = diaryVerdict(story.origin.diary);
  const { applied, others } = sortDiary(story.origin.diary);
  return (
    <section>
      <h2>{m.box_diary()}</h2>
      <p className={`verdict ${verdict === 'kept' ? 'good' : verdict === 'broken' ? 'care' : ''}`}>
        <Sign name={verdict === 'kept' ? 'check' : verdict === 'broken' ? 'care' : 'leaf'} size={24} />
        <span>{VERDICTS[verdict]()}</span>
      </p>
      {applied.length > 0 ? (
        <ul className="diary">
          {applied.map((entry) => (
            <Applied key={entry.id} entry={entry} />
          ))}
        </ul>
      ) : null}
      {others.map(({ act, days }) => (
        <p key={act} className="when days">
          <b>{ACTS[act]()}</b>: {days.map((day) => dayInWords(day, locale)).join(', ')}
        </p>
      ))}
    </section>
  );
}
