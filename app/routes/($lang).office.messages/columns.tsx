import type { ApiOutputs } from '@baunghe/api';
import { Form } from '@remix-run/react';
import { Badge, type BadgeTone } from '~/components/badge';
import { Button } from '~/components/button';
import type { Column } from '~/components/data-table';
import { formatInstant } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

type Board = ApiOutputs['notices']['board'];
type Inbound = Board['inbound']['rows'][number];
type Outbound = Board['outbound']['rows'][number];
type Look = { tone: BadgeTone; words: () => string };

const OUTCOMES: Record<Inbound['outcome'], Look> = {
  done: { tone: 'done', words: m.notices_outcome_done },
  refused: { tone: 'care', words: m.notices_outcome_refused },
  unclear: { tone: 'care', words: m.notices_outcome_unclear },
  stranger: { tone: 'plain', words: m.notices_outcome_stranger },
  asked: { tone: 'care', words: m.notices_outcome_asked },
  silent: { tone: 'plain', words: m.notices_outcome_silent },
};

const STATES: Record<Outbound['state'], Look> = {
  queued: { tone: 'plain', words: m.notices_state_queued },
  sent: { tone: 'done', words: m.notices_state_sent },
  delivered: { tone: 'done', words: m.notices_state_delivered },
  failed: { tone: 'care', words: m.notices_state_failed },
};
const OF_DEMO: Look = { tone: 'plain', words: m.notices_state_demo };

function Words({ children }: { children: string }) {
  return <span className="[overflow-wrap:anywhere]">{children}</span>;
}

function At({ children }: { children: string }) {
  return <span className="whitespace-nowrap">{children}</span>;
}

/** The columns of what came in. */
export function useInboundColumns(): Column<Inbound>[] {
  const locale = useLocale();
  return [
    {
      key: 'who',
      head: m.notices_col_who(),
      names: true,
      cell: ({ sender, name }) => (
        <>
          <Words>{sender}</Words>
          <span className="block text-14 font-normal text-muted">{name ?? m.notices_nobody()}</span>
        </>
      ),
    },
    { key: 'words', head: m.notices_col_words(), cell: ({ message }) => <Words>{message}</Words> },
    {
      key: 'when',
      head: m.notices_col_when(),
      cell: ({ arrivedAt }) => <At>{formatInstant(arrivedAt, locale)}</At>,
    },
    { key: 'state', head: m.notices_col_state(), cell: ({ outcome }) => <State look={OUTCOMES[outcome]} /> },
  ];
}

/** The columns of what went out; what failed may be sent again, by a form with this key. */
export function useOutboundColumns(formKey: string): Column<Outbound>[] {
  const locale = useLocale();
  return [
    {
      key: 'to',
      head: m.notices_col_to(),
      names: true,
      cell: ({ phone }) => <Words>{phone}</Words>,
    },
    {
      key: 'words',
      head: m.notices_col_words(),
      cell: ({ text }) => <Words>{text ?? m.notices_words_kept_away()}</Words>,
    },
    {
      key: 'when',
      head: m.notices_col_when(),
      cell: ({ createdAt }) => <At>{formatInstant(createdAt, locale)}</At>,
    },
    {
      key: 'state',
      head: m.notices_col_state(),
      cell: ({ id, phone, demo, state, attempts, trouble, maySendAgain }) => (
        <>
          <State look={demo ? OF_DEMO : STATES[state]} />
          {trouble ? (
            <span className="mt-1 block text-14 text-muted">
              <Words>{m.notices_tries({ count: attempts, trouble })}</Words>
            </span>
          ) : null}
          {maySendAgain ? <SendAgain id={id} phone={phone} formKey={formKey} /> : null}
        </>
      ),
    },
  ];
}

type SendAgainProps = { id: string; phone: string; formKey: string };

function SendAgain({ id, phone, formKey }: SendAgainProps) {
  return (
    <Form method="post" preventScrollReset className="mt-2">
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="id" value={id} />
      <Button kind="quiet" aria-label={m.notices_again_of({ phone })}>
        {m.notices_again()}
      </Button>
    </Form>
  );
}

function State({ look }: { look: Look }) {
  return <Badge tone={look.tone}>{look.words()}</Badge>;
}
