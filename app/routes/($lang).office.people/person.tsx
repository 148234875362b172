import type { ApiOutputs } from '@baunghe/api';
import { Form } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { Button } from '~/components/button';
import type { Problem } from '~/office/refusals.server';
import { RoleBoxes } from '~/office/role-boxes';
import { roleWords } from '~/office/role-words';
import * as m from '~/paraglide/messages.js';
import { DropFactor } from './drop-factor';

type PersonProps = {
  person: ApiOutputs['people']['board']['people'][number];
  formKey: string;
};

/** `refused`: what was said to a form about this person's second factor; `isMe`: whether they look at themselves. */
type Shown = PersonProps & { isMe: boolean; refused: Problem | null };

/** Somebody who works here: what they do, and behind a fold what can be done about their account. */
export function Person({ person, formKey, isMe, refused }: Shown) {
  const { name, phone, roles, memberCode, switchedOffAt, hasSecondFactor, passkeys, sessions } = person;
  return (
    <li className="border-l-4 border-rind pl-4">
      <h2 className="flex flex-wrap items-center gap-2 text-18">
        {name}
        {switchedOffAt ? <Badge tone="care">{m.people_is_off()}</Badge> : null}
        {hasSecondFactor ? <Badge tone="done">{m.people_has_factor()}</Badge> : null}
      </h2>
      <p>{roles.length > 0 ? roles.map(roleWords).join(', ') : m.people_no_roles()}</p>
      <p className="text-14 text-muted">
        {[
          phone,
          memberCode && m.people_thing_member({ code: memberCode }),
          m.people_signed_in({ count: sessions }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <details open={refused !== null}>
        <summary
          aria-label={m.people_change_of({ name })}
          className="inline-flex min-h-11 cursor-pointer items-center font-semibold underline underline-offset-4"
        >
          {m.people_change()}
        </summary>
        <Form method="post" preventScrollReset className="grid gap-3">
          <Hidden act="roles" person={person} formKey={formKey} />
          <RoleBoxes ticked={roles} />
          <div>
            <Button>{m.people_roles_do()}</Button>
          </div>
        </Form>
        <div className="mt-4 flex flex-wrap gap-3">
          {sessions > 0 ? (
            <Form method="post" preventScrollReset>
              <Hidden act="end" person={person} formKey={formKey} />
              <Button kind="quiet">{m.people_end_sessions()}</Button>
            </Form>
          ) : null}
          <Form method="post" preventScrollReset>
            <Hidden act={switchedOffAt ? 'on' : 'off'} person={person} formKey={formKey} />
            <Button kind={switchedOffAt ? 'quiet' : 'danger'}>
              {switchedOffAt ? m.people_switch_on() : m.people_switch_off()}
            </Button>
          </Form>
        </div>
        {(hasSecondFactor || passkeys > 0) && !isMe ? (
          <DropFactor userId={person.id} formKey={formKey} problem={refused} />
        ) : null}
      </details>
    </li>
  );
}

function Hidden({ act, person, formKey }: PersonProps & { act: string }) {
  return (
    <>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="userId" value={person.id} />
    </>
  );
}
