import type { ApiOutputs } from '@baunghe/api';
import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Badge } from '~/components/badge';
import { Button } from '~/components/button';
import { formatDay, formatInstant } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { AddPasskey } from './add-passkey';

type Session = ApiOutputs['buyers']['sessions'][number];
type Passkey = ApiOutputs['buyers']['passkeys']['list'][number];

function Part({
  id,
  title,
  lead,
  children,
}: {
  id: string;
  title: string;
  lead: string;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 border-b-2 border-ink pb-1 text-22">
        {title}
      </h2>
      <p>{lead}</p>
      {children}
    </section>
  );
}

function Act(props: { formKey: string; act: string; id: string; words: string; label?: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="key" value={props.formKey} />
      <input type="hidden" name="id" value={props.id} />
      <Button kind="quiet" name="act" value={props.act} aria-label={props.label}>
        {props.words}
      </Button>
    </Form>
  );
}

const ROW = 'flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3';

/** The passkeys of the account, and one more. */
export function Passkeys({ passkeys, formKey }: { passkeys: readonly Passkey[]; formKey: string }) {
  const locale = useLocale();
  return (
    <Part id="passkeys" title={m.account_passkeys()} lead={m.account_passkeys_lead()}>
      <ul className="divide-y divide-line">
        {passkeys.map(({ id, name: device, createdAt, usedAt }) => {
          const day = formatDay(createdAt, locale);
          const name = device || m.account_device_unknown();
          return (
            <li key={id} className={ROW}>
              <div>
                <p className="font-semibold">{name}</p>
                <p className="text-14 text-muted">
                  {m.account_since({ day })}
                  {usedAt ? ` · ${m.account_passkey_used({ day: formatDay(usedAt, locale) })}` : null}
                </p>
              </div>
              <Act
                {...{ formKey, id, act: 'drop-passkey', words: m.account_drop() }}
                label={m.account_passkey_drop_of({ device: name, day })}
              />
            </li>
          );
        })}
      </ul>
      <AddPasskey />
    </Part>
  );
}

/** Where somebody is signed in, each to be ended. */
export function Sessions({ sessions, formKey }: { sessions: readonly Session[]; formKey: string }) {
  const locale = useLocale();
  return (
    <Part id="sessions" title={m.account_sessions()} lead={m.account_sessions_lead()}>
      <ul className="divide-y divide-line">
        {sessions.map(({ id, device, createdAt, isThisOne }) => {
          const name = device || m.account_device_unknown();
          const at = formatInstant(createdAt, locale);
          return (
            <li key={id} className={ROW}>
              <div>
                <p className="font-semibold">{name}</p>
                <p className="text-14 text-muted">{m.account_since({ day: at })}</p>
              </div>
              {isThisOne ? (
                <Badge tone="done">{m.account_session_here()}</Badge>
              ) : (
                <Act
                  {...{ formKey, id, act: 'end', words: m.account_session_end() }}
                  label={m.account_session_end_of({ device: name, at })}
                />
              )}
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 ? (
        <Act {...{ formKey, id: '', act: 'end', words: m.account_sessions_end_others() }} />
      ) : null}
    </Part>
  );
}
