import type { ApiOutputs, Report } from '@baunghe/api';
import { formatDay, formatInstant, formatKilograms } from '~/format';
import * as m from '~/paraglide/messages.js';
import { ADVICES, accountOf, SEVERITIES } from './recall-words';

/** What the report is made of. */
export type Reported = Extract<ApiOutputs['recalls']['report'], { ok: true }>['value'];

/** A recall as the authority reads it, in Vietnamese: buyers stand in it as numbers alone. */
export function authorityReport(recall: Reported): Report {
  const kg = (grams: number) => formatKilograms(grams, 'vi');
  const { answers, told } = recall;
  const answered = answers.destroyed.buyers + answers.eaten.buyers + answers.giving_back.buyers;
  return {
    head: m.common_coop_name(),
    title: `${m.recall_report_head()} ${recall.code}`,
    mark: recall.drill ? m.recall_drill_mark() : null,
    wide: false,
    facts: [
      [m.recall_report_started(), formatInstant(recall.startedAt, 'vi')],
      [
        m.recall_report_ended(),
        recall.endedAt ? formatInstant(recall.endedAt, 'vi') : m.recall_report_open(),
      ],
      [m.recall_report_cause(), recall.reason],
      [m.recall_report_source(), recall.source],
      [m.recall_report_severity(), `${SEVERITIES[recall.severity]()}. ${ADVICES[recall.advice]()}`],
      [m.recall_report_buyers(), `${told.buyers}, ${answered}`],
      [m.recall_report_conclusion(), recall.conclusion ?? m.recall_report_open()],
    ],
    tables: [
      {
        title: m.recall_report_lots(),
        heads: [
          m.recall_col_lot(),
          m.recall_col_fruit(),
          m.recall_col_plot(),
          m.recall_col_cut(),
          m.recall_col_boxed(),
          m.recall_col_store(),
        ],
        widths: [0.18, 0.22, 0.12, 0.16, 0.16, 0.16],
        rows: recall.lots.map((lot) => [
          lot.batch,
          `${lot.nameVi} · ${lot.grade}`,
          lot.plotCode,
          formatDay(lot.cutOn, 'vi'),
          kg(lot.boxedGrams),
          kg(lot.onHandGrams),
        ]),
      },
      {
        title: m.recall_report_fruit(),
        heads: [m.recall_col_state(), m.recall_col_kg()],
        widths: [0.7, 0.3],
        rows: [
          ...accountOf(recall.sums, answers).map(({ name, grams }) => [name, kg(grams)]),
          [m.recall_report_total(), kg(recall.sums.received)],
        ],
      },
      {
        title: m.recall_report_places(),
        heads: [m.recall_col_province(), m.recall_col_order(), m.recall_col_boxes(), m.recall_col_kg()],
        widths: [0.4, 0.2, 0.2, 0.2],
        rows: recall.provinces.map(({ nameVi, orders, boxes, grams }) => {
          return [nameVi, String(orders), String(boxes), kg(grams)];
        }),
      },
    ],
    notes: [m.recall_report_privacy()],
    sign: m.recall_report_sign(),
  };
}

/** The same as rows of a table. */
export function authorityRows(recall: Reported): string[][] {
  const { title, facts, tables } = authorityReport(recall);
  return [
    [title],
    ...facts.map((fact) => [...fact]),
    ...tables.flatMap((table) => [[], [table.title], [...table.heads], ...table.rows.map((row) => [...row])]),
  ];
}
