import { useNavigation } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { RadioCards } from '~/components/radio-cards';
import * as m from '~/paraglide/messages.js';

type DayQuestionProps = {
  legend: string;
  /** Beside the field for a day that is neither today nor yesterday. */
  otherLabel: string;
  days: { today: string; yesterday: string };
  typed: { day: string; otherDay: string } | null;
  error?: string;
};

/** Today, yesterday, or a day to be picked; without script the field for the other day is always there. */
export function DayQuestion({ legend, otherLabel, days, typed, error }: DayQuestionProps) {
  return (
    <div className="group">
      <RadioCards
        legend={legend}
        name="day"
        columns={3}
        required
        defaultValue={typed ? typed.day : days.today}
        error={typed?.day === 'other' ? null : error}
        choices={[
          { value: days.today, title: m.office_harvest_day_today() },
          { value: days.yesterday, title: m.office_harvest_day_yesterday() },
          { value: 'other', title: m.office_harvest_day_other() },
        ]}
      />
      <div className="mt-3 group-has-[input[name=day]:not([value=other]):checked]:hidden">
        <Field label={otherLabel} error={typed?.day === 'other' ? error : null}>
          <TextInput type="date" name="otherDay" max={days.today} defaultValue={typed?.otherDay} />
        </Field>
      </div>
    </div>
  );
}

/** The button that saves, always in reach of the thumb. `saving`: on the phone, where there is no signal. */
export function SaveAtHand({ saving: keeping }: { saving: boolean }) {
  const saving = useNavigation().state !== 'idle' || keeping;
  return (
    <div className="sticky bottom-16 z-10 -mx-4 bg-paper px-4 py-3 md:bottom-0">
      <Button wide tall disabled={saving} className="min-h-16! text-22!">
        {m.office_harvest_save()}
      </Button>
    </div>
  );
}
