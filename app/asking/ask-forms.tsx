import type { ApiOutputs } from '@baunghe/api';
import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput, Select, TextArea, TextInput } from '~/components/inputs';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { certificateLine } from './request-words';

type Offers = ApiOutputs['memberRequests']['offers'];

type AskProps = {
  offers: Offers;
  formKey: string;
  typed: Record<string, string>;
  beside: Record<string, string>;
};

/** Asks for a copy of a certificate. */
export function CopyForm({ offers, formKey, typed, beside }: AskProps) {
  const locale = useLocale();
  if (offers.certificates.length === 0) return <p>{m.joining_requests_certificates_none()}</p>;
  return (
    <Form method="post" noValidate className="own space-y-4">
      <input type="hidden" name="key" value={formKey} />
      <Field label={m.joining_requests_certificate()} error={beside.certificateId}>
        <Select name="certificateId" defaultValue={typed.certificateId}>
          {offers.certificates.map((certificate) => (
            <option key={certificate.id} value={certificate.id}>
              {certificateLine(certificate, locale)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={m.joining_requests_note()} optional error={beside.note}>
        <TextInput name="note" defaultValue={typed.note} />
      </Field>
      <Button tall wide name="act" value="copy">
        {m.joining_requests_ask_copy()}
      </Button>
    </Form>
  );
}

/** Says what is wrong about a plot: area, trees of a variety, boundary; what is left empty stays. */
export function CorrectionForm({ offers, formKey, typed, beside }: AskProps) {
  const locale = useLocale();
  if (offers.plots.length === 0) return <p>{m.joining_requests_plots_none()}</p>;
  return (
    <Form method="post" noValidate className="own space-y-4">
      <input type="hidden" name="key" value={formKey} />
      <Field label={m.joining_requests_which_plot()} error={beside.plotId}>
        <Select name="plotId" defaultValue={typed.plotId}>
          {offers.plots.map(({ id, code, name, areaM2 }) => (
            <option key={id} value={id}>
              {code} · {name} · {m.joining_requests_area_of({ area: areaM2.toLocaleString(locale) })}
            </option>
          ))}
        </Select>
      </Field>
      <p className="text-14 text-muted">{m.joining_requests_leave()}</p>
      <Field label={m.joining_requests_area()} hint={m.joining_area_hint()} optional error={beside.areaM2}>
        <TextInput name="areaM2" defaultValue={typed.areaM2} autoComplete="off" />
      </Field>
      <Field
        label={m.joining_requests_variety()}
        optional
        error={beside['trees.varietyCode'] ?? beside.variety}
      >
        <Select name="varietyCode" defaultValue={typed.varietyCode}>
          <option value="">{m.joining_requests_variety_none()}</option>
          {offers.varieties.map((variety) => (
            <option key={variety.code} value={variety.code}>
              {nameIn(variety, locale)}
            </option>
          ))}
        </Select>
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label={m.joining_requests_trees()} optional error={beside['trees.count']}>
          <NumberInput name="count" inputMode="numeric" defaultValue={typed.count} />
        </Field>
        <Field
          label={m.joining_requests_year()}
          optional
          error={beside['trees.plantedYear'] ?? beside.plantedYear}
        >
          <NumberInput name="plantedYear" inputMode="numeric" defaultValue={typed.plantedYear} />
        </Field>
      </div>
      <Field label={m.joining_requests_boundary()} optional error={beside.note}>
        <TextArea name="note" rows={3} defaultValue={typed.note} />
      </Field>
      <Button tall wide name="act" value="correction">
        {m.joining_requests_ask_correction()}
      </Button>
    </Form>
  );
}
