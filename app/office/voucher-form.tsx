import type { ApiOutputs } from '@baunghe/api';
import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput, TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { RadioCards } from '~/components/radio-cards';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import type { Problem } from './refusals.server';
import { SignInElsewhere } from './sign-in-elsewhere';

type Listings = ApiOutputs['listings']['all'];

type VoucherFormProps = {
  formKey: string;
  typed: Record<string, string>;
  /** What was ticked, as `variety:RI6` or `product:pro_…`. */
  ticked: readonly string[];
  problem: Problem | null;
  fruits: { varieties: Listings['varieties']; products: Listings['products'] };
};

/** The form that makes a voucher. */
export function VoucherForm({ formKey, typed, ticked, problem, fruits }: VoucherFormProps) {
  const beside = problem?.beside ?? {};
  return (
    <Form method="post" noValidate className="grid max-w-2xl gap-6">
      <h2 className="text-22">{m.vouchers_new()}</h2>
      <input type="hidden" name="act" value="make" />
      <input type="hidden" name="key" value={formKey} />
      {problem?.above ? (
        <Notice tone="care" title={problem.above}>
          <SignInElsewhere problem={problem} />
        </Notice>
      ) : null}
      <Field label={m.vouchers_code()} hint={m.vouchers_code_hint()} error={beside.code} optional>
        <TextInput name="code" defaultValue={typed.code} autoComplete="off" maxLength={40} />
      </Field>
      <RadioCards
        legend={m.vouchers_kind()}
        name="kind"
        columns={2}
        required
        defaultValue={typed.kind}
        error={beside.kind}
        choices={[
          { value: 'percent', title: m.vouchers_kind_percent(), note: m.vouchers_kind_percent_note() },
          { value: 'fixed', title: m.vouchers_kind_fixed(), note: m.vouchers_kind_fixed_note() },
        ]}
      />
      <Field label={m.vouchers_worth()} hint={m.vouchers_worth_hint()} error={beside.worth}>
        <NumberInput name="worth" inputMode="numeric" defaultValue={typed.worth} required />
      </Field>
      <div className="grid gap-6 sm:grid-cols-2">
        <Field label={m.vouchers_most()} error={beside.most} optional>
          <NumberInput name="most" unit="₫" inputMode="numeric" defaultValue={typed.most} />
        </Field>
        <Field label={m.vouchers_least()} error={beside.least} optional>
          <NumberInput name="least" unit="₫" inputMode="numeric" defaultValue={typed.least} />
        </Field>
        <Field label={m.vouchers_from()} error={beside.from}>
          <TextInput type="date" name="from" defaultValue={typed.from} required />
        </Field>
        <Field label={m.vouchers_until()} error={beside.until} optional>
          <TextInput type="date" name="until" defaultValue={typed.until} />
        </Field>
        <Field label={m.vouchers_most_uses()} error={beside.mostUses} optional>
          <NumberInput name="mostUses" inputMode="numeric" defaultValue={typed.mostUses} />
        </Field>
        <Field label={m.vouchers_most_per_phone()} error={beside.mostPerPhone} optional>
          <NumberInput name="mostPerPhone" inputMode="numeric" defaultValue={typed.mostPerPhone} />
        </Field>
      </div>
      <Tick name="withDelivery" value="yes" ticked={typed.withDelivery === 'yes'}>
        {m.vouchers_with_delivery()}
      </Tick>
      <Fruits {...fruits} ticked={ticked} />
      <Field label={m.vouchers_note()} error={beside.note} optional>
        <TextInput name="note" defaultValue={typed.note} autoComplete="off" maxLength={200} />
      </Field>
      <div>
        <Button>{m.vouchers_make()}</Button>
      </div>
    </Form>
  );
}

function Fruits({ varieties, products, ticked }: VoucherFormProps['fruits'] & { ticked: readonly string[] }) {
  const locale = useLocale();
  const choices = [
    ...varieties.map((variety) => ({
      value: `variety:${variety.code}`,
      title: m.vouchers_all_of({ variety: nameIn(variety, locale) }),
    })),
    ...products.map((product) => ({ value: `product:${product.id}`, title: nameIn(product, locale) })),
  ];
  return (
    <fieldset>
      <legend className="font-semibold">{m.vouchers_only()}</legend>
      <div className="mt-1.5 grid gap-x-6 sm:grid-cols-2">
        {choices.map(({ value, title }) => (
          <Tick key={value} name="fruit" value={value} ticked={ticked.includes(value)}>
            {title}
          </Tick>
        ))}
      </div>
    </fieldset>
  );
}

type TickProps = { name: string; value: string; ticked: boolean; children: string };

function Tick({ name, value, ticked, children }: TickProps) {
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={ticked}
        className="size-6 shrink-0 accent-rind"
      />
      {children}
    </label>
  );
}
