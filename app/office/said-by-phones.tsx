import type { ApiOutputs } from '@baunghe/api';
import { useId } from 'react';
import { formatInstant } from '~/format';
import { entryWords } from '~/offline/kind';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

type Said = ApiOutputs['phoneEntries']['ofPage'][number];

/** Closer than this, the phone's time and the cooperative's are the same to a person. */
const WORTH_SAYING_MS = 10 * 60_000;

/** For staff: what waited on a phone, when that says it was filled in, and when it came. */
export function SaidByPhones({ entries }: { entries: Said[] }) {
  const heading = useId();
  const waited = entries.filter(({ saidAt, cameAt }) => Math.abs(+cameAt - +saidAt) > WORTH_SAYING_MS);
  if (waited.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="mb-2 text-22">
        {m.offline_said_title()}
      </h2>
      <ul className="border-t-2 border-ink">
        {waited.map((entry) => (
          <Line key={entry.key} entry={entry} />
        ))}
      </ul>
    </section>
  );
}

function Line({ entry: { kind, saidAt, cameAt, aheadSeconds } }: { entry: Said }) {
  const locale = useLocale();
  const [said, came] = [formatInstant(saidAt, locale), formatInstant(cameAt, locale)];
  const hours = Math.round(Math.abs(aheadSeconds) / 3600);
  return (
    <li className="border-b border-line py-2">
      {m.offline_said_line({ kind: entryWords({ kind }), said, came })}
      {hours > 0 ? (
        <span className="block font-semibold text-soil">
          {aheadSeconds > 0 ? m.offline_said_ahead({ hours }) : m.offline_said_behind({ hours })}
        </span>
      ) : null}
    </li>
  );
}
