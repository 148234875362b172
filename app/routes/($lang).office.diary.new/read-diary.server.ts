import type { ApiInputs } from '@baunghe/api';
import { text } from '~/read-form.server';

const FIELDS = [
  'key',
  'plotId',
  'act',
  'day',
  'otherDay',
  'inputId',
  'dose',
  'reason',
  'operator',
  'areaM2',
  'quantity',
  'equipment',
  'weather',
  'invoice',
  'supplier',
  'note',
] as const;

/** The form as it was filled in. */
export type TypedEntry = Record<(typeof FIELDS)[number], string>;

/** Reads the diary's form. */
export function readDiary(form: FormData): { typed: TypedEntry; entry: ApiInputs['diary']['record'] } {
  const typed = Object.fromEntries(FIELDS.map((name) => [name, text(form, name)])) as TypedEntry;
  const { day, otherDay, act, ...told } = typed;
  const entry = {
    ...told,
    // Whatever was sent: the gate says whether it is an act.
    act: act as ApiInputs['diary']['record']['act'],
    doneOn: day === 'other' ? otherDay : day,
  };
  return { typed, entry };
}
