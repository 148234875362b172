import { fail, ok, type Result, refusalOf, type Tx } from '@baunghe/db';

/** Kinds of fruit, each with the drawings that its varieties may be shown by. */
export const FRUITS = {
  durian: ['durian-ri6.svg', 'durian-dona.svg', 'durian-chin-hoa.svg', 'durian-musang-king.svg'],
  avocado: ['avocado.svg'],
  rambutan: ['rambutan.svg'],
  mangosteen: ['mangosteen.svg'],
  jackfruit: ['jackfruit.svg'],
  pomelo: ['pomelo.svg'],
  longan: ['longan.svg'],
} as const;

/** What is known of a variety. */
export interface VarietyEntry {
  /** Painted on crates and written in messages: RI6. */
  code: string;
  fruit: string;
  nameVi: string;
  nameEn: string;
  nameZh: string | null;
  /** Days from cutting within which the fruit is good. */
  shelfDays: number;
  /** The months, 1 to 12, in which it is mostly ripe. */
  ripeMonths: number[];
  /** Whether it goes on ripening after it was cut; left out: as it was, and of a new one no. */
  ripens?: boolean;
  picture: string;
}

/** A variety with the GTIN of its loose fruit. */
export interface KnownVariety extends VarietyEntry {
  looseGtin: string;
}

/** Why a variety was not written down. */
export type VarietyRefusal = { code: 'variety_code_taken' | 'variety_unknown' };

/** All varieties by name. */
export function varieties(tx: Tx): Promise<KnownVariety[]> {
  return tx.variety.findMany({ orderBy: [{ fruit: 'asc' }, { nameVi: 'asc' }] });
}

/** Writes a new variety down; `looseGtin` names its fruit as it comes off the tree. */
export async function addVariety(
  tx: Tx,
  entry: VarietyEntry,
  looseGtin: string,
): Promise<Result<{ code: string }, VarietyRefusal>> {
  try {
    await tx.variety.create({ data: { ...entry, looseGtin } });
  } catch (error) {
    if (refusalOf(error)?.sqlState !== '23505') throw error;
    return fail({ code: 'variety_code_taken' });
  }
  return ok({ code: entry.code });
}

/** Says a variety anew; its code and GTIN stay. Lots keep the best-before that they were given. */
export async function changeVariety(
  tx: Tx,
  { code, ...entry }: VarietyEntry,
): Promise<Result<{ code: string }, VarietyRefusal>> {
  const { count } = await tx.variety.updateMany({ where: { code }, data: entry });
  return count === 1 ? ok({ code }) : fail({ code: 'variety_unknown' });
}
