import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field, FieldError } from '~/components/field';
import { NumberInput, TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { weekdayName } from '~/format';
import * as m from '~/paraglide/messages.js';
import { placeName } from '~/shop/place-name';
import { useLocale } from '~/use-locale';
import { type AreaTyped, STEP_ROWS } from './area-typed';

type Place = { code: string; nameVi: string; nameEn: string };
type AreaFormProps = {
  shown: AreaTyped;
  formKey: string;
  places: readonly Place[];
  problem: { above: string | null; beside: Record<string, string> } | null;
};
type PartProps = { typed: Record<string, string>; beside: Record<string, string> };

/** An area: its names, fees, days and provinces. */
export function AreaForm({ shown, formKey, places, problem }: AreaFormProps) {
  const part = { typed: shown.typed, beside: problem?.beside ?? {} };
  return (
    <Form method="post" noValidate className="shows grid max-w-4xl gap-8">
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="act" value="keep" />
      {problem?.above ? <Notice tone="care" title={problem.above} /> : null}
      <Names {...part} />
      <Fees {...part} />
      <Days {...part} />
      <Provinces {...part} places={places} chosen={shown.provinceCodes} />
      <div>
        <Button>{m.delivery_form_save()}</Button>
      </div>
    </Form>
  );
}

function Names({ typed, beside }: PartProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={m.delivery_form_name_vi()} error={beside.nameVi}>
        <TextInput name="nameVi" defaultValue={typed.nameVi} maxLength={80} required />
      </Field>
      <Field label={m.delivery_form_name_en()} error={beside.nameEn}>
        <TextInput name="nameEn" defaultValue={typed.nameEn} maxLength={80} required />
      </Field>
      <Field label={m.delivery_form_name_zh()} error={beside.nameZh} optional>
        <TextInput name="nameZh" defaultValue={typed.nameZh} maxLength={80} />
      </Field>
      <Field label={m.delivery_form_position()} error={beside.position}>
        <NumberInput name="position" inputMode="numeric" defaultValue={typed.position} />
      </Field>
    </div>
  );
}

function Fees({ typed, beside }: PartProps) {
  return (
    <fieldset aria-describedby="fees-hint fees-error">
      <legend className="text-18 font-semibold">{m.delivery_form_fees()}</legend>
      <p id="fees-hint" className="text-14 text-muted">
        {m.delivery_form_fees_hint()}
      </p>
      {beside.steps ? <FieldError id="fees-error">{beside.steps}</FieldError> : null}
      <div className="mt-2 grid grid-cols-2 gap-x-4 gap-y-3">
        {STEP_ROWS.map((number) => [
          <Field key={`kg${number}`} label={m.delivery_form_kg({ number })}>
            <NumberInput name={`kg${number}`} unit="kg" defaultValue={typed[`kg${number}`]} />
          </Field>,
          <Field key={`fee${number}`} label={m.delivery_form_fee({ number })}>
            <NumberInput
              name={`fee${number}`}
              unit="₫"
              inputMode="numeric"
              defaultValue={typed[`fee${number}`]}
            />
          </Field>,
        ])}
      </div>
      <div className="mt-4 grid gap-4 sm:grid-cols-2">
        <Field
          label={m.delivery_form_beyond()}
          hint={m.delivery_form_beyond_hint()}
          error={beside.beyond}
          optional
        >
          <NumberInput name="beyond" unit="₫" inputMode="numeric" defaultValue={typed.beyond} />
        </Field>
        <Field label={m.delivery_form_free()} error={beside.freeFrom} optional>
          <NumberInput name="freeFrom" unit="₫" inputMode="numeric" defaultValue={typed.freeFrom} />
        </Field>
      </div>
    </fieldset>
  );
}

function Days({ typed, beside }: PartProps) {
  const locale = useLocale();
  return (
    <div className="grid gap-4">
      <fieldset>
        <legend className="font-semibold">{m.delivery_form_days()}</legend>
        <div className="mt-1.5 flex flex-wrap gap-2">
          {[1, 2, 3, 4, 5, 6, 7].map((day) => (
            <Choice key={day} name={`day${day}`} value="yes" ticked={typed[`day${day}`] === 'yes'}>
              {weekdayName(day, locale)}
            </Choice>
          ))}
        </div>
        {beside.leaveDays ? <FieldError>{beside.leaveDays}</FieldError> : null}
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label={m.delivery_form_hour()} hint={m.delivery_form_hour_hint()} error={beside.cutOffHour}>
          <NumberInput name="cutOffHour" inputMode="numeric" defaultValue={typed.cutOffHour} />
        </Field>
        <Field label={m.delivery_form_from()} error={beside.daysFrom}>
          <NumberInput name="daysFrom" inputMode="numeric" defaultValue={typed.daysFrom} />
        </Field>
        <Field label={m.delivery_form_to()} error={beside.daysTo}>
          <NumberInput name="daysTo" inputMode="numeric" defaultValue={typed.daysTo} />
        </Field>
      </div>
    </div>
  );
}

function Provinces({ beside, places, chosen }: PartProps & { places: readonly Place[]; chosen: string[] }) {
  const locale = useLocale();
  return (
    <fieldset>
      <legend className="font-semibold">{m.delivery_form_provinces()}</legend>
      {beside.provinceCodes ? <FieldError>{beside.provinceCodes}</FieldError> : null}
      <div className="mt-1.5 grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
        {places.map((place) => (
          <Choice key={place.code} name="province" value={place.code} ticked={chosen.includes(place.code)}>
            {placeName(place, locale)}
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}

function Choice(props: { name: string; value: string; ticked: boolean; children: string }) {
  return (
    <label className="inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-crate border-2 border-edge bg-card px-3 has-checked:border-rind has-checked:bg-leaf">
      <input
        type="checkbox"
        name={props.name}
        value={props.value}
        defaultChecked={props.ticked}
        className="size-5 accent-rind"
      />
      {props.children}
    </label>
  );
}
