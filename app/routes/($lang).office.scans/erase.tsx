import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import * as m from '~/paraglide/messages.js';

/** Erasing what somebody wrote of a box, and their number, behind a fold since it cannot be undone. */
export function Erase({ of, formKey }: { of: string; formKey: string | undefined }) {
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-soil underline underline-offset-4">
        {m.evidence_erase_open()}
      </summary>
      <Form method="post" preventScrollReset className="mt-2 grid max-w-xl gap-3">
        <input type="hidden" name="act" value="erase" />
        <input type="hidden" name="of" value={of} />
        <input type="hidden" name="key" value={formKey} />
        <p className="text-14 text-muted">{m.evidence_erase_text()}</p>
        <div>
          <Button kind="danger">{m.evidence_erase_do()}</Button>
        </div>
      </Form>
    </details>
  );
}
