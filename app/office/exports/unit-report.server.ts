import type { Report } from '@baunghe/api';
import type { SheetTable } from '@baunghe/sheets';
import { formatDay } from '~/format';
import * as m from '~/paraglide/messages.js';
import { inSheet, onPaper, type Said } from './said';
import { lotsWithoutTests, type Unit } from './unit-facts';
import { unitTables } from './unit-tables';

type Asked = { from: Date; to: Date; demo: boolean };

const day = (when: Date) => formatDay(when, 'vi');

/** A planting unit's season for GACC on paper, in Vietnamese and English. */
export function unitReport(unit: Unit, { from, to, demo }: Asked): Report {
  return {
    head: onPaper(m.common_coop_name),
    title: `${onPaper(m.recall_unit_head)} ${unit.code}`,
    mark: demo ? onPaper(m.recall_demo_mark) : null,
    wide: true,
    facts: facts(unit, { from, to }, onPaper),
    tables: unitTables(unit, onPaper),
    notes: [onPaper(m.recall_unit_note)],
    sign: onPaper(m.recall_unit_sign),
  };
}

/** The same as sheets of a workbook, with Chinese heads beside the others. */
export function unitSheets(unit: Unit, { from, to, demo }: Asked): [SheetTable, ...SheetTable[]] {
  const told = facts(unit, { from, to }, inSheet);
  const marked = demo ? [[inSheet(m.recall_demo_mark), '']] : [];
  const first = {
    name: unit.code,
    heads: [inSheet(m.recall_unit_head), unit.code],
    rows: [...marked, ...told.map((fact) => [...fact])],
  };
  return [
    first,
    ...unitTables(unit, inSheet).map(({ title, heads, rows }) => ({ name: title, heads, rows })),
  ];
}

function facts(unit: Unit, { from, to }: { from: Date; to: Date }, said: Said): [string, string][] {
  const hectares = unit.plots.reduce((sum, { areaM2 }) => sum + areaM2, 0) / 10_000;
  const missing = lotsWithoutTests(unit);
  const papers = unit.papers.map(({ number, issuer, validFrom, validTo }) => {
    return `${number}, ${issuer}, ${day(validFrom)} – ${day(validTo)}`;
  });
  return [
    [said(m.recall_diary_unit), unit.code],
    [said(m.recall_unit_papers), papers.join('; ') || said(m.recall_unit_none)],
    [said(m.recall_diary_season), `${day(from)} – ${day(to)}`],
    [said(m.recall_diary_area), `${hectares.toLocaleString('vi-VN')} ha`],
    [said(m.recall_unit_house), `${said(m.common_coop_name)}, GLN ${unit.packingHouseGln}`],
    [said(m.papers_packing_house), unit.packingHouseCodes.join(', ') || said(m.recall_unit_none)],
    [said(m.recall_unit_missing), missing.join(', ') || said(m.recall_unit_none)],
  ];
}
