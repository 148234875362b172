import type { ApiInputs, ApiOutputs } from '@baunghe/api';
import { text } from '~/read-form.server';

const FIELDS = [
  'key',
  'code',
  'name',
  'memberCode',
  'plantingUnitCode',
  'areaM2',
  'outline',
  'note',
] as const;

/** The form as it was filled in; trees by the variety's code. */
export type TypedPlot = Record<(typeof FIELDS)[number], string> & {
  trees: Record<string, { count: string; year: string }>;
};

/** A form as a plot is now; empty for none. */
export function typedPlot(plot: ApiOutputs['plots']['list'][number] | null): TypedPlot {
  const corners = plot?.outline.slice(0, -1) ?? [];
  return {
    key: crypto.randomUUID(),
    code: plot?.code ?? '',
    name: plot?.name ?? '',
    memberCode: plot?.memberCode ?? '',
    plantingUnitCode: plot?.plantingUnitCode ?? '',
    note: '',
    areaM2: plot ? String(plot.areaM2) : '',
    outline: corners.map(([longitude, latitude]) => `${latitude}, ${longitude}`).join('\n'),
    trees: Object.fromEntries(
      (plot?.trees ?? []).map(({ varietyCode, count, plantedYear }) => [
        varietyCode,
        { count: String(count), year: String(plantedYear) },
      ]),
    ),
  };
}

/** Reads the plot's form. */
export function readPlot(form: FormData, id: string | null, code: string) {
  const fields = Object.fromEntries(FIELDS.map((name) => [name, text(form, name)])) as Omit<
    TypedPlot,
    'trees'
  >;
  const trees: TypedPlot['trees'] = {};
  for (const name of form.keys()) {
    const variety = /^count\.(.+)$/.exec(name)?.[1];
    if (!variety) continue;
    const told = { count: text(form, name).trim(), year: text(form, `year.${variety}`).trim() };
    if (told.count || told.year) trees[variety] = told;
  }
  const typed: TypedPlot = { ...fields, code: fields.code || code, trees };
  const entry: ApiInputs['plots']['keep'] = {
    ...fields,
    code: typed.code,
    id,
    trees: Object.entries(trees).map(([varietyCode, { count, year }]) => ({
      varietyCode,
      count: whole(count),
      plantedYear: whole(year),
    })),
  };
  return { typed, entry };
}

/** Whole figures; 0 for anything else, which the gate refuses. */
const whole = (typed: string): number => (/^\d{1,5}$/.test(typed) ? Number(typed) : 0);
