import { useId } from 'react';
import { FieldError } from '~/components/field';
import * as m from '~/paraglide/messages.js';
import { type Role, roleWords } from './role-words';

const ROLES: readonly Role[] = ['manager', 'accountant', 'packer', 'member', 'auditor'];

/** What somebody is to do here: as many as they have. */
export function RoleBoxes({ ticked, error }: { ticked: readonly string[]; error?: string | undefined }) {
  const id = useId();
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="text-16 font-semibold">{m.people_roles()}</legend>
      <div className="flex flex-wrap gap-x-5">
        {ROLES.map((role) => (
          <label key={role} className="inline-flex min-h-11 cursor-pointer items-center gap-2">
            <input
              type="checkbox"
              name="role"
              value={role}
              defaultChecked={ticked.includes(role)}
              className="size-5 accent-rind"
            />
            {roleWords(role)}
          </label>
        ))}
      </div>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </fieldset>
  );
}
