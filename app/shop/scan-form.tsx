import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';

/** The field that a code from a label is typed or pasted into; leads to the page of what it names. */
export function ScanForm({ typed, error }: { typed?: string; error?: string | null }) {
  const href = useHref();
  return (
    <Form method="get" action={href('/scan')} className="flex flex-col gap-3 sm:flex-row sm:items-end">
      <div className="grow">
        <Field label={m.shop_scan_field()} hint={m.shop_scan_hint()} error={error ?? null}>
          <TextInput
            name="code"
            defaultValue={typed}
            maxLength={400}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            inputMode="url"
          />
        </Field>
      </div>
      <Button className={error ? 'sm:mb-6' : undefined}>{m.shop_scan_go()}</Button>
    </Form>
  );
}
