import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextArea, TextInput } from '~/components/inputs';
import { RadioCards, type RadioChoice } from '~/components/radio-cards';
import { formatKilograms } from '~/format';
import type { Locale } from '~/locale';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import type { FollowedOrder } from '../order-road';
import { type Claim, reasonWords } from './claim-words';

type ClaimFormProps = {
  order: FollowedOrder;
  reasons: readonly Claim['reason'][];
  mostPhotos: number;
  typed: { of: string; reason: string; words: string };
  formKey: string;
  beside: Readonly<Record<string, string>>;
};

/** Every box that nothing was said of yet, and every line of several boxes as a whole: `line/box` or `line/`. */
function choicesOf({ lines, boxes, after, state }: FollowedOrder, locale: Locale): RadioChoice[] {
  if (state !== 'shipped' && state !== 'delivered') return [];
  return lines.flatMap((line) => {
    const product = nameIn(line.product, locale);
    const claims = after.claims.filter(({ lineId }) => lineId === line.id);
    const mine = boxes.filter(({ lineId }) => lineId === line.id);
    const free = mine.filter(({ serial }) => !claims.some((claim) => claim.serial === serial));
    const choices = free.map((box) => ({
      value: `${line.id}/${box.id}`,
      title: m.after_claim_box({ serial: box.serial }),
      note: m.after_claim_box_note({ product, weight: formatKilograms(box.grams, locale) }),
    }));
    const whole = { value: `${line.id}/`, title: m.after_claim_line({ product }) };
    const wholeFree = mine.length > 1 && !claims.some(({ serial }) => serial === null);
    return wholeFree ? [...choices, whole] : choices;
  });
}

/** Which box, what is wrong with it, and photos. Works without script. */
export function ClaimForm({ order, reasons, mostPhotos, typed, formKey, beside }: ClaimFormProps) {
  const locale = useLocale();
  const choices = choicesOf(order, locale);
  if (choices.length === 0) return <p className="text-muted">{m.after_claim_none_left()}</p>;
  return (
    <Form method="post" encType="multipart/form-data" noValidate className="space-y-6">
      <input type="hidden" name="key" value={formKey} />
      <RadioCards
        legend={m.after_claim_which()}
        name="of"
        choices={choices}
        defaultValue={typed.of || (choices.length === 1 ? choices[0]?.value : undefined)}
        error={beside.lineId ?? null}
      />
      <RadioCards
        legend={m.after_claim_reason()}
        name="reason"
        columns={2}
        choices={reasons.map((value) => ({ value, title: reasonWords(value) }))}
        defaultValue={typed.reason}
        error={beside.reason ?? null}
      />
      <Field
        label={m.after_claim_words()}
        hint={m.after_claim_words_hint()}
        optional
        error={beside.words ?? null}
      >
        <TextArea name="words" rows={3} defaultValue={typed.words} />
      </Field>
      <Field
        label={m.after_claim_photos()}
        hint={m.after_claim_photos_hint({ most: mostPhotos })}
        error={beside.photos ?? null}
      >
        <TextInput
          type="file"
          name="photos"
          accept="image/*"
          multiple
          className="file:mr-3 file:min-h-10 file:rounded-crate file:bg-leaf file:px-4 file:font-semibold file:text-rind"
        />
      </Field>
      <Button wide>{m.after_claim_send()}</Button>
    </Form>
  );
}
