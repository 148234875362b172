import type { ApiOutputs, Report } from '@baunghe/api';
import { formatDay, formatInstant, formatKilograms } from '~/format';
import * as m from '~/paraglide/messages.js';
import { ADVICES, SEVERITIES } from './recall-words';

/** What the report is made of. */
export type Reported = Extract<ApiOutputs['recalls']['report'], { ok: true }>['value'];

type Table = Report['tables'][number];

const kg = (grams: number) => formatKilograms(grams, 'vi');

/**
 * A recall as the authority reads it, in Vietnamese: which products of which lots, why, how much was made, how much came
 * back and how it is handled, how much did not and why. Buyers stand in it as numbers alone; a drill says that it is one.
 */
export function authorityReport(recall: Reported, demo: boolean): Report {
  const marks = [recall.drill ? m.recall_drill_mark() : null, demo ? m.recall_demo_mark() : null];
  return {
    head: m.common_coop_name(),
    title: `${m.recall_report_head()} ${recall.code}`,
    mark: marks.filter((mark) => mark !== null).join(' · ') || null,
    wide: false,
    facts: factsOf(recall),
    tables: [lotsOf(recall), quantitiesOf(recall), placesOf(recall)],
    notes: [m.recall_report_privacy()],
    sign: m.recall_report_sign(),
  };
}

function factsOf(recall: Reported): [string, string][] {
  const { answers, told, drill, tookMs } = recall;
  const answered = answers.destroyed.buyers + answers.eaten.buyers + answers.giving_back.buyers;
  const open = m.recall_report_open();
  const common: [string, string][] = [
    [m.recall_report_basis(), m.recall_report_basis_text()],
    ...ownerOf(recall),
    [m.recall_report_form(), formOf(recall)],
    [m.recall_report_started(), formatInstant(recall.startedAt, 'vi')],
  ];
  const why: [string, string][] = [
    [m.recall_report_cause(), recall.reason],
    [m.recall_report_source(), recall.source],
  ];
  if (drill) return [...common, [m.recall_report_measured(), `${tookMs ?? 0} ms`], ...why];
  return [
    ...common,
    [m.recall_report_ended(), recall.endedAt ? formatInstant(recall.endedAt, 'vi') : open],
    ...why,
    [m.recall_report_severity(), `${SEVERITIES[recall.severity]()}. ${ADVICES[recall.advice]()}`],
    [
      m.recall_report_told_at(),
      m.recall_report_told_text({ buyers: told.buyers, sms: told.bySms, answered }),
    ],
    [m.papers_collect_at(), m.common_coop_address()],
    [m.recall_report_conclusion(), recall.conclusion ?? open],
    [m.papers_proposal(), m.papers_proposal_choices()],
  ];
}

/** Whose fruit it is and who packed it: name, address and telephone, and the packing house's code where it has one. */
function ownerOf({ owner }: Reported): [string, string][] {
  const said = [m.common_coop_name(), m.common_coop_address(), owner.phone].filter(Boolean).join(', ');
  return [
    [m.papers_owner(), said],
    ...(owner.packing_house === null
      ? []
      : [[m.papers_packing_house(), owner.packing_house] as [string, string]]),
  ];
}

/** Of its own will, or by whose decision (Law on Food Safety, article 55, clause 2). */
function formOf({ drill, ordered }: Reported): string {
  if (drill) return m.recall_report_drill();
  return ordered === null ? m.recall_report_voluntary() : m.papers_ordered_by({ decision: ordered });
}

function lotsOf(recall: Reported): Table {
  return {
    title: m.recall_report_lots(),
    heads: [
      m.recall_col_lot(),
      m.recall_col_fruit(),
      m.recall_col_plot(),
      m.recall_col_cut(),
      m.recall_report_best_before(),
      m.recall_col_boxed(),
      m.recall_col_store(),
    ],
    widths: [0.17, 0.2, 0.1, 0.14, 0.14, 0.125, 0.125],
    rows: recall.lots.map((lot) => [
      lot.batch,
      `${lot.nameVi} · ${lot.grade}`,
      lot.plotCode,
      formatDay(lot.cutOn, 'vi'),
      formatDay(lot.bestBefore, 'vi'),
      m.papers_boxes_of({ boxes: lot.boxes, kilograms: kg(lot.boxedGrams) }),
      kg(lot.onHandGrams),
    ]),
  };
}

/** What was produced as what was recalled and what was not, each with its handling or its reason; it sums to the gram. */
export function quantitiesOf({ sums, answers }: Pick<Reported, 'sums' | 'answers'>): Table {
  const got = m.recall_report_got();
  const not = m.recall_report_not_got();
  const rows: [string, string, number][] = [
    [got, m.recall_report_held(), sums.inStore + sums.reserved + sums.packed],
    [got, m.recall_report_destroyed(), sums.destroyed + answers.destroyed.grams],
    [not, m.recall_report_why_coming(), answers.giving_back.grams],
    [not, m.recall_report_why_eaten(), answers.eaten.grams],
    [not, m.recall_report_why_unknown(), answers.unknown.grams],
    [not, m.recall_report_why_lost(), sums.spoiled + sums.short + sums.difference],
  ];
  return {
    title: m.recall_report_quantities(),
    heads: [m.recall_col_state(), m.recall_report_handling(), m.recall_col_kg()],
    widths: [0.25, 0.5, 0.25],
    rows: [
      ...rows.filter(([, , grams]) => grams !== 0).map(([what, how, grams]) => [what, how, kg(grams)]),
      [m.recall_report_produced(), m.recall_report_total(), kg(sums.received)],
    ],
  };
}

function placesOf({ provinces }: Reported): Table {
  const sum = (of: 'orders' | 'boxes' | 'grams') =>
    String(provinces.reduce((total, group) => total + group[of], 0));
  return {
    title: m.recall_report_places(),
    heads: [m.recall_col_province(), m.recall_col_order(), m.recall_col_boxes(), m.recall_col_kg()],
    widths: [0.4, 0.2, 0.2, 0.2],
    rows: [
      ...provinces.map(({ nameVi, orders, boxes, grams }) => {
        return [nameVi, String(orders), String(boxes), kg(grams)];
      }),
      [m.recall_report_total(), sum('orders'), sum('boxes'), kg(Number(sum('grams')))],
    ],
  };
}

/** The same as rows of a table, its marks in the first of them. */
export function authorityRows(recall: Reported, demo: boolean): string[][] {
  const { title, mark, facts, tables } = authorityReport(recall, demo);
  return [
    ...(mark === null ? [] : [[mark]]),
    [title],
    ...facts.map((fact) => [...fact]),
    ...tables.flatMap((table) => [[], [table.title], [...table.heads], ...table.rows.map((row) => [...row])]),
  ];
}
