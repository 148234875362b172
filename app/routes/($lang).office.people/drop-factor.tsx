import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { FactorField } from '~/office/factor-field';
import type { Problem } from '~/office/refusals.server';
import * as m from '~/paraglide/messages.js';

type DropFactorProps = { userId: string; formKey: string; problem: Problem | null };

/** Takes away the second factor of somebody who has lost it; asks for a code of one's own. */
export function DropFactor({ userId, formKey, problem }: DropFactorProps) {
  return (
    <Form method="post" noValidate preventScrollReset className="mt-4 grid max-w-md gap-3">
      <input type="hidden" name="act" value="drop-factor" />
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="userId" value={userId} />
      <p className="text-14 text-muted">{m.signin_drop_factor_text()}</p>
      <FactorField error={problem?.beside.digits} />
      <div>
        <Button kind="danger">{m.signin_drop_factor()}</Button>
      </div>
    </Form>
  );
}
