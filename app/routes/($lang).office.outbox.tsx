import { type MetaFunction, useSearchParams } from '@remix-run/react';
import { useState } from 'react';
import { Button, LinkButton } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { Orchard } from '~/office/orchard';
import { signInPath } from '~/office/where-to';
import { EntryCard } from '~/offline/entry-card';
import { kindOf, nextPage } from '~/offline/kind';
import { OtherPhone } from '~/offline/other-phone';
import { type Outbox, useOutbox } from '~/offline/outbox';
import { useOnline } from '~/offline/use-online';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.offline_outbox_title() }];

export const headers = () => PRIVATE;

/** Everything that was filled in on this phone: what needs its owner first, then what waits, then what was sent. */
export default function OutboxPage() {
  const outbox = useOutbox();
  return (
    <Orchard>
      <PageHeader title={m.offline_outbox_title()} />
      <noscript>
        <p>{m.offline_no_script()}</p>
      </noscript>
      {outbox?.store ? <Lists outbox={outbox} /> : null}
    </Orchard>
  );
}

function Lists({ outbox }: { outbox: Outbox }) {
  const href = useHref();
  const of = (state: 'refused' | 'waiting' | 'sent') =>
    outbox.entries.filter((entry) => entry.state === state);
  const sections = [
    { title: m.offline_needs_title(), entries: of('refused') },
    { title: m.offline_waiting_title(), entries: of('waiting') },
    { title: m.offline_sent_title(), entries: of('sent').reverse() },
  ].filter(({ entries }) => entries.length > 0);
  return (
    <div className="grid gap-8">
      <JustSaved outbox={outbox} />
      {outbox.ended?.state === 'signed_out' && of('waiting').length > 0 ? (
        <LinkButton to={href(signInPath(href('/office/outbox')))} reloadDocument wide tall>
          {m.offline_sign_in_to_send()}
        </LinkButton>
      ) : null}
      {sections.length === 0 ? (
        <EmptyState sign="check" title={m.offline_empty_title()} text={m.offline_empty()} />
      ) : null}
      {sections.map(({ title, entries }) => (
        <section key={title}>
          <h2 className="mb-2 text-22">{title}</h2>
          <ul className="border-t-2 border-ink">
            {entries.map((entry) => (
              <EntryCard key={entry.id} entry={entry} outbox={outbox} />
            ))}
          </ul>
        </section>
      ))}
      {of('waiting').length > 0 ? <SendNow outbox={outbox} /> : null}
      <OtherPhone outbox={outbox} />
    </div>
  );
}

/** After a form was saved without signal: what became of it, and the way to the next one. */
function JustSaved({ outbox }: { outbox: Outbox }) {
  const [search] = useSearchParams();
  const href = useHref();
  const entry = outbox.entries.find(({ id }) => id === search.get('saved'));
  const kind = entry && kindOf(entry.kind);
  if (!entry || !kind) return null;
  return (
    <div className="grid gap-3">
      {entry.state === 'waiting' ? (
        <Notice tone="good" title={m.offline_just_saved()}>
          {m.offline_just_saved_text()} {kind.meanwhile?.()}
        </Notice>
      ) : null}
      <LinkButton to={href(nextPage(kind, entry))} wide tall>
        {m.offline_next()}
      </LinkButton>
    </div>
  );
}

function SendNow({ outbox }: { outbox: Outbox }) {
  const [sending, setSending] = useState(false);
  const online = useOnline();
  const send = async () => {
    setSending(true);
    await outbox.sendNow();
    setSending(false);
  };
  return (
    <div className="grid gap-2">
      <Button type="button" kind="quiet" wide tall disabled={sending} onClick={() => void send()}>
        {sending ? m.offline_sending() : m.offline_send_now()}
      </Button>
      {online ? null : <p>{m.offline_sends_itself()}</p>}
    </div>
  );
}
