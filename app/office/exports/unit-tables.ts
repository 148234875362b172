import type { Report } from '@baunghe/api';
import { formatDay, formatKilograms } from '~/format';
import { actWords } from '~/orchard/act-words';
import { milligramWords } from '~/orchard/lab-list';
import * as m from '~/paraglide/messages.js';
import type { Said } from './said';
import { daysToNextCut, newestOf, type Result, type Unit } from './unit-facts';

type ReportTable = Report['tables'][number];

const joined = (...words: (string | null)[]): string => words.filter((word) => word).join('; ');
const day = (when: Date) => formatDay(when, 'vi');

/** A planting unit's season as tables: plots, pest monitoring, inputs, lots with their tests, tests on plots. */
export function unitTables(unit: Unit, said: Said): ReportTable[] {
  return [
    plots(unit, said),
    monitoring(unit, said),
    inputs(unit, said),
    lots(unit, said),
    onPlots(unit, said),
  ];
}

function plots(unit: Unit, said: Said): ReportTable {
  const rows = unit.plots.map((plot) => {
    const hectares = (plot.areaM2 / 10_000).toLocaleString('vi-VN');
    return [plot.code, plot.name, plot.memberName, `${hectares} ha`, plot.trees.join(', ')];
  });
  return {
    title: said(m.recall_unit_plots),
    heads: [
      m.recall_diary_plot,
      m.recall_unit_col_name,
      m.recall_diary_grower,
      m.recall_diary_area,
      m.recall_diary_trees,
    ].map(said),
    widths: [0.1, 0.25, 0.25, 0.1, 0.3],
    rows,
  };
}

const acts = (unit: Unit) => unit.plots.flatMap((plot) => plot.diary.map((entry) => ({ plot, entry })));

function monitoring(unit: Unit, said: Said): ReportTable {
  const looked = acts(unit).filter(({ entry }) => entry.act === 'inspect');
  return {
    title: said(m.recall_unit_monitoring),
    heads: [
      m.recall_diary_col_day,
      m.recall_diary_plot,
      m.recall_unit_col_found,
      m.recall_unit_col_note,
      m.recall_diary_col_operator,
    ].map(said),
    widths: [0.12, 0.1, 0.28, 0.3, 0.2],
    rows: looked.map(({ plot, entry }) => [
      day(entry.doneOn),
      plot.code,
      entry.reason ?? '',
      joined(entry.note, entry.weather),
      joined(entry.operator, entry.equipment),
    ]),
  };
}

function inputs(unit: Unit, said: Said): ReportTable {
  const put = acts(unit).filter(({ entry }) => entry.act === 'spray' || entry.act === 'fertilise');
  return {
    title: said(m.recall_unit_inputs),
    heads: [
      m.recall_diary_col_day,
      m.recall_diary_plot,
      m.recall_diary_col_act,
      m.recall_diary_col_input,
      m.recall_diary_col_active,
      m.recall_diary_col_reason,
      m.recall_diary_col_dose,
      m.recall_diary_col_phi,
      m.recall_unit_col_next,
    ].map(said),
    widths: [0.09, 0.06, 0.1, 0.16, 0.17, 0.13, 0.13, 0.07, 0.09],
    rows: put.map(({ plot, entry }) => [
      day(entry.doneOn),
      plot.code,
      actWords(entry.act),
      entry.inputName ?? '',
      joined(entry.activeIngredient, entry.registration),
      entry.reason ?? '',
      entry.dose ?? '',
      entry.preHarvestDays === null ? '' : String(entry.preHarvestDays),
      daysToNextCut(plot, entry.doneOn)?.toString() ?? '',
    ]),
  };
}

function lots(unit: Unit, said: Said): ReportTable {
  const packed = new Map(unit.lots.map(({ batch, boxedGrams }) => [batch, boxedGrams]));
  const cut = unit.plots.flatMap((plot) => plot.harvests.map((harvest) => ({ plot, harvest })));
  const grams = (batches: string[]) => batches.reduce((sum, batch) => sum + (packed.get(batch) ?? 0), 0);
  return {
    title: said(m.recall_unit_lots),
    heads: [
      m.recall_col_lot,
      m.recall_diary_plot,
      m.recall_col_cut,
      m.recall_col_fruit,
      m.recall_col_kg,
      m.recall_unit_col_boxed,
      m.recall_unit_col_residue,
      m.recall_unit_col_auramine,
      m.recall_unit_col_cadmium,
    ].map(said),
    widths: [0.13, 0.06, 0.1, 0.11, 0.09, 0.1, 0.13, 0.13, 0.15],
    rows: cut.map(({ plot, harvest }) => [
      harvest.batches.join(', '),
      plot.code,
      day(harvest.cutOn),
      `${harvest.nameVi} · ${harvest.grade}`,
      formatKilograms(harvest.grams, 'vi'),
      formatKilograms(grams(harvest.batches), 'vi'),
      ...(['residue', 'auramine_o', 'cadmium'] as const).map((kind) => {
        return verdict(newestOf(plot, harvest.harvestId, kind), said);
      }),
    ]),
  };
}

function onPlots(unit: Unit, said: Said): ReportTable {
  const found = unit.plots.flatMap((plot) => plot.results.map((result) => ({ plot, result })));
  const kinds: Record<Result['kind'], string> = {
    residue: said(m.recall_unit_col_residue),
    auramine_o: said(m.recall_unit_col_auramine),
    cadmium: said(m.recall_unit_col_cadmium),
  };
  return {
    title: said(m.recall_unit_plot_results),
    heads: [
      m.recall_diary_col_day,
      m.recall_diary_plot,
      m.recall_unit_col_kind,
      m.recall_diary_col_lab,
      m.recall_diary_col_passed,
    ].map(said),
    widths: [0.12, 0.1, 0.2, 0.28, 0.3],
    rows: found
      .filter(({ result }) => result.harvestId === null)
      .map(({ plot, result }) => [
        day(result.sampledOn),
        plot.code,
        kinds[result.kind],
        result.laboratory,
        verdict(result, said),
      ]),
  };
}

/** A result in a cell: whether it passed, by which report, and what was measured. */
function verdict(result: Result | undefined, said: Said): string {
  if (!result) return said(m.recall_unit_not_yet);
  const { passed, number, nanogramsPerKg, limitNanogramsPerKg } = result;
  const measured =
    nanogramsPerKg === null
      ? null
      : m.recall_unit_milligrams(
          {
            value: milligramWords(nanogramsPerKg, 'vi'),
            limit: milligramWords(limitNanogramsPerKg ?? 0, 'vi'),
          },
          { locale: 'vi' },
        );
  return joined(said(passed ? m.recall_diary_passed : m.recall_diary_failed), number, measured);
}
