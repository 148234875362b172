import type { ApiOutputs } from '@baunghe/api';
import { Badge } from '~/components/badge';
import { formatInstant } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

/** An application as the board sees it. */
export type BoardApplication = Extract<ApiOutputs['applications']['one'], { ok: true }>['value'];

/** Who of the board said what, and how many are needed. */
export function VoteTally({ application }: { application: BoardApplication }) {
  const locale = useLocale();
  const { votes, round, needed } = application;
  return (
    <div className="space-y-2">
      <p className="text-muted">{m.joining_office_vote_needed({ needed })}</p>
      {votes.length === 0 ? <p>{m.joining_office_vote_none()}</p> : null}
      <ul>
        {votes.map((vote) => (
          <li key={`${vote.round}/${vote.userId}`} className="border-b border-line py-2">
            <span className="flex flex-wrap items-center gap-2">
              <span className="font-semibold">{vote.name}</span>
              <Badge tone={vote.yes ? 'done' : 'care'}>
                {vote.yes ? m.joining_office_vote_yes() : m.joining_office_vote_no()}
              </Badge>
              {vote.round === round ? null : (
                <span className="text-14 text-muted">({m.joining_office_vote_old()})</span>
              )}
              <span className="text-14 text-muted">{formatInstant(vote.at, locale)}</span>
            </span>
            {vote.why ? <span className="block">{vote.why}</span> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
