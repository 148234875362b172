import type { ApiOutputs, Report } from '@baunghe/api';
import { formatDay, formatKilograms } from '~/format';
import * as m from '~/paraglide/messages.js';
import { actWords } from './act-words';
import { labKindWords } from './lab-list';

type Season = Extract<ApiOutputs['exports']['season'], { ok: true }>['value'];

const joined = (...words: (string | null)[]): string => words.filter((word) => word).join('; ');

/** A plot's season as the standard wants its diary: who and where, dated acts, harvests, laboratory results. */
export function vietgapDiary(
  season: Season,
  { from, to, demo }: { from: Date; to: Date; demo: boolean },
): Report {
  const day = (when: Date) => formatDay(when, 'vi');
  return {
    head: m.common_coop_name(),
    title: m.recall_diary_head(),
    mark: demo ? m.recall_demo_mark() : null,
    wide: true,
    facts: [
      [m.recall_report_basis(), m.recall_diary_standard()],
      [m.recall_diary_plot(), `${season.code} · ${season.name}`],
      [m.recall_diary_grower(), season.memberName],
      [m.recall_diary_unit(), season.plantingUnitCode ?? ''],
      [m.recall_diary_area(), `${(season.areaM2 / 10_000).toLocaleString('vi-VN')} ha`],
      [m.recall_diary_trees(), season.trees.join(', ')],
      [m.recall_diary_season(), `${day(from)} – ${day(to)}`],
    ],
    tables: [acts(season), harvests(season), results(season)],
    notes: [],
    sign: m.recall_diary_sign(),
  };
}

function acts({ diary }: Season): Report['tables'][number] {
  return {
    title: m.recall_diary_acts(),
    heads: [
      m.recall_diary_col_day(),
      m.recall_diary_col_act(),
      m.recall_diary_col_input(),
      m.recall_diary_col_active(),
      m.recall_diary_col_reason(),
      m.recall_diary_col_dose(),
      m.recall_diary_area(),
      m.recall_diary_col_operator(),
      m.recall_diary_col_phi(),
      m.recall_diary_col_weather(),
    ],
    widths: [0.09, 0.08, 0.13, 0.14, 0.12, 0.12, 0.07, 0.11, 0.06, 0.08],
    rows: diary.map((entry) => [
      formatDay(entry.doneOn, 'vi'),
      actWords(entry.act),
      joined(entry.inputName, entry.quantity, entry.supplier, entry.invoice),
      joined(entry.activeIngredient, entry.registration),
      joined(entry.reason, entry.note),
      entry.dose ?? '',
      entry.areaM2 === null ? '' : `${entry.areaM2.toLocaleString('vi-VN')} m²`,
      joined(entry.operator, entry.equipment),
      entry.preHarvestDays === null ? '' : String(entry.preHarvestDays),
      entry.weather ?? '',
    ]),
  };
}

function harvests(season: Season): Report['tables'][number] {
  return {
    title: m.recall_diary_harvests(),
    heads: [m.recall_diary_col_day(), m.recall_col_fruit(), m.recall_col_kg(), m.recall_col_lot()],
    widths: [0.15, 0.35, 0.2, 0.3],
    rows: season.harvests.map(({ cutOn, nameVi, grade, grams, batches }) => {
      return [
        formatDay(cutOn, 'vi'),
        `${nameVi} · ${grade}`,
        formatKilograms(grams, 'vi'),
        batches.join(', '),
      ];
    }),
  };
}

function results(season: Season): Report['tables'][number] {
  return {
    title: m.recall_diary_results(),
    heads: [
      m.recall_diary_col_day(),
      m.recall_unit_col_kind(),
      m.recall_diary_col_number(),
      m.recall_diary_col_lab(),
      m.recall_diary_col_passed(),
    ],
    widths: [0.15, 0.2, 0.2, 0.3, 0.15],
    rows: season.results.map(({ kind, sampledOn, number, laboratory, passed }) => {
      const said = passed ? m.recall_diary_passed() : m.recall_diary_failed();
      return [formatDay(sampledOn, 'vi'), labKindWords(kind), number, laboratory, said];
    }),
  };
}
