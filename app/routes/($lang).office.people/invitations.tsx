import type { ApiOutputs } from '@baunghe/api';
import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { formatInstant } from '~/format';
import { roleWords } from '~/office/role-words';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

type InvitationsProps = { invitations: ApiOutputs['people']['board']['invitations']; formKey: string };

/** Who was asked and has not come yet. */
export function Invitations({ invitations, formKey }: InvitationsProps) {
  const locale = useLocale();
  if (invitations.length === 0) return null;
  return (
    <section className="mt-10">
      <h2 className="mb-2 text-22">{m.people_invitations()}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {invitations.map(({ id, name, phone, roles, expiresAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <span>
              <span className="block font-semibold">{name}</span>
              <span className="block text-14 text-muted">
                {[phone, ...roles.map(roleWords)].join(' · ')} ·{' '}
                {m.people_until({ at: formatInstant(expiresAt, locale) })}
              </span>
            </span>
            <Form method="post" preventScrollReset>
              <input type="hidden" name="act" value="withdraw" />
              <input type="hidden" name="key" value={formKey} />
              <input type="hidden" name="id" value={id} />
              <Button kind="quiet" aria-label={m.people_withdraw_of({ name })}>
                {m.people_withdraw()}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
