import { buffer } from 'node:stream/consumers';
import { report } from '@baunghe/api';
import * as mupdf from 'mupdf';
import { expect, it } from 'vitest';
import { vietgapDiary } from '~/orchard/vietgap-diary.server';
import { quantitiesOf } from '../recall/authority-report.server';
import { fsmaTable } from './fsma-table';
import { lotsWithoutTests, type Unit } from './unit-facts';
import { unitReport, unitSheets } from './unit-report.server';

const day = (text: string) => new Date(`2026-06-${text}T00:00:00Z`);

/** What another program reads in a PDF. */
async function saidBy(paper: Parameters<typeof report>[0]): Promise<string> {
  const document = mupdf.Document.openDocument(await buffer(report(paper)), 'application/pdf');
  const pages = Array.from({ length: document.countPages() }, (_, at) => document.loadPage(at));
  const text = pages.map((page) => page.toStructuredText('').asText()).join(' ');
  return text.normalize('NFC').replace(/\s+/g, ' ');
}

const entry = (
  act: 'spray' | 'inspect',
  doneOn: Date,
  words: Partial<Unit['plots'][number]['diary'][number]>,
) => ({
  ...{
    id: `dia_${act}`,
    plotId: 'plo_1',
    plotCode: 'T01',
    plotName: 'Vườn thử',
    act,
    doneOn,
    recordedAt: doneOn,
  },
  ...{ inputName: null, activeIngredient: null, registration: null, preHarvestDays: null, dose: null },
  ...{
    reason: null,
    operator: 'Người làm thử',
    areaM2: 4000,
    quantity: null,
    equipment: null,
    weather: 'nắng',
  },
  ...{ invoice: null, supplier: null, note: null, ...words },
});
const result = (kind: 'cadmium' | 'auramine_o', harvestId: string | null, nanogramsPerKg: number | null) => ({
  ...{ kind, number: `KN-${kind}`, laboratory: 'Phòng thử', sampledOn: day('20'), resultOn: day('21') },
  ...{
    passed: true,
    nanogramsPerKg,
    limitNanogramsPerKg: nanogramsPerKg === null ? null : 50_000,
    harvestId,
  },
});
const harvest = (harvestId: string, cutOn: Date, batch: string) => ({
  ...{
    harvestId,
    cutOn,
    lotIds: [`lot_${batch}`],
    batches: [batch],
    nameVi: 'Ri6',
    nameEn: 'Ri6',
    grade: 'A',
  },
  grams: 61_250,
});
const PLOT: Unit['plots'][number] = {
  ...{ code: 'T01', name: 'Vườn thử', memberName: 'Người trồng thử', plantingUnitCode: 'VN-XXOR-9999' },
  ...{ areaM2: 9500, trees: ['Ri6: 90'] },
  diary: [
    entry('spray', day('03'), {
      ...{ inputName: 'Thuốc thử 5EC', activeIngredient: 'hoạt chất thử', registration: '99XX' },
      ...{ preHarvestDays: 14, dose: '10 ml/16 lít', reason: 'Rệp sáp' },
    }),
    entry('inspect', day('10'), { reason: 'Chưa thấy sâu đục trái', note: 'Theo dõi thêm' }),
  ],
  harvests: [harvest('har_1', day('19'), 'LOTHU1'), harvest('har_2', day('24'), 'LOTHU2')],
  results: [
    result('cadmium', 'har_1', 12_000),
    result('auramine_o', 'har_1', null),
    result('cadmium', null, 9000),
  ],
};
const lot = { batch: 'LOTHU1', boxedGrams: 40_000 } as Unit['lots'][number];
const UNIT: Unit = {
  code: 'VN-XXOR-9999',
  plots: [PLOT],
  papers: [{ number: 'MINH-HOA', issuer: 'Nơi cấp', validFrom: day('01'), validTo: day('30') }],
  lots: [lot],
  packingHouseGln: '9521234000013',
  packingHouseCodes: ['VN-XXPH-9999'],
};
const SEASON = { from: day('01'), to: day('30'), demo: true };

it('the VietGAP diary, read by another program, says who, where, each act with its interval, cuts and results', async () => {
  const said = await saidBy(vietgapDiary(PLOT, SEASON));
  const words = [
    'NHẬT KÝ SẢN XUẤT',
    'TCVN 11892-1:2026',
    'DỮ LIỆU MINH HỌA',
    'T01 · Vườn thử',
    'Người trồng thử',
  ];
  const acts = [
    '03/06/2026',
    'Thuốc thử 5EC',
    '99XX',
    'Rệp sáp',
    '10 ml/16 lít',
    '14',
    'Người làm thử',
    'nắng',
  ];
  for (const word of [
    ...words,
    ...acts,
    'VN-XXOR-9999',
    '19/06/2026',
    'LOTHU1',
    '61,25',
    'KN-cadmium',
    'đạt',
  ])
    expect(said).toContain(word);
  expect(await saidBy(vietgapDiary(PLOT, { ...SEASON, demo: false }))).not.toContain('MINH HỌA');
});

it('a planting unit’s report has monitoring, intervals kept, and the tests of every lot, in two languages', async () => {
  const said = await saidBy(unitReport(UNIT, SEASON));
  const words = [
    'PLANTING UNIT REPORT',
    'VN-XXOR-9999',
    'VN-XXPH-9999',
    'MINH-HOA',
    'GLN 9521234000013',
    'DEMO DATA',
  ];
  const pests = ['Pest monitoring', 'Chưa thấy sâu đục trái', 'Theo dõi thêm'];
  const tests = ['KN-auramine_o', '0,012 mg/kg (mức 0,05)', 'chưa có / not yet', '40'];
  // What is too long for its cell goes on in the next line.
  const close = (text: string) => text.replaceAll(' ', '');
  for (const word of [...words, ...pests, ...tests]) expect(close(said)).toContain(close(word));
  expect(lotsWithoutTests(UNIT)).toEqual(['LOTHU2']);
  const sheets = unitSheets(UNIT, SEASON);
  expect(sheets.map(({ rows }) => rows.length)).toEqual([8, 1, 1, 1, 2, 1]);
  for (const { heads, rows } of sheets) for (const row of rows) expect(row).toHaveLength(heads.length);
  expect(sheets[3]?.rows[0]).toEqual(expect.arrayContaining(['14', '16']));
  expect(sheets[3]?.heads.join()).toContain('间隔期');
});

it('an FSMA 204 row has what the rule names for its kind of event, and says that it is demo wherever it is sorted to', () => {
  const step = {
    ...{ day: '2026-06-19', lotCode: 'LOTHU1', usedLotCode: null, usedGrams: null, commodity: 'durian' },
    ...{ variety: 'Ri6', grade: 'A', grams: 40_000, boxes: 4, plotCode: 'T01', plotName: 'Vườn thử' },
    ...{
      cutOn: '2026-06-19',
      receivedOn: '2026-06-19',
      cooledOn: null,
      celsius: null,
      province: null,
      business: null,
    },
    ...{ referenceType: 'packing record', reference: 'box_1' },
  };
  const told = { gln: '9521234000013', phone: '+84900000000', demo: true };
  const business = { name: 'Công ty thử', phone: '+84911111111', place: 'Số 1, Phường Thử, Tỉnh Thử' };
  const table = fsmaTable(
    [
      { ...step, step: 'initial_packing' },
      {
        ...step,
        step: 'shipping',
        province: 'Dong Nai',
        referenceType: 'SSCC',
        reference: '952123400000000012',
      },
      { ...step, step: 'transformation', usedLotCode: 'LOTHU0', usedGrams: 10_000 },
      { ...step, step: 'shipping', province: 'Dong Nai', business },
      { ...step, step: 'harvesting' },
    ],
    told,
  );
  const of = (row: number) =>
    Object.fromEntries(table.heads.map((head, at) => [head, table.rows[row]?.[at]]));
  const common = { 'Traceability lot code': 'LOTHU1', Quantity: 40, 'Unit of measure': 'kg', Variety: 'Ri6' };
  const source = {
    'Traceability lot code source (GLN)': '9521234000013',
    Note: expect.stringContaining('DEMO'),
  };
  for (const row of [0, 1, 2]) expect(of(row)).toMatchObject({ ...common, ...source });
  expect(of(0)).toMatchObject({
    'Critical tracking event': 'initial packing',
    'Date received for packing': '2026-06-19',
    'Field or growing area': 'T01 Vườn thử',
    'Immediate subsequent recipient': null,
  });
  expect(of(1)).toMatchObject({
    'Immediate subsequent recipient': 'Consumer (direct sale)',
    'Recipient location description': 'Dong Nai',
    'Recipient phone number': null,
    'Reference document type': 'SSCC',
  });
  expect(of(3)).toMatchObject({
    'Immediate subsequent recipient': 'Công ty thử',
    'Recipient location description': 'Số 1, Phường Thử, Tỉnh Thử',
    'Recipient phone number': '+84911111111',
  });
  const harvester = { 'Harvester business name': 'Bàu Nghé Fruit Cooperative' };
  expect(of(4)).toMatchObject({ ...harvester, 'Harvester phone number': '+84900000000' });
  const used = { 'Lot code used (transformation)': 'LOTHU0', 'Quantity used (transformation)': 10 };
  expect(of(2)).toMatchObject({ ...used, 'Date received for packing': null });
  expect(fsmaTable([], { ...told, demo: false }).heads).not.toContain('Note');
});

it('the authority’s report parts all that was produced into what was recalled and what was not', () => {
  const sums = {
    ...{ received: 100_001, inStore: 30_000, reserved: 5000, packed: 10_000, sent: 50_000 },
    ...{ spoiled: 1, destroyed: 4000, short: 500, difference: 500 },
  };
  const said = (grams: number) => ({ grams, buyers: 1 });
  const fates = {
    destroyed: said(20_000),
    eaten: said(15_000),
    giving_back: said(10_000),
    unknown: said(5000),
  };
  const { rows } = quantitiesOf({ sums, answers: fates });
  const grams = rows.map((row) => Number(row[2]?.replace(/[^\d,]/g, '').replace(',', '.')) * 1000);
  expect(grams.at(-1)).toBe(100_001);
  expect(Math.round(grams.slice(0, -1).reduce((sum, part) => sum + part, 0))).toBe(100_001);
});
