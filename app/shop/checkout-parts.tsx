import { type ReactNode, useId } from 'react';
import { Field } from '~/components/field';
import { TextArea, TextInput } from '~/components/inputs';
import { PlacePicker } from '~/components/place-picker';
import { RadioCards } from '~/components/radio-cards';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';

/** What a field says when it was refused, by field. */
export type Beside = Readonly<Record<string, string>>;

/** A place as the form shows it: its text, the code when it is settled, and what to choose from when it is not. */
export interface ShownPlace {
  text: string;
  code: string;
  choices: { code: string; name: string }[];
}

/** A titled part of a form. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="space-y-4">
      <h2 id={id} className="border-b-2 border-ink pb-1 text-22">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Who receives the fruit. */
export function WhoPart(props: { buyerName: string; phone: string; beside: Beside }) {
  return (
    <Part title={m.checkout_who()}>
      <Field label={m.checkout_name()} error={props.beside.buyerName ?? null}>
        <TextInput name="buyerName" defaultValue={props.buyerName} autoComplete="name" />
      </Field>
      <Field label={m.checkout_phone()} hint={m.checkout_phone_hint()} error={props.beside.phone ?? null}>
        <TextInput name="phone" type="tel" inputMode="tel" defaultValue={props.phone} autoComplete="tel" />
      </Field>
    </Part>
  );
}

type WherePartProps = {
  province: ShownPlace;
  ward: ShownPlace;
  street: string;
  note: string;
  beside: Beside;
  /** The province picked while typing, or the settled one. */
  provinceCode: string;
  onProvince: (code: string) => void;
};

function Choices({ name, legend, place }: { name: string; legend: string; place: ShownPlace }) {
  if (place.choices.length === 0) return null;
  const choices = place.choices.map(({ code, name: title }) => ({ value: code, title }));
  return <RadioCards legend={legend} name={`${name}Choice`} choices={choices} columns={2} />;
}

/** Where it goes: province, ward, street, and a note for who brings it. */
export function WherePart(props: WherePartProps) {
  return (
    <Part title={m.checkout_where()}>
      <PlaceFields {...props} />
      <Field label={m.checkout_note()} optional error={props.beside.note ?? null}>
        <TextArea name="note" rows={2} defaultValue={props.note} />
      </Field>
    </Part>
  );
}

/** Province, ward and street inside the country. */
export function PlaceFields(props: Omit<WherePartProps, 'note'>) {
  const { province, ward, beside, provinceCode, onProvince } = props;
  const href = useHref();
  const places = (typed: string, within?: string) => {
    const of = within === undefined ? '' : `&province=${within}`;
    return href(`/addresses?typed=${encodeURIComponent(typed)}${of}`);
  };
  return (
    <>
      <Field label={m.checkout_province()} hint={m.checkout_province_hint()} error={beside.province ?? null}>
        <PlacePicker
          key={province.code}
          name="province"
          defaultText={province.text}
          defaultCode={province.code}
          source={(typed) => places(typed)}
          onPick={({ code }) => onProvince(code)}
        />
      </Field>
      <Choices name="province" legend={m.checkout_which_province()} place={province} />
      <Field label={m.checkout_ward()} hint={m.checkout_ward_hint()} error={beside.ward ?? null}>
        <PlacePicker
          key={`${provinceCode}/${ward.code}`}
          name="ward"
          defaultText={provinceCode === province.code ? ward.text : ''}
          defaultCode={provinceCode === province.code ? ward.code : ''}
          source={(typed) => places(typed, provinceCode)}
        />
      </Field>
      <Choices name="ward" legend={m.checkout_which_ward()} place={ward} />
      <Field label={m.checkout_street()} error={beside.street ?? null}>
        <TextInput name="street" defaultValue={props.street} autoComplete="street-address" />
      </Field>
    </>
  );
}

const METHODS = {
  cod: { title: m.checkout_cod, note: m.checkout_cod_note, sign: 'truck' },
  vietqr: { title: m.checkout_vietqr, note: m.checkout_vietqr_note, sign: 'scan' },
  card: { title: m.checkout_card, note: m.checkout_card_note, sign: 'seal' },
} as const;

/** How it is paid; only the ways that the shop offers. */
export function PayPart(props: {
  methods: readonly (keyof typeof METHODS)[];
  method: string;
  beside: Beside;
}) {
  const choices = props.methods.map((value) => {
    const { title, note, sign } = METHODS[value];
    return { value, title: title(), note: note(), sign };
  });
  return (
    <Part title={m.checkout_how()}>
      <RadioCards
        legend={m.checkout_method()}
        name="method"
        choices={choices}
        defaultValue={props.method}
        error={props.beside.method ?? null}
      />
    </Part>
  );
}
