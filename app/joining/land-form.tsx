import { Form, useNavigation } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput, TextInput } from '~/components/inputs';
import * as m from '~/paraglide/messages.js';
import type { Beside } from '~/shop/checkout-parts';
import { PositionButton } from './position-button';
import type { TypedLand, TypedPlot } from './read-join.server';

type LandFormProps = { typed: TypedLand; givesCapital: boolean; beside: Beside };

/** The second step: land, and the capital where this kind of member gives any. Works without script. */
export function LandForm({ typed, givesCapital, beside }: LandFormProps) {
  const sending = useNavigation().state === 'submitting';
  const [first, ...others] = typed.plots;
  const more = others.some(({ crop, area }) => crop !== '' || area !== '');
  return (
    <Form method="post" noValidate className="space-y-6">
      <input type="hidden" name="key" value={typed.key} />
      {first ? <PlotPart at={0} plot={first} beside={beside} /> : null}
      <details open={more}>
        <summary className="min-h-11 cursor-pointer py-2 font-semibold text-rind">
          {m.joining_plot_more()}
        </summary>
        <div className="mt-4 space-y-6">
          {others.map((plot, at) => (
            <PlotPart key={at} at={at + 1} plot={plot} beside={beside} />
          ))}
        </div>
      </details>
      {givesCapital ? (
        <Field label={m.joining_capital()} hint={m.joining_capital_hint()} error={beside.capital ?? null}>
          <NumberInput name="capital" unit="₫" inputMode="numeric" defaultValue={typed.capital} />
        </Field>
      ) : null}
      <Button tall wide name="act" value="land" disabled={sending}>
        {m.joining_go_on()}
      </Button>
    </Form>
  );
}

function PlotPart({ at, plot, beside }: { at: number; plot: TypedPlot; beside: Beside }) {
  const error = (field: string) => beside[`plots.${at}.${field}`] ?? null;
  return (
    <fieldset className="space-y-4">
      <legend className="text-18 font-extrabold">{m.joining_plot({ number: at + 1 })}</legend>
      <Field label={m.joining_crop()} hint={m.joining_crop_hint()} error={error('crop')}>
        <TextInput name={`crop.${at}`} defaultValue={plot.crop} autoComplete="off" />
      </Field>
      <Field label={m.joining_area()} hint={m.joining_area_hint()} error={error('areaM2')}>
        <TextInput name={`area.${at}`} defaultValue={plot.area} inputMode="text" autoComplete="off" />
      </Field>
      <Field label={m.joining_plot_place()} error={error('place')}>
        <TextInput name={`place.${at}`} defaultValue={plot.place} autoComplete="off" />
      </Field>
      <PositionButton at={at} known={plot} />
    </fieldset>
  );
}
