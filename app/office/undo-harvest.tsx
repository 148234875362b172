import type { ApiOutputs } from '@baunghe/api';
import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { formatClock } from '~/format';
import * as m from '~/paraglide/messages.js';

type Lot = Extract<ApiOutputs['harvests']['lot'], { ok: true }>['value'];

/** For whoever recorded the harvest a moment ago, behind a fold: taking it back. */
export function UndoHarvest({ lot, formKey }: { lot: Lot; formKey: string }) {
  if (!lot.undoUntil) return null;
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-soil underline underline-offset-4">
        {m.stock_undo_open()}
      </summary>
      <Form method="post" preventScrollReset className="mt-2 grid gap-3">
        <input type="hidden" name="act" value="undo" />
        <input type="hidden" name="key" value={formKey} />
        <p className="text-14 text-muted">{m.stock_undo_text({ until: formatClock(lot.undoUntil) })}</p>
        <Button kind="danger" tall>
          {m.stock_undo_do()}
        </Button>
      </Form>
    </details>
  );
}
