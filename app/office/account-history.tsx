import type { ApiOutputs } from '@baunghe/api';
import { Badge } from '~/components/badge';
import { formatInstant } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { markWords } from './account-words';

type History = Extract<ApiOutputs['memberAccounts']['of'], { ok: true }>['value']['history'];

const STATES = {
  proposed: { tone: 'care', words: m.signin_change_proposed },
  confirmed: { tone: 'done', words: m.signin_change_confirmed },
  dropped: { tone: 'plain', words: m.signin_change_dropped },
} as const;

/** Who changed where a member is paid, from where to where. */
export function AccountHistory({ history }: { history: History }) {
  const locale = useLocale();
  return (
    <section className="mt-8">
      <h2 className="mb-2 text-22">{m.signin_account_history()}</h2>
      {history.length === 0 ? <p className="text-muted">{m.signin_history_none()}</p> : null}
      <ul className="divide-y divide-line border-y border-line">
        {history.map(({ id, state, before, after, proposedAt, proposedBy, closedAt, closedBy }) => (
          <li key={id} className="py-3">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <strong>{markWords(after)}</strong>
              <Badge tone={STATES[state].tone}>{STATES[state].words()}</Badge>
            </p>
            <p className="text-14 text-muted">
              {before ? m.signin_change_before({ account: markWords(before) }) : m.signin_change_first()}
            </p>
            <p className="text-14 text-muted">
              {m.signin_change_proposed_by({ who: proposedBy, at: formatInstant(proposedAt, locale) })}
              {closedAt && closedBy
                ? ` · ${m.signin_change_closed_by({ who: closerWords(closedBy), at: formatInstant(closedAt, locale) })}`
                : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was written before two hands were asked for was confirmed by nobody. */
const closerWords = (who: string) => (who === 'before-two-hands' ? m.signin_change_nobody() : who);
