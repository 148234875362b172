import type { ApiOutputs } from '@baunghe/api';
import { Form, Link } from '@remix-run/react';
import { Field } from '~/components/field';
import { TextArea, TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { RadioCards } from '~/components/radio-cards';
import { Sign } from '~/components/sign';
import type { Problem } from '~/office/refusals.server';
import { SignInElsewhere } from '~/office/sign-in-elsewhere';
import { QueueNotice } from '~/offline/queue-notice';
import { useDays } from '~/offline/use-days';
import { useQueuedForm } from '~/offline/use-queued-form';
import { type Act, actSign, actWords } from '~/orchard/act-words';
import { DayQuestion, SaveAtHand } from '~/orchard/day-question';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import { InputQuestion, type Inputs } from './input-question';
import type { TypedEntry } from './read-diary.server';

type DiaryFormProps = {
  act: Act;
  plots: ApiOutputs['harvests']['plots'];
  inputs: Inputs;
  /** What this person wrote last. */
  first: { plotId: string | null; operator: string; equipment: string | null };
  days: { today: string; yesterday: string };
  formKey: string;
  answered: Answered | undefined;
};

type Answered = { typed: TypedEntry | null; problem: Problem };

/** What a member wrote last on this phone is the first offer, also without signal. */
const REMEMBERED = ['plotId', 'operator', 'equipment'];

type TextField =
  | 'dose'
  | 'reason'
  | 'areaM2'
  | 'quantity'
  | 'operator'
  | 'equipment'
  | 'weather'
  | 'invoice'
  | 'supplier';

/** Which fields an act asks for, in their order; the first of them are those it must have. */
const ASKED: Record<Act, readonly TextField[]> = {
  spray: ['dose', 'areaM2', 'reason', 'operator', 'equipment', 'weather', 'invoice'],
  fertilise: ['dose', 'areaM2', 'reason', 'operator', 'equipment', 'weather', 'invoice'],
  buy: ['quantity', 'supplier', 'invoice', 'operator'],
  water: ['dose', 'areaM2', 'operator', 'equipment'],
  prune: ['reason', 'areaM2', 'operator', 'equipment'],
  sample: ['reason', 'quantity', 'operator'],
  inspect: ['reason', 'operator'],
};

const MUST: Partial<Record<Act, readonly TextField[]>> = {
  spray: ['dose', 'reason', 'operator'],
  fertilise: ['dose'],
  buy: ['quantity'],
};

/** One act on one plot; the plot, the operator and the equipment of the last time are offered first. */
export function DiaryForm({ act, plots, inputs, first, days: told, formKey, answered }: DiaryFormProps) {
  const queued = useQueuedForm<Answered>({ kind: 'diary', answered, remember: REMEMBERED });
  const { typed = null, problem = null } = queued.refused ?? {};
  const days = useDays(told);
  const beside = problem?.beside ?? {};
  return (
    <Form {...queued.form} method="post" noValidate className="grid gap-8">
      <ActHead act={act} />
      <input type="hidden" name="key" value={typed?.key || formKey} />
      <input type="hidden" name="act" value={act} />
      <QueueNotice queued={queued} />
      {problem?.above ? (
        <Notice tone="care" title={problem.above}>
          <SignInElsewhere problem={problem} />
        </Notice>
      ) : null}
      <PlotQuestion plots={plots} chosen={typed?.plotId || first.plotId} error={beside.plotId} />
      <DayQuestion
        legend={m.farm_diary_day()}
        otherLabel={m.farm_diary_day_date()}
        days={days}
        typed={typed}
        error={beside.doneOn}
      />
      <InputQuestion act={act} inputs={inputs} typed={typed?.inputId} error={beside.inputId} />
      {ASKED[act].map((name) => (
        <Told
          key={name}
          act={act}
          name={name}
          value={typed ? typed[name] : offered(first, name)}
          error={beside[name]}
        />
      ))}
      <Field label={m.farm_diary_note()} error={beside.note} optional>
        <TextArea name="note" defaultValue={typed?.note} />
      </Field>
      <SaveAtHand saving={queued.saving} />
    </Form>
  );
}

function ActHead({ act }: { act: Act }) {
  const href = useHref();
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <h1 className="flex items-center gap-2 text-28">
        <Sign name={actSign(act)} size={32} />
        {actWords(act)}
      </h1>
      <Link
        to={href('/office/diary/new')}
        className="inline-flex min-h-14 items-center font-semibold underline underline-offset-4"
      >
        {m.farm_diary_other_act()}
      </Link>
    </div>
  );
}

function offered(first: DiaryFormProps['first'], name: TextField): string {
  if (name === 'operator') return first.operator;
  return name === 'equipment' ? (first.equipment ?? '') : '';
}

type PlotQuestionProps = Pick<DiaryFormProps, 'plots'> & { chosen: string | null; error?: string };

function PlotQuestion({ plots, chosen, error }: PlotQuestionProps) {
  const manyGrowers = new Set(plots.map((plot) => plot.memberId)).size > 1;
  const known = plots.some((plot) => plot.id === chosen);
  return (
    <RadioCards
      legend={m.farm_diary_plot()}
      name="plotId"
      columns={plots.length > 6 ? 2 : 1}
      required
      defaultValue={(known ? chosen : plots[0]?.id) ?? ''}
      error={error}
      choices={plots.map((plot) => ({
        value: plot.id,
        title: `${plot.code} · ${plot.name}`,
        note: manyGrowers ? plot.memberName : null,
      }))}
    />
  );
}

const LABELS: Record<TextField, () => string> = {
  dose: m.farm_diary_dose,
  reason: m.farm_diary_reason,
  areaM2: m.farm_diary_area,
  quantity: m.farm_diary_quantity,
  operator: m.farm_diary_operator,
  equipment: m.farm_diary_equipment,
  weather: m.farm_diary_weather,
  invoice: m.farm_diary_invoice,
  supplier: m.farm_diary_supplier,
};

const REASONS: Partial<Record<Act, () => string>> = {
  spray: m.farm_diary_reason_spray,
  sample: m.farm_diary_reason_sample,
};

const DOSE_HINTS: Partial<Record<Act, () => string>> = {
  spray: m.farm_diary_dose_hint_spray,
  fertilise: m.farm_diary_dose_hint_fertilise,
  water: m.farm_diary_dose_hint_water,
};

const HINTS: Partial<Record<TextField, () => string>> = {
  areaM2: m.farm_diary_area_hint,
  weather: m.farm_diary_weather_hint,
  quantity: m.farm_diary_quantity_hint,
};

function Told({ act, name, value, error }: { act: Act; name: TextField; value: string; error?: string }) {
  const label = (name === 'reason' ? REASONS[act] : undefined) ?? LABELS[name];
  const hint =
    name === 'dose' ? DOSE_HINTS[act] : name === 'quantity' && act !== 'buy' ? undefined : HINTS[name];
  const must = MUST[act]?.includes(name) ?? false;
  return (
    <Field label={label()} hint={hint?.()} error={error} optional={!must}>
      <TextInput name={name} required={must} defaultValue={value} autoComplete="off" />
    </Field>
  );
}
