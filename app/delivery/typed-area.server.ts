import type { ApiInputs } from '@baunghe/api';
import { kilograms } from '@baunghe/money';
import { weightWords } from '~/office/field-words.server';
import { wholeNumber } from '~/office/whole-number';
import { text } from '~/read-form.server';
import { type AreaTyped, STEP_ROWS } from './area-typed';

type Entry = ApiInputs['delivery']['keepArea'];

/** An area's form as typed. */
export function areaTypedIn(form: FormData): AreaTyped {
  const typed = Object.fromEntries([...form.keys()].map((name) => [name, text(form, name).slice(0, 200)]));
  return { typed, provinceCodes: form.getAll('province').map(String).slice(0, 40) };
}

/** An area out of its form, and what is wrong with a weight. Empty rows of fees are left out. */
export function areaIn({ typed, provinceCodes }: AreaTyped, id: string | null) {
  const beside: Record<string, string> = {};
  const optional = (name: string) => (typed[name]?.trim() ? wholeNumber(typed[name]) : null);
  const steps: Entry['steps'] = [];
  for (const row of STEP_ROWS) {
    const [kg = '', fee = ''] = [typed[`kg${row}`], typed[`fee${row}`]];
    if (kg.trim() === '' && fee.trim() === '') continue;
    const weight = kilograms(kg);
    if (!weight.ok) beside.steps = weightWords(weight.error);
    steps.push({ upToGrams: weight.ok ? weight.value : 0, fee: wholeNumber(fee) });
  }
  const entry: Entry = {
    ...{ key: typed.key ?? '', id, provinceCodes, steps },
    ...{ nameVi: typed.nameVi ?? '', nameEn: typed.nameEn ?? '', nameZh: typed.nameZh ?? '' },
    position: wholeNumber(typed.position),
    leaveDays: [1, 2, 3, 4, 5, 6, 7].filter((day) => typed[`day${day}`] === 'yes'),
    cutOffHour: wholeNumber(typed.cutOffHour),
    daysFrom: wholeNumber(typed.daysFrom),
    daysTo: wholeNumber(typed.daysTo),
    beyond: optional('beyond'),
    freeFrom: optional('freeFrom'),
  };
  return { entry, beside };
}

/** What stands beside the fees: of any of their rows. */
export function besideArea(beside: Record<string, string>): Record<string, string> {
  const ofSteps = Object.entries(beside).find(([name]) => name.startsWith('steps'))?.[1];
  return ofSteps === undefined ? beside : { ...beside, steps: ofSteps };
}
