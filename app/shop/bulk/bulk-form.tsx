import type { ApiOutputs } from '@baunghe/api';
import { Form, useNavigation } from '@remix-run/react';
import { useState } from 'react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput, Select, TextArea, TextInput } from '~/components/inputs';
import { RadioCards } from '~/components/radio-cards';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { type Beside, Part, PlaceFields, type ShownPlace } from '../checkout-parts';
import { NotTaken } from '../not-taken';
import { NEEDS, TERMS } from './bulk-words';
import type { TypedBulk } from './read-bulk.server';

/** A request's form as it is filled in. */
export type ShownBulk = TypedBulk & { province: ShownPlace; ward: ShownPlace };

type BulkFormProps = {
  choices: ApiOutputs['bulk']['choices'];
  shown: ShownBulk;
  refused: { above: string; beside: Beside } | null;
};

/** Who asks, for what, where to. Works without script: what does not belong to the way that is chosen is hidden by style. */
export function BulkForm({ choices, shown, refused }: BulkFormProps) {
  const sending = useNavigation().state === 'submitting';
  const beside = refused?.beside ?? {};
  return (
    <Form method="post" noValidate className="max-w-2xl space-y-10">
      {refused ? (
        <NotTaken key={JSON.stringify(refused)} title={m.bulk_mend_title()} words={refused.above} />
      ) : null}
      <input type="hidden" name="key" value={shown.key} />
      <WhatPart choices={choices} shown={shown} beside={beside} />
      <WherePart shown={shown} beside={beside} />
      <WhoPart shown={shown} beside={beside} />
      <div>
        <p className="mb-3 text-14 text-muted">{m.bulk_consent()}</p>
        <Button tall disabled={sending}>
          {m.bulk_send()}
        </Button>
      </div>
    </Form>
  );
}

type PartProps = { shown: ShownBulk; beside: Beside };

function WhatPart({ choices, shown, beside }: PartProps & Pick<BulkFormProps, 'choices'>) {
  const locale = useLocale();
  return (
    <Part title={m.bulk_what()}>
      <Field label={m.bulk_fruit()} error={beside.fruit ?? null}>
        <Select name="fruit" defaultValue={shown.fruit}>
          <option value="">{m.bulk_fruit_choose()}</option>
          {choices.flatMap(({ code, grades, ...variety }) =>
            [null, ...grades].map((grade) => (
              <option key={`${code}/${grade ?? ''}`} value={`${code}/${grade ?? ''}`}>
                {grade === null
                  ? m.bulk_fruit_any({ fruit: nameIn(variety, locale) })
                  : m.bulk_fruit_grade({ fruit: nameIn(variety, locale), grade })}
              </option>
            )),
          )}
        </Select>
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={m.bulk_kg()} hint={m.bulk_kg_hint()} error={beside.kg ?? null}>
          <NumberInput name="kg" unit="kg" inputMode="numeric" defaultValue={shown.kg} />
        </Field>
        <Field label={m.bulk_wanted_on()} hint={m.bulk_wanted_on_hint()} error={beside.wantedOn ?? null}>
          <TextInput type="date" name="wantedOn" defaultValue={shown.wantedOn} />
        </Field>
      </div>
      <Field label={m.bulk_packing()} hint={m.bulk_packing_hint()} optional error={beside.packing ?? null}>
        <TextInput name="packing" defaultValue={shown.packing} />
      </Field>
    </Part>
  );
}

function WherePart({ shown, beside }: PartProps) {
  const [picked, setPicked] = useState<string | null>(null);
  return (
    <Part title={m.bulk_where()}>
      <div className="group/where space-y-4">
        <RadioCards
          legend={m.bulk_where_kind()}
          name="kind"
          columns={2}
          defaultValue={shown.kind}
          error={beside.kind ?? null}
          choices={[
            { value: 'domestic', title: m.bulk_domestic(), sign: 'truck' },
            { value: 'export', title: m.bulk_export(), sign: 'arrow' },
          ]}
        />
        <div className="space-y-4 group-has-[[value=export]:checked]/where:hidden">
          <PlaceFields
            {...shown}
            beside={beside}
            provinceCode={picked ?? shown.province.code}
            onProvince={setPicked}
          />
        </div>
        <div className="space-y-4 group-has-[[value=domestic]:checked]/where:hidden">
          <Abroad shown={shown} beside={beside} />
        </div>
      </div>
    </Part>
  );
}

function Abroad({ shown, beside }: PartProps) {
  return (
    <>
      <Field label={m.bulk_country()} error={beside.country ?? null}>
        <TextInput name="country" defaultValue={shown.country} autoComplete="country-name" />
      </Field>
      <Field label={m.bulk_port()} hint={m.bulk_port_hint()} optional error={beside.port ?? null}>
        <TextInput name="port" defaultValue={shown.port} />
      </Field>
      <RadioCards
        legend={m.bulk_terms()}
        name="terms"
        defaultValue={shown.terms}
        error={beside.terms ?? null}
        choices={(['EXW', 'FOB', 'CIF'] as const).map((value) => ({
          ...{ value, title: value },
          note: TERMS[value](),
        }))}
      />
      <fieldset>
        <legend className="text-16 font-semibold">
          {m.bulk_needs()} <span className="font-normal text-muted">({m.common_optional()})</span>
        </legend>
        {Object.entries(NEEDS).map(([need, words]) => (
          <label key={need} className="flex min-h-11 cursor-pointer items-center gap-3">
            <input
              type="checkbox"
              name="need"
              value={need}
              defaultChecked={shown.needs.includes(need)}
              className="size-5 shrink-0 accent-rind"
            />
            {words()}
          </label>
        ))}
      </fieldset>
    </>
  );
}

function WhoPart({ shown, beside }: PartProps) {
  return (
    <Part title={m.bulk_who_title()}>
      <Field label={m.bulk_who()} error={beside.who ?? null}>
        <TextInput name="who" defaultValue={shown.who} autoComplete="organization" />
      </Field>
      <Field label={m.checkout_phone()} hint={m.bulk_phone_hint()} error={beside.phone ?? null}>
        <TextInput name="phone" type="tel" inputMode="tel" defaultValue={shown.phone} autoComplete="tel" />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={m.bulk_tax_code()}
          hint={m.bulk_tax_code_hint()}
          optional
          error={beside.taxCode ?? null}
        >
          <TextInput name="taxCode" defaultValue={shown.taxCode} autoComplete="off" />
        </Field>
        <Field label={m.bulk_email()} optional error={beside.email ?? null}>
          <TextInput name="email" type="email" defaultValue={shown.email} autoComplete="email" />
        </Field>
      </div>
      <Field label={m.bulk_note()} optional error={beside.note ?? null}>
        <TextArea name="note" rows={3} defaultValue={shown.note} />
      </Field>
    </Part>
  );
}
