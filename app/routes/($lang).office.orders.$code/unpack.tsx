import type { ApiOutputs } from '@baunghe/api';
import { Form } from '@remix-run/react';
import { useId } from 'react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { RadioCards } from '~/components/radio-cards';
import { formatInstant, formatKilograms } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { type FormState, type Order, stateOf } from './form-state';

type Box = Order['boxes'][number];

/** Opening a packed box again, behind a fold, while its order is here: where its fruit goes, and why. */
export function Unpack({ order, box, ...form }: FormState & { order: Order; box: Box }) {
  if (order.state !== 'placed' && order.state !== 'packed') return null;
  const { key, typed, beside } = stateOf(form, 'unpack', { boxId: box.id });
  const refused = form.refused?.act === 'unpack' && form.refused.typed.boxId === box.id;
  return (
    <details open={refused} className="w-full">
      <summary
        aria-label={m.evidence_unpack_open_for({ serial: box.serial })}
        className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-soil underline underline-offset-4"
      >
        {m.evidence_unpack_open()}
      </summary>
      <Form
        method="post"
        noValidate
        preventScrollReset
        className="mt-2 grid gap-4 border-l-4 border-soil pl-4"
      >
        <input type="hidden" name="act" value="unpack" />
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="boxId" value={box.id} />
        <p className="text-14 text-muted">{m.evidence_unpack_text()}</p>
        <RadioCards
          legend={m.evidence_unpack_fate()}
          name="fate"
          columns={2}
          required
          defaultValue={typed.fate}
          error={beside.fate}
          choices={[
            {
              value: 'returned',
              title: m.evidence_unpack_returned({ batch: box.batch }),
              note: m.evidence_unpack_returned_note(),
            },
            {
              value: 'destroyed',
              title: m.evidence_unpack_destroyed(),
              note: m.evidence_unpack_destroyed_note(),
            },
          ]}
        />
        <Field label={m.evidence_unpack_why()} error={beside.reason}>
          <TextInput name="reason" autoComplete="off" defaultValue={typed.reason} maxLength={200} required />
        </Field>
        <div>
          <Button kind="danger">{m.evidence_unpack_do()}</Button>
        </div>
      </Form>
    </details>
  );
}

/** The boxes of the order that were opened again: what became of each, and why. */
export function Unpacked({ boxes }: { boxes: ApiOutputs['unpacking']['ofOrder'] }) {
  const locale = useLocale();
  const href = useHref();
  const heading = useId();
  if (boxes.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="mb-3 text-22">
        {m.evidence_unpacked_heading()}
      </h2>
      <ul className="border-t-2 border-ink">
        {boxes.map(({ serial, gtin, batch, grams, fate, reason, at }) => {
          const told = { batch, grams: formatKilograms(grams, locale), at: formatInstant(at, locale) };
          return (
            <li key={serial} className="border-b border-line py-2">
              <a
                href={href(`/01/${gtin}/21/${serial}`)}
                className="inline-flex min-h-11 items-center font-extrabold tracking-wide text-rind underline underline-offset-4"
              >
                {serial}
              </a>
              <span className="block">
                {fate === 'returned'
                  ? m.evidence_unpacked_returned(told)
                  : m.evidence_unpacked_destroyed(told)}
              </span>
              <span className="block text-muted">{reason}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
