import type { DiaryAct, Moment, Tx } from '@baunghe/db';
import { foldWords } from './fold-words.ts';
import { type Column, type RowRefusal, readArea, readDay } from './read-csv.ts';
import { type NewDiaryEntry, recordDiaryEntries, type Writer } from './record-diary.ts';

const TEXTS = [
  'dose',
  'reason',
  'operator',
  'quantity',
  'equipment',
  'weather',
  'invoice',
  'supplier',
  'note',
] as const;

export type DiaryColumn = 'plot' | 'act' | 'doneOn' | 'input' | 'areaM2' | (typeof TEXTS)[number];

/** The columns of a file of diary entries. */
export const DIARY_COLUMNS: readonly Column<DiaryColumn>[] = [
  { name: 'plot', title: 'Thửa', also: ['ma thua', 'plot'], required: true },
  { name: 'act', title: 'Việc', also: ['cong viec', 'hoat dong', 'act'], required: true },
  { name: 'doneOn', title: 'Ngày', also: ['ngay lam', 'date'], required: true },
  { name: 'input', title: 'Vật tư', also: ['ten thuong pham', 'input'], required: false },
  { name: 'dose', title: 'Liều lượng', also: ['lieu', 'dose'], required: false },
  { name: 'areaM2', title: 'Diện tích', also: ['area'], required: false },
  { name: 'reason', title: 'Đối tượng hoặc lý do', also: ['ly do', 'doi tuong', 'reason'], required: false },
  { name: 'operator', title: 'Người làm', also: ['nguoi thuc hien', 'operator'], required: false },
  { name: 'equipment', title: 'Dụng cụ', also: ['equipment'], required: false },
  { name: 'weather', title: 'Thời tiết', also: ['weather'], required: false },
  { name: 'quantity', title: 'Số lượng', also: ['quantity'], required: false },
  { name: 'supplier', title: 'Nơi mua', also: ['supplier'], required: false },
  { name: 'invoice', title: 'Số hóa đơn', also: ['hoa don', 'invoice'], required: false },
  { name: 'note', title: 'Ghi chú', also: ['note'], required: false },
];

const ACT_WORDS: readonly (readonly [string, DiaryAct])[] = [
  ['mua', 'buy'],
  ['buy', 'buy'],
  ['bon', 'fertilise'],
  ['fertili', 'fertilise'],
  ['phun', 'spray'],
  ['spray', 'spray'],
  ['tuoi', 'water'],
  ['water', 'water'],
  ['tia', 'prune'],
  ['prun', 'prune'],
  ['lay mau', 'sample'],
  ['sampl', 'sample'],
  ['kiem tra', 'inspect'],
  ['tham', 'inspect'],
  ['inspect', 'inspect'],
];

/** Writes the rows into the diaries of the plots that they name, as a person would. */
export async function importDiary(
  tx: Tx,
  moment: Moment,
  by: Writer,
  rows: readonly ReadonlyMap<DiaryColumn, string>[],
): Promise<(RowRefusal | null)[]> {
  const plots = await tx.plot.findMany({ select: { id: true, code: true } });
  const inputs = await tx.input.findMany({ select: { id: true, name: true } });
  const known = {
    plots: new Map(plots.map(({ id, code }) => [code.toUpperCase(), id])),
    inputs: new Map(inputs.map(({ id, name }) => [foldWords(name), id])),
  };
  const read = rows.map((row) => readEntry(row, known));
  const answers: (RowRefusal | null)[] = read.map((entry) => ('code' in entry ? entry : null));
  const entries = read.flatMap((entry, index) => ('code' in entry ? [] : [{ entry, index }]));
  const written = await recordDiaryEntries(
    tx,
    moment,
    by,
    entries.map(({ entry }) => entry),
  );
  for (const [at, { index }] of entries.entries()) {
    const answer = written[at];
    if (!answer || answer.ok) continue;
    const { error } = answer;
    answers[index] = { code: error.code, detail: error.code === 'input_banned' ? error.reason : null };
  }
  return answers;
}

function readEntry(
  row: ReadonlyMap<DiaryColumn, string>,
  known: { plots: ReadonlyMap<string, string>; inputs: ReadonlyMap<string, string> },
): NewDiaryEntry | RowRefusal {
  const told = (column: DiaryColumn) => row.get(column) ?? '';
  if ([...row.values()].some((cell) => cell.length > 400)) return { code: 'cell_too_long', detail: null };
  const plotId = known.plots.get(told('plot').toUpperCase());
  if (!plotId) return { code: 'plot_unknown', detail: told('plot') };
  const folded = foldWords(told('act'));
  const act = ACT_WORDS.find(([word]) => folded.startsWith(word))?.[1];
  if (!act) return { code: 'act_unknown', detail: told('act') };
  const doneOn = readDay(told('doneOn'));
  if (!doneOn) return { code: 'day_unreadable', detail: told('doneOn') };
  const inputId = known.inputs.get(foldWords(told('input'))) ?? null;
  if (!inputId && told('input') !== '') return { code: 'input_unknown', detail: told('input') };
  const areaM2 = readArea(told('areaM2'));
  if (!areaM2 && told('areaM2') !== '') return { code: 'area_unreadable', detail: told('areaM2') };
  const texts = Object.fromEntries(TEXTS.map((name) => [name, told(name) || null])) as Pick<
    NewDiaryEntry,
    (typeof TEXTS)[number]
  >;
  return { plotId, act, doneOn, inputId, areaM2, ...texts };
}
