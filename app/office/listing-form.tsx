import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput, TextArea, TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { RadioCards } from '~/components/radio-cards';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import type { Variety } from './listing-words';
import type { Problem } from './refusals.server';

/** A form's fields as typed, and what was refused of them. */
export interface FormState {
  formKey: string;
  typed: Record<string, string>;
  problem: Problem | null;
}

/** The names of one thing in three languages; the Chinese one may wait. */
export function NameFields({ typed, problem }: FormState) {
  const beside = problem?.beside ?? {};
  return (
    <div className="grid gap-4 lg:grid-cols-3">
      <Field label={m.listings_name_vi()} error={beside.nameVi}>
        <TextInput name="nameVi" defaultValue={typed.nameVi} autoComplete="off" lang="vi" required />
      </Field>
      <Field label={m.listings_name_en()} error={beside.nameEn}>
        <TextInput name="nameEn" defaultValue={typed.nameEn} autoComplete="off" lang="en" required />
      </Field>
      <Field label={m.listings_name_zh()} error={beside.nameZh} optional>
        <TextInput name="nameZh" defaultValue={typed.nameZh} autoComplete="off" lang="zh" />
      </Field>
    </div>
  );
}

/** A listing's form; a new one also asks for what its GTIN will stand for. */
export function ListingForm({ varieties, ...state }: FormState & { varieties: readonly Variety[] | null }) {
  const { typed, problem, formKey } = state;
  const beside = problem?.beside ?? {};
  return (
    <Form method="post" noValidate className="shows grid max-w-4xl gap-6">
      <input type="hidden" name="key" value={formKey} />
      {problem?.above ? <Notice tone="care" title={problem.above} /> : null}
      {varieties ? <WhatItIs varieties={varieties} {...state} /> : null}
      <NameFields {...state} />
      <div className="grid gap-4 lg:grid-cols-3">
        <Field label={m.listings_words_vi()} error={beside.descriptionVi}>
          <TextArea name="descriptionVi" defaultValue={typed.descriptionVi} lang="vi" required />
        </Field>
        <Field label={m.listings_words_en()} error={beside.descriptionEn}>
          <TextArea name="descriptionEn" defaultValue={typed.descriptionEn} lang="en" required />
        </Field>
        <Field label={m.listings_words_zh()} error={beside.descriptionZh} optional>
          <TextArea name="descriptionZh" defaultValue={typed.descriptionZh} lang="zh" />
        </Field>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={m.listings_price_each()} error={beside.price}>
          <NumberInput name="price" unit="₫" defaultValue={typed.price} required />
        </Field>
        <Field label={m.listings_sort()} hint={m.listings_sort_hint()} error={beside.sort}>
          <NumberInput name="sort" defaultValue={typed.sort} required />
        </Field>
      </div>
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          name="listed"
          value="yes"
          defaultChecked={typed.listed === 'yes'}
          className="size-6 accent-rind"
        />
        {m.listings_listed()}
      </label>
      <div>
        <Button>{m.listings_save()}</Button>
      </div>
    </Form>
  );
}

function WhatItIs({ varieties, typed, problem }: FormState & { varieties: readonly Variety[] }) {
  const locale = useLocale();
  const beside = problem?.beside ?? {};
  return (
    <>
      <RadioCards
        legend={m.listings_variety()}
        name="varietyCode"
        columns={3}
        required
        defaultValue={typed.varietyCode}
        error={beside.varietyCode}
        choices={varieties.map((variety) => ({
          value: variety.code,
          title: nameIn(variety, locale),
          note: variety.code,
        }))}
      />
      <RadioCards
        legend={m.listings_grade()}
        name="grade"
        columns={3}
        required
        defaultValue={typed.grade}
        error={beside.grade}
        choices={['A', 'B', 'C'].map((grade) => ({ value: grade, title: m.listings_grade_of({ grade }) }))}
      />
      <RadioCards
        legend={m.listings_unit()}
        name="saleUnit"
        columns={3}
        required
        defaultValue={typed.saleUnit}
        error={beside.saleUnit}
        choices={[
          { value: 'kg', title: m.listings_unit_kg() },
          { value: 'piece', title: m.listings_unit_piece() },
          { value: 'box', title: m.listings_unit_box() },
        ]}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={m.listings_unit_weight()} hint={m.listings_unit_weight_hint()} error={beside.unitGrams}>
          <NumberInput name="kg" unit="kg" defaultValue={typed.kg} required />
        </Field>
        <Field
          label={m.buying_listing_most()}
          hint={m.buying_listing_most_hint()}
          error={beside.mostGrams}
          optional
        >
          <NumberInput name="kgMost" unit="kg" defaultValue={typed.kgMost} />
        </Field>
        <Field label={m.listings_gtin_own()} hint={m.listings_gtin_own_hint()} error={beside.gtin} optional>
          <TextInput name="gtin" defaultValue={typed.gtin} inputMode="numeric" autoComplete="off" />
        </Field>
      </div>
    </>
  );
}
