import { type ChangeEvent, useState } from 'react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import * as m from '~/paraglide/messages.js';
import { handOut, readEntries } from './entries-file';
import type { Outbox } from './outbox';

/** Carries what was not sent to another phone: out as a file, and in from one. */
export function OtherPhone({ outbox }: { outbox: Outbox }) {
  const [said, say] = useState('');
  const unsent = outbox.entries.filter(({ state }) => state !== 'sent');
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0];
    if (!file || !outbox.store) return;
    const taken = await readEntries(outbox.store, outbox.owner, await file.text());
    say(taken === null ? m.offline_file_unreadable() : m.offline_file_taken({ count: taken }));
    outbox.changed();
    await outbox.sendNow();
  };
  return (
    <details>
      <summary className="flex min-h-14 cursor-pointer items-center font-semibold underline underline-offset-4">
        {m.offline_other_phone()}
      </summary>
      <div className="grid gap-4 py-3">
        {unsent.length > 0 ? (
          <Button type="button" kind="quiet" wide tall onClick={() => void handOut(unsent)}>
            {m.offline_file_out({ count: unsent.length })}
          </Button>
        ) : null}
        <Field label={m.offline_file_in()}>
          <TextInput type="file" accept=".json,application/json" onChange={(event) => void take(event)} />
        </Field>
        <p role="status">{said}</p>
      </div>
    </details>
  );
}
