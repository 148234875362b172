import { Link } from '@remix-run/react';
import { useState } from 'react';
import { Button, LinkButton } from '~/components/button';
import { Sign } from '~/components/sign';
import { formatInstant } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import type { Entry } from './entry';
import { dropEntry } from './entry-store';
import { entryWords, kindOf, pageToMend } from './kind';
import type { Outbox } from './outbox';

type CardProps = { entry: Entry; outbox: Outbox };

/** One entry: what it is, when it was saved, and how it stands. */
export function EntryCard({ entry, outbox }: CardProps) {
  const locale = useLocale();
  return (
    <li className="grid gap-2 border-b border-line py-4">
      <div className="flex items-center gap-2">
        <Sign name={SIGNS[entry.state]} size={24} />
        <h3 className="grow text-18">{entryWords(entry)}</h3>
        <span>{formatInstant(new Date(entry.savedAt - entry.believedAhead), locale)}</span>
      </div>
      {entry.state === 'refused' ? <Refused entry={entry} outbox={outbox} /> : <Entered entry={entry} />}
      {entry.state === 'waiting' ? <Waiting entry={entry} /> : null}
      {entry.sent ? <SentTo to={entry.sent.to} at={entry.sent.at} /> : null}
    </li>
  );
}

const SIGNS = { waiting: 'clock', refused: 'care', sent: 'check' } as const;

function Waiting({ entry }: { entry: Entry }) {
  const meanwhile = kindOf(entry.kind)?.meanwhile;
  return (
    <>
      <p className="font-semibold">{waitingWords(entry)}</p>
      {meanwhile ? <p>{meanwhile()}</p> : null}
    </>
  );
}

const waitingWords = (entry: Entry): string =>
  entry.tries > 0 ? m.offline_waiting_tried({ tries: entry.tries }) : m.offline_waiting();

function Entered({ entry }: { entry: Entry }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3">
      {entry.told.map(({ question, answer }) => (
        <div key={question} className="contents">
          <dt className="text-muted">{question}</dt>
          <dd className="font-semibold">{answer}</dd>
        </div>
      ))}
    </dl>
  );
}

function SentTo({ to, at }: { to: string; at: string }) {
  const locale = useLocale();
  const isElsewhere = !to.includes('/office/outbox');
  return (
    <p className="flex flex-wrap items-center gap-x-3">
      {at ? m.offline_sent_at({ at: formatInstant(at, locale) }) : m.offline_sent()}
      {isElsewhere ? (
        <Link
          to={to}
          className="inline-flex min-h-14 items-center font-semibold underline underline-offset-4"
        >
          {m.offline_look()}
        </Link>
      ) : null}
    </p>
  );
}

/** Both sides, and what may be done: nothing is thrown away that its owner did not throw away. */
function Refused({ entry, outbox }: CardProps) {
  const href = useHref();
  const [asking, ask] = useState(false);
  const [later, setLater] = useState(false);
  const kind = kindOf(entry.kind);
  const drop = async () => {
    if (outbox.store) await dropEntry(outbox.store, entry.id);
    outbox.changed();
  };
  return (
    <>
      <p className="font-semibold">{m.offline_you_entered()}</p>
      <Entered entry={entry} />
      <div className="rounded-crate border-l-8 border-soil bg-soil-soft p-3 text-soil">
        <p className="font-semibold">{m.offline_coop_says()}</p>
        {entry.refused?.words.map((words) => (
          <p key={words}>{words}</p>
        ))}
      </div>
      {asking ? (
        <div role="alertdialog" aria-label={m.offline_drop_sure()} className="grid gap-2">
          <p className="font-semibold">{m.offline_drop_sure()}</p>
          <Button type="button" kind="danger" wide tall onClick={() => void drop()}>
            {m.offline_drop_yes()}
          </Button>
          <Button type="button" kind="quiet" wide tall onClick={() => ask(false)}>
            {m.offline_drop_no()}
          </Button>
        </div>
      ) : later ? (
        <p>{m.offline_later_kept()}</p>
      ) : (
        <div className="grid gap-2">
          {kind ? (
            <LinkButton to={href(pageToMend(kind, entry))} wide tall>
              {m.offline_change()}
            </LinkButton>
          ) : null}
          <Button type="button" kind="quiet" wide tall onClick={() => setLater(true)}>
            {m.offline_later()}
          </Button>
          <Button type="button" kind="quiet" wide tall onClick={() => ask(true)}>
            {m.offline_drop()}
          </Button>
        </div>
      )}
    </>
  );
}
