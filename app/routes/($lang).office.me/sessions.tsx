import type { ApiOutputs } from '@baunghe/api';
import { Form } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { Button } from '~/components/button';
import { formatInstant } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

type SessionsProps = { sessions: ApiOutputs['me']['state']['sessions']; formKey: string };

/** Where one is signed in; another browser can be signed out from here, or all others. */
export function Sessions({ sessions, formKey }: SessionsProps) {
  const locale = useLocale();
  return (
    <section>
      <h2 className="mb-2 text-22">{m.people_sessions()}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {sessions.map(({ id, device, createdAt, isThisOne }) => {
          const name = device || m.people_device_unknown();
          return (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
              <span>
                <span className="block font-semibold">{name}</span>
                <span className="block text-14 text-muted">
                  {m.people_session_since({ at: formatInstant(createdAt, locale) })}
                </span>
              </span>
              {isThisOne ? (
                <Badge tone="done">{m.people_session_this()}</Badge>
              ) : (
                <Form method="post" className="own" preventScrollReset>
                  <input type="hidden" name="act" value="end" />
                  <input type="hidden" name="key" value={formKey} />
                  <input type="hidden" name="sessionId" value={id} />
                  <Button kind="quiet" aria-label={m.people_session_end_of({ device: name })}>
                    {m.people_session_end()}
                  </Button>
                </Form>
              )}
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 ? (
        <Form method="post" className="own mt-4" preventScrollReset>
          <input type="hidden" name="act" value="end" />
          <input type="hidden" name="key" value={formKey} />
          <Button kind="danger">{m.people_session_end_others()}</Button>
        </Form>
      ) : null}
    </section>
  );
}
