import { Form } from '@remix-run/react';
import { useRef, useState } from 'react';
import { Field } from '~/components/field';
import { NumberInput, PhotoInput } from '~/components/inputs';
import { Keypad } from '~/components/keypad';
import { Notice } from '~/components/notice';
import { RadioCards } from '~/components/radio-cards';
import type { Problem } from '~/office/refusals.server';
import { SignInElsewhere } from '~/office/sign-in-elsewhere';
import { CodeScanner } from '~/offline/code-scanner';
import { plotInCode } from '~/offline/plot-in-code';
import { QueueNotice } from '~/offline/queue-notice';
import { useDays } from '~/offline/use-days';
import { useQueuedForm } from '~/offline/use-queued-form';
import { useSmallScreen } from '~/offline/use-small-screen';
import { DayQuestion, SaveAtHand } from '~/orchard/day-question';
import * as m from '~/paraglide/messages.js';
import { useScripted } from '~/use-scripted';
import { PlotQuestion, type Plots, VarietyQuestion } from './plot-question';
import type { TypedHarvest } from './read-harvest.server';

type HarvestFormProps = {
  plots: Plots;
  days: { today: string; yesterday: string };
  formKey: string;
  answered: Answered | undefined;
};

type Answered = { typed: TypedHarvest | null; problem: Problem };

/** What a member chose last is the first offer; the plot first, since the varieties follow it. */
const REMEMBERED = ['plotId', 'varietyCode', 'grade'];

/** The harvest in six short questions; the plot harvested last is offered first. */
export function HarvestForm({ plots, days: told, formKey, answered }: HarvestFormProps) {
  const queued = useQueuedForm<Answered>({ kind: 'harvest', answered, remember: REMEMBERED });
  const { typed = null, problem = null } = queued.refused ?? {};
  const days = useDays(told);
  const first = typed?.plotId || plots[0]?.id || '';
  const [plotId, choosePlot] = useState(first);
  const scripted = useScripted();
  const beside = problem?.beside ?? {};
  return (
    <Form {...queued.form} method="post" encType="multipart/form-data" noValidate className="grid gap-8">
      <input type="hidden" name="key" value={formKey} />
      <QueueNotice queued={queued} />
      {problem?.above ? (
        <Notice tone="care" title={problem.above}>
          <SignInElsewhere problem={problem} />
        </Notice>
      ) : null}
      <PlotQuestion
        plots={plots}
        chosen={plotId}
        onChange={choosePlot}
        error={beside.plotId}
        today={days.today}
      />
      {scripted ? <ScanPlot plots={plots} /> : null}
      <VarietyQuestion
        plots={scripted ? plots.filter((plot) => plot.id === plotId) : plots}
        typed={typed?.varietyCode}
        error={beside.varietyCode}
      />
      <Grade typed={typed?.grade} error={beside.grade} />
      <Weight typed={typed?.kg} error={beside.grams} />
      <DayQuestion
        legend={m.office_harvest_day()}
        otherLabel={m.office_harvest_day_date()}
        days={days}
        typed={typed}
        error={beside.cutOn}
      />
      <Field
        label={m.office_harvest_photo()}
        hint={m.office_harvest_photo_hint()}
        error={beside.photo}
        optional
      >
        <PhotoInput name="photo" />
      </Field>
      <SaveAtHand saving={queued.saving} />
    </Form>
  );
}

/** The sign at the plot chooses it. */
function ScanPlot({ plots }: { plots: Plots }) {
  const form = useRef<HTMLDivElement>(null);
  const choose = (text: string) => {
    const plot = plots.find(({ code }) => code === plotInCode(text));
    const radio = form.current?.closest('form')?.querySelector(`input[name=plotId][value="${plot?.id}"]`);
    if (!plot || !(radio instanceof HTMLInputElement)) return false;
    radio.click();
    return m.offline_scan_found_plot({ plot: plot.code });
  };
  return (
    <div ref={form} className="-mt-4">
      <CodeScanner label={m.offline_scan_plot()} onCode={choose} otherWords={m.offline_scan_other()} />
    </div>
  );
}

/** On a phone with big keys of our own, which leave the system's keyboard away. */
function Weight({ typed, error }: { typed?: string; error?: string }) {
  const onPhone = useSmallScreen();
  return (
    <div>
      <Field label={m.office_harvest_weight()} error={error}>
        <NumberInput
          name="kg"
          unit="kg"
          required
          defaultValue={typed}
          inputMode={onPhone ? 'none' : 'decimal'}
          className="min-h-16! text-28!"
        />
      </Field>
      {onPhone ? <Keypad field="kg" /> : null}
    </div>
  );
}

function Grade({ typed, error }: { typed?: string; error?: string }) {
  return (
    <RadioCards
      legend={m.office_harvest_grade()}
      name="grade"
      columns={3}
      required
      defaultValue={typed}
      error={error}
      choices={[
        { value: 'A', title: m.office_harvest_grade_a() },
        { value: 'B', title: m.office_harvest_grade_b() },
        { value: 'C', title: m.office_harvest_grade_c() },
      ]}
    />
  );
}
