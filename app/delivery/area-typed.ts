import type { ApiOutputs } from '@baunghe/api';
import { formatDong } from '~/format';

export type Area = ApiOutputs['delivery']['board']['areas'][number];

/** An area's form: its fields, and the provinces that are ticked. */
export interface AreaTyped {
  typed: Record<string, string>;
  provinceCodes: string[];
}

/** The rows of fees that the form has. */
export const STEP_ROWS = [1, 2, 3, 4, 5, 6] as const;

const KILOGRAM = 1000;

const figure = (amount: number | null): string =>
  amount === null ? '' : (formatDong(amount, 'vi').split('\u00a0')[0] ?? '');

/** An area as its form shows it. */
export function typedOf(area: Area): AreaTyped {
  const { nameVi, nameEn, nameZh, position, cutOffHour, daysFrom, daysTo, beyond, freeFrom } = area;
  const figures = { position, cutOffHour, daysFrom, daysTo };
  return {
    typed: {
      ...{ nameVi, nameEn, nameZh: nameZh ?? '' },
      ...Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, String(figure)])),
      ...{
        beyond: figure(beyond),
        freeFrom: figure(freeFrom),
      },
      ...Object.fromEntries(area.leaveDays.map((day) => [`day${day}`, 'yes'])),
      ...Object.fromEntries(
        area.steps.flatMap(({ upToGrams, fee }, at) => [
          [`kg${at + 1}`, String(upToGrams / KILOGRAM).replace('.', ',')],
          [`fee${at + 1}`, figure(fee)],
        ]),
      ),
    },
    provinceCodes: area.provinceCodes,
  };
}

/** A new area: every weekday, before two in the afternoon. */
export const NEW_AREA: AreaTyped = {
  typed: {
    ...{ position: '9', cutOffHour: '14', daysFrom: '1', daysTo: '2' },
    ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((day) => [`day${day}`, 'yes'])),
  },
  provinceCodes: [],
};
