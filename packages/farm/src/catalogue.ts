import { fail, type InputKind, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import { foldWords } from './fold-words.ts';
import { LONGEST_INTERVAL } from './pre-harvest-interval.ts';

/** An input of the catalogue. */
export interface CatalogueInput {
  id: string;
  name: string;
  kind: InputKind;
  activeIngredient: string | null;
  registration: string | null;
  /** Whole days, at most LONGEST_INTERVAL. */
  preHarvestDays: number;
  /** The first day on which it may not be used, and why; both or neither. */
  bannedOn: Date | null;
  bannedReason: string | null;
}

/** Why an input is not kept. */
export type InputRefusal =
  | { code: 'input_unknown' }
  | { code: 'input_name_taken' }
  | { code: 'input_name_empty' }
  | { code: 'interval_out_of_range'; mostDays: number }
  | { code: 'ban_says_no_why' };

/** The catalogue by name: all of it, or what holds every word that was typed, with or without diacritics. */
export async function catalogue(tx: Tx, typed: string): Promise<CatalogueInput[]> {
  const words = foldWords(typed).split(' ').filter(Boolean);
  const inputs = await tx.input.findMany({ orderBy: { name: 'asc' } });
  return inputs.filter((input) => {
    const said = foldWords(`${input.name} ${input.activeIngredient ?? ''} ${input.registration ?? ''}`);
    return words.every((word) => said.includes(word));
  });
}

/** One input, or null. */
export function inputOf(tx: Tx, id: string): Promise<CatalogueInput | null> {
  return tx.input.findUnique({ where: { id } });
}

/**
 * Keeps an input, a new one where `id` is null. A name stands once, whatever its diacritics. What diaries already say of
 * it stays as it was. Returns its id.
 */
export async function putInput(
  tx: Tx,
  moment: Moment,
  input: Omit<CatalogueInput, 'id'> & { id: string | null },
): Promise<Result<string, InputRefusal>> {
  await lockCatalogue(tx);
  const { id, ...told } = input;
  if (id !== null && !(await tx.input.findUnique({ where: { id } }))) return fail({ code: 'input_unknown' });
  const wrong = inputFault(told);
  if (wrong) return fail(wrong);
  const folded = foldWords(told.name);
  const others = await tx.input.findMany({ where: id ? { id: { not: id } } : {}, select: { name: true } });
  if (others.some(({ name }) => foldWords(name) === folded)) return fail({ code: 'input_name_taken' });
  if (id !== null) await tx.input.update({ where: { id }, data: told });
  const kept = id ?? newId('inp', moment);
  if (id === null) await tx.input.create({ data: { id: kept, ...told } });
  return ok(kept);
}

/** Lets one transaction at a time change the catalogue; diaries go on reading it. */
export async function lockCatalogue(tx: Tx): Promise<void> {
  await tx.$executeRaw`LOCK TABLE "input" IN SHARE ROW EXCLUSIVE MODE`;
}

/** What keeps an input from being kept, whatever else the catalogue holds. */
export function inputFault(told: Omit<CatalogueInput, 'id'>): InputRefusal | null {
  if (foldWords(told.name) === '') return { code: 'input_name_empty' };
  const days = told.preHarvestDays;
  if (!Number.isInteger(days) || days < 0 || days > LONGEST_INTERVAL)
    return { code: 'interval_out_of_range', mostDays: LONGEST_INTERVAL };
  if ((told.bannedOn === null) !== (told.bannedReason === null)) return { code: 'ban_says_no_why' };
  return null;
}
