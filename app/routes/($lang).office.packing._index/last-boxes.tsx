import type { ApiOutputs } from '@baunghe/api';
import { Form } from '@remix-run/react';
import { useId } from 'react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { RadioCards } from '~/components/radio-cards';
import { formatClock, formatKilograms } from '~/format';
import { nameIn } from '~/name-in';
import type { Problem } from '~/office/refusals.server';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { PrintLinks } from './packed';

type Box = ApiOutputs['packing']['lastBoxes'][number];
type Refused = { typed: Record<string, string>; problem: Problem } | null;

/** The last boxes packed, each with its label again and the way to undo it. */
export function LastBoxes({ boxes, newKey, refused }: { boxes: Box[]; newKey: string; refused: Refused }) {
  const locale = useLocale();
  const heading = useId();
  if (boxes.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="mb-2 text-22">
        {m.packing_last()}
      </h2>
      <ul className="border-t-2 border-ink">
        {boxes.map((box) => (
          <li key={box.boxId} className="border-b border-line py-3">
            <span className="font-extrabold tracking-wide">{box.serial}</span>
            <span className="block text-14 text-muted">
              {m.packing_last_row({
                order: box.orderCode,
                product: nameIn(box, locale),
                grams: formatKilograms(box.grams, locale),
                batch: box.batch,
                at: formatClock(box.packedAt),
              })}
            </span>
            <PrintLinks serial={box.serial} code={box.orderCode} />
            <Undo box={box} newKey={newKey} refused={refused?.typed.boxId === box.boxId ? refused : null} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Undo({ box, newKey, refused }: { box: Box; newKey: string; refused: Refused }) {
  const beside: Record<string, string | undefined> = refused?.problem.beside ?? {};
  return (
    <details open={refused !== null}>
      <summary
        aria-label={m.packing_undo_of({ serial: box.serial })}
        className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-soil underline underline-offset-4"
      >
        {m.packing_undo()}
      </summary>
      <Form method="post" noValidate className="mt-2 grid gap-4 border-l-4 border-soil pl-4">
        <input type="hidden" name="act" value="unpack" />
        <input type="hidden" name="key" value={refused?.typed.key || newKey} />
        <input type="hidden" name="boxId" value={box.boxId} />
        <input type="hidden" name="code" value={box.orderCode} />
        <p className="text-14 text-muted">{m.evidence_unpack_text()}</p>
        <RadioCards
          legend={m.evidence_unpack_fate()}
          name="fate"
          required
          defaultValue={refused?.typed.fate}
          error={beside.fate}
          choices={[
            { value: 'returned', title: m.evidence_unpack_returned({ batch: box.batch }) },
            { value: 'destroyed', title: m.evidence_unpack_destroyed() },
          ]}
        />
        <Field label={m.evidence_unpack_why()} error={beside.reason}>
          <TextInput
            name="reason"
            autoComplete="off"
            defaultValue={refused?.typed.reason}
            maxLength={200}
            required
          />
        </Field>
        <div>
          <Button kind="danger">{m.evidence_unpack_do()}</Button>
        </div>
      </Form>
    </details>
  );
}
