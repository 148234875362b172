import type { ApiOutputs } from '@baunghe/api';
import { Form } from '@remix-run/react';
import { useState } from 'react';
import { Button } from '~/components/button';
import { Field, FieldError } from '~/components/field';
import { NumberInput, TextArea, TextInput } from '~/components/inputs';
import { MapSketch } from '~/components/map-sketch';
import { Notice } from '~/components/notice';
import { nameIn } from '~/name-in';
import type { Problem } from '~/office/refusals.server';
import { Select } from '~/office/select';
import { SignInElsewhere } from '~/office/sign-in-elsewhere';
import { DrawOutline } from '~/orchard/draw-outline';
import type { Corner, Neighbour } from '~/orchard/map-view';
import { WalkAround } from '~/orchard/walk-around';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import type { TypedPlot } from './read-plot.server';

type Offers = ApiOutputs['plots']['offers'];

type PlotFormProps = {
  typed: TypedPlot;
  offers: Offers;
  /** The plots around, for the map on which an outline is drawn. */
  neighbours: Neighbour[];
  problem: Problem | null;
};

/** A plot to add or to change; code and member are asked of staff alone, and what its grower says goes to them. */
export function PlotForm({ typed, offers, neighbours, problem }: PlotFormProps) {
  const beside = problem?.beside ?? {};
  return (
    <Form method="post" noValidate className="grid gap-6">
      <input type="hidden" name="key" value={typed.key} />
      {problem?.above ? (
        <Notice tone="care" title={problem.above}>
          <SignInElsewhere problem={problem} />
        </Notice>
      ) : null}
      {offers.manages ? <StaffsPart typed={typed} offers={offers} beside={beside} /> : null}
      <Field
        label={m.farm_plot_name()}
        hint={offers.manages ? undefined : m.entrance_plot_name_hint()}
        error={beside.name}
      >
        <TextInput name="name" required defaultValue={typed.name} />
      </Field>
      {offers.manages ? null : (
        <Notice tone="plain" title={m.entrance_plot_asked()}>
          {m.entrance_plot_asked_text()}
        </Notice>
      )}
      <Field
        label={m.farm_plot_unit()}
        hint={m.farm_plot_unit_hint()}
        error={beside.plantingUnitCode}
        optional
      >
        <TextInput name="plantingUnitCode" defaultValue={typed.plantingUnitCode} autoComplete="off" />
      </Field>
      <Field label={m.farm_plot_area()} hint={m.farm_plot_area_field_hint()} error={beside.areaM2} optional>
        <NumberInput name="areaM2" unit="m²" defaultValue={typed.areaM2} />
      </Field>
      <Outline typed={typed} neighbours={neighbours} error={beside.outline} />
      <Trees typed={typed} varieties={offers.varieties} error={beside.trees} />
      {offers.manages ? null : (
        <Field label={m.joining_requests_note()} error={beside.note} optional>
          <TextInput name="note" defaultValue={typed.note} />
        </Field>
      )}
      <Button wide tall>
        {offers.manages ? m.farm_catalogue_save() : m.entrance_plot_send()}
      </Button>
    </Form>
  );
}

type StaffsPartProps = { typed: TypedPlot; offers: Offers; beside: Record<string, string> };

function StaffsPart({ typed, offers, beside }: StaffsPartProps) {
  return (
    <>
      <Field label={m.farm_plot_code()} hint={m.farm_plot_code_hint()} error={beside.code}>
        <TextInput name="code" required defaultValue={typed.code} autoComplete="off" />
      </Field>
      <Field label={m.farm_plot_member()} error={beside.memberCode}>
        <Select name="memberCode" required defaultValue={typed.memberCode}>
          <option value="">{m.farm_say_plot_member()}</option>
          {offers.members.map(({ code, name }) => (
            <option key={code} value={code}>{`${code} · ${name}`}</option>
          ))}
        </Select>
      </Field>
    </>
  );
}

type OutlineProps = { typed: TypedPlot; neighbours: Neighbour[]; error?: string };

/** An outline pasted, drawn or walked: whichever way, it is the lines of the field that are sent. */
function Outline({ typed, neighbours, error }: OutlineProps) {
  const [lines, setLines] = useState(typed.outline);
  const corners = cornersOf(lines);
  const [first] = corners;
  const ring = first && corners.length > 2 ? [...corners, first] : null;
  const add = (line: string) => setLines((before) => `${before.trimEnd()}\n${line}`.trimStart());
  return (
    <div className="grid gap-3">
      <Field label={m.farm_plot_outline()} hint={m.farm_plot_outline_hint()} error={error} optional>
        <TextArea name="outline" rows={6} value={lines} onChange={(event) => setLines(event.target.value)} />
      </Field>
      <DrawOutline
        corners={corners}
        neighbours={neighbours}
        onCorner={([longitude, latitude]) => add(`${latitude.toFixed(6)}, ${longitude.toFixed(6)}`)}
        onUndo={() => setLines((before) => before.trimEnd().split('\n').slice(0, -1).join('\n'))}
      />
      <WalkAround onCorner={add} />
      {ring ? <MapSketch ring={ring} label={m.farm_plot_outline_of({ plot: typed.code })} /> : null}
    </div>
  );
}

/** The corners as far as they can be read, for the sketch; whether they are right is for the gate to say. */
function cornersOf(lines: string): Corner[] {
  return lines.split('\n').flatMap((line): Corner[] => {
    const [latitude, longitude] = line.split(/[,;\s]+/).map(Number);
    return latitude && longitude ? [[longitude, latitude]] : [];
  });
}

type TreesProps = { typed: TypedPlot; varieties: Offers['varieties']; error?: string };

function Trees({ typed, varieties, error }: TreesProps) {
  const locale = useLocale();
  return (
    <fieldset>
      <legend className="text-18 font-extrabold">{m.farm_plot_trees()}</legend>
      {error ? <FieldError>{error}</FieldError> : null}
      <ul className="mt-2 grid gap-2">
        {varieties.map((variety) => {
          const name = nameIn(variety, locale);
          const trees = typed.trees[variety.code];
          return (
            <li key={variety.code} className="grid grid-cols-[1fr_6rem_6rem] items-center gap-2">
              <span>{name}</span>
              <NumberInput
                name={`count.${variety.code}`}
                inputMode="numeric"
                aria-label={m.farm_plot_trees_count({ variety: name })}
                placeholder={m.farm_plot_trees_short()}
                defaultValue={trees?.count}
              />
              <NumberInput
                name={`year.${variety.code}`}
                inputMode="numeric"
                aria-label={m.farm_plot_trees_year({ variety: name })}
                placeholder={m.farm_plot_year_short()}
                defaultValue={trees?.year}
              />
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
