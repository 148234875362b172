import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import * as m from '~/paraglide/messages.js';

/** A buyer's own rating, taken away again: a second tap is asked for, since it cannot be given anew. */
export function EraseRating({ formKey }: { formKey: string }) {
  return (
    <details className="max-w-xl rounded-crate border-2 border-edge">
      <summary className="flex min-h-11 cursor-pointer items-center px-3 font-semibold">
        {m.finding_rate_erase()}
      </summary>
      <Form method="post" className="grid gap-3 border-t-2 border-line p-3">
        <input type="hidden" name="act" value="erase" />
        <input type="hidden" name="key" value={formKey} />
        <p>{m.finding_rate_erase_text()}</p>
        <div>
          <Button kind="danger">{m.finding_rate_erase_do()}</Button>
        </div>
      </Form>
    </details>
  );
}
