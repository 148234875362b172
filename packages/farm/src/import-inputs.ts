import { type Moment, newId, type Tx } from '@baunghe/db';
import { type CatalogueInput, inputFault, lockCatalogue } from './catalogue.ts';
import { foldWords } from './fold-words.ts';
import { type Column, type RowRefusal, readDay } from './read-csv.ts';

export type InputColumn =
  | 'name'
  | 'kind'
  | 'activeIngredient'
  | 'registration'
  | 'preHarvestDays'
  | 'bannedOn'
  | 'bannedReason';

/** The columns of a file of inputs. */
export const INPUT_COLUMNS: readonly Column<InputColumn>[] = [
  { name: 'name', title: 'Tên thương phẩm', also: ['ten', 'ten vat tu', 'trade name'], required: true },
  { name: 'kind', title: 'Loại (phân bón hoặc thuốc)', also: ['loai', 'kind'], required: true },
  { name: 'activeIngredient', title: 'Hoạt chất', also: ['active ingredient'], required: false },
  { name: 'registration', title: 'Số đăng ký', also: ['registration'], required: false },
  { name: 'preHarvestDays', title: 'Cách ly (ngày)', also: ['cach ly', 'phi', 'interval'], required: true },
  { name: 'bannedOn', title: 'Cấm từ ngày', also: ['banned on'], required: false },
  { name: 'bannedReason', title: 'Lý do cấm', also: ['banned reason'], required: false },
];

const KINDS: readonly (readonly [string, CatalogueInput['kind']])[] = [
  ['phan', 'fertiliser'],
  ['fertili', 'fertiliser'],
  ['thuoc', 'pesticide'],
  ['pesticide', 'pesticide'],
];

/** Adds the rows' inputs to the catalogue; one whose name stands there already is brought up to date. */
export async function importInputs(
  tx: Tx,
  moment: Moment,
  rows: readonly ReadonlyMap<InputColumn, string>[],
): Promise<(RowRefusal | null)[]> {
  await lockCatalogue(tx);
  const there = await tx.input.findMany({ select: { id: true, name: true } });
  const ids = new Map(there.map(({ id, name }) => [foldWords(name), id]));
  const answers: (RowRefusal | null)[] = [];
  for (const row of rows) {
    const read = readInput(row);
    const wrong = 'code' in read ? read : inputFault(read);
    answers.push(wrong && { code: wrong.code, detail: 'detail' in wrong ? wrong.detail : null });
    if (wrong || 'code' in read) continue;
    const folded = foldWords(read.name);
    const id = ids.get(folded);
    if (id) await tx.input.update({ where: { id }, data: read });
    else {
      const fresh = newId('inp', moment);
      await tx.input.create({ data: { id: fresh, ...read } });
      ids.set(folded, fresh);
    }
  }
  return answers;
}

function readInput(row: ReadonlyMap<InputColumn, string>): Omit<CatalogueInput, 'id'> | RowRefusal {
  const told = (column: InputColumn) => row.get(column) ?? '';
  if ([...row.values()].some((cell) => cell.length > 120)) return { code: 'cell_too_long', detail: null };
  const folded = foldWords(told('kind'));
  const kind = KINDS.find(([word]) => folded.startsWith(word))?.[1];
  if (!kind) return { code: 'kind_unknown', detail: told('kind') };
  const days = told('preHarvestDays');
  if (!/^\d{1,3}$/.test(days)) return { code: 'interval_out_of_range', detail: days };
  const bannedOn = readDay(told('bannedOn'));
  if (!bannedOn && told('bannedOn') !== '') return { code: 'day_unreadable', detail: told('bannedOn') };
  return {
    name: told('name').replace(/\s+/g, ' '),
    kind,
    activeIngredient: told('activeIngredient') || null,
    registration: told('registration') || null,
    preHarvestDays: Number(days),
    bannedOn,
    bannedReason: told('bannedReason') || null,
  };
}
