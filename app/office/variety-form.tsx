import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput, TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { RadioCards } from '~/components/radio-cards';
import * as m from '~/paraglide/messages.js';
import { fruitWords } from '~/shop/fruit-words';
import { MONTHS } from '~/shop/seasons';
import { type FormState, NameFields } from './listing-form';
import type { Fruits } from './listing-words';

/** A variety's form; `isNew` also asks for the code that it keeps. A drawing says which fruit it is. */
export function VarietyForm({ fruits, isNew, ...state }: FormState & { fruits: Fruits; isNew: boolean }) {
  const { typed, problem, formKey } = state;
  const beside = problem?.beside ?? {};
  return (
    <Form method="post" noValidate className="shows grid max-w-4xl gap-6">
      <input type="hidden" name="key" value={formKey} />
      {problem?.above ? <Notice tone="care" title={problem.above} /> : null}
      {isNew ? (
        <Field label={m.listings_variety_code()} hint={m.listings_variety_code_hint()} error={beside.code}>
          <TextInput
            name="code"
            defaultValue={typed.code}
            autoComplete="off"
            autoCapitalize="characters"
            className="max-w-60"
            required
          />
        </Field>
      ) : null}
      <NameFields {...state} />
      <Field label={m.listings_variety_days()} error={beside.shelfDays}>
        <NumberInput name="shelfDays" defaultValue={typed.shelfDays} className="max-w-60" required />
      </Field>
      <label className="flex min-h-11 cursor-pointer items-center gap-3">
        <input
          type="checkbox"
          name="ripens"
          value="yes"
          defaultChecked={typed.ripens === 'yes'}
          className="size-6 accent-rind"
        />
        {m.delivery_ripens()}
      </label>
      <fieldset>
        <legend className="font-semibold">{m.listings_variety_ripe()}</legend>
        <p className="text-14 text-muted">{m.listings_variety_ripe_hint()}</p>
        <div className="mt-1.5 flex flex-wrap gap-2">
          {MONTHS.map((month) => (
            <label
              key={month}
              className="inline-flex min-h-11 min-w-16 cursor-pointer items-center gap-2 rounded-crate border-2 border-edge bg-card px-3 has-checked:border-rind has-checked:bg-leaf"
            >
              <input
                type="checkbox"
                name={`ripe${month}`}
                value="yes"
                defaultChecked={typed[`ripe${month}`] === 'yes'}
                className="size-5 accent-rind"
                aria-label={m.listings_variety_ripe_month({ month })}
              />
              {month}
            </label>
          ))}
        </div>
      </fieldset>
      <RadioCards
        legend={m.listings_variety_picture()}
        name="drawing"
        columns={3}
        required
        defaultValue={typed.drawing}
        error={beside.picture}
        choices={Object.entries(fruits).flatMap(([fruit, pictures]) =>
          pictures.map((picture) => ({
            value: `${fruit}/${picture}`,
            title: fruitWords(fruit),
            aside: <img src={`/pictures/${picture}`} alt="" width={72} height={72} loading="lazy" />,
          })),
        )}
      />
      <div>
        <Button>{m.listings_save()}</Button>
      </div>
    </Form>
  );
}
