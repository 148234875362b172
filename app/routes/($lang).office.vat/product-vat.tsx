import type { ApiOutputs } from '@baunghe/api';
import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { RadioCards } from '~/components/radio-cards';
import { formatDay } from '~/format';
import { nameIn } from '~/name-in';
import type { Problem } from '~/office/refusals.server';
import { vatWords } from '~/office/year/year-words';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

/** What a form names delivery by, which is no product. */
export const DELIVERY = 'delivery';

type Known = ApiOutputs['vat']['list'][number];
type Rule = Omit<Known['rules'][number], 'fromDay'> & { fromDay: Date | string };
type ProductVatProps = {
  product: Pick<Known, 'productId' | 'name'> & { now: Rule | null; rules: readonly Rule[] };
  refused: { typed: Record<string, string>; problem: Problem } | null;
  today: string;
  formKey: string;
};

/** A product, how it is treated today and was or will be, and the form that says it anew. */
export function ProductVat({ product: { productId, name, now, rules }, ...form }: ProductVatProps) {
  const locale = useLocale();
  const named = name === null ? m.yearend_vat_delivery() : nameIn(name, locale);
  return (
    <li className="grid gap-1 py-4">
      <h2 className="text-18 font-extrabold">{named}</h2>
      <p>{now ? vatWords(now, locale) : m.yearend_vat_default()}</p>
      <ul className="text-14 text-muted">
        {rules.map((rule) => (
          <li key={rule.id}>
            {m.yearend_vat_from({
              ...{ day: formatDay(rule.fromDay, locale), how: vatWords(rule, locale), why: rule.why },
            })}
          </li>
        ))}
      </ul>
      <ChangeVat product={productId ?? DELIVERY} named={named} {...form} />
    </li>
  );
}

type ChangeVatProps = Omit<ProductVatProps, 'product'> & { product: string; named: string };

function ChangeVat({ product, named, refused, today, formKey }: ChangeVatProps) {
  const typed: Record<string, string | undefined> = refused?.typed ?? {};
  const beside: Record<string, string | undefined> = refused?.problem.beside ?? {};
  return (
    <details key={formKey} open={refused !== null}>
      <summary
        aria-label={m.yearend_vat_change_for({ name: named })}
        className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-soil underline underline-offset-4"
      >
        {m.yearend_vat_change()}
      </summary>
      <Form method="post" noValidate preventScrollReset className="mt-2 grid max-w-2xl gap-4">
        <input type="hidden" name="product" value={product} />
        <input type="hidden" name="key" value={typed.key || formKey} />
        <RadioCards
          legend={m.yearend_vat_kind()}
          name="kind"
          {...(typed.kind === undefined ? {} : { defaultValue: typed.kind })}
          error={beside.kind ? m.yearend_vat_say_missing() : null}
          choices={[
            { value: 'not_subject', title: m.yearend_vat_not_subject() },
            { value: 'not_declared', title: m.yearend_vat_not_declared() },
            { value: 'rate', title: m.yearend_vat_kind_rate() },
          ]}
        />
        <Field
          label={m.yearend_vat_percent()}
          hint={m.yearend_vat_percent_hint()}
          error={beside.rate}
          optional
        >
          <TextInput name="percent" inputMode="decimal" autoComplete="off" defaultValue={typed.percent} />
        </Field>
        <Field label={m.yearend_vat_day()} error={beside.fromDay}>
          <TextInput type="date" name="fromDay" min={today} defaultValue={typed.fromDay ?? today} />
        </Field>
        <Field label={m.yearend_vat_why()} hint={m.yearend_vat_why_hint()} error={beside.why}>
          <TextInput name="why" maxLength={200} defaultValue={typed.why} />
        </Field>
        <div>
          <Button>{m.yearend_save()}</Button>
        </div>
      </Form>
    </details>
  );
}
