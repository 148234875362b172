import type { Database, Tx } from '@baunghe/db';

/** Whose story is told. */
export interface StoryOf {
  id: string;
  code: string;
  phone: string;
}

/** Who did something: the buyer, the shop by itself, or a person who works here. */
export type Doer = { who: 'buyer' } | { who: 'shop' } | { who: 'person'; userId: string };

/** What everything that happened to an order says of itself; `is` says what it was, and what else there is to say. */
export interface Happening {
  /** Its own within the story. */
  id: string;
  at: Date;
  by: Doer;
  /** The page of the office that tells more, without its language; null: there is none. */
  page: string | null;
}

/** Reads of one kind of things what happened to an order. */
export type Source<H extends Happening & { is: string }> = (
  database: Database | Tx,
  order: StoryOf,
) => Promise<H[]>;

/** Who it was by what a row keeps of them; `otherwise` where it keeps nobody. */
export function doer(byUser: string | null, otherwise: 'buyer' | 'shop'): Doer {
  if (byUser === null) return { who: otherwise };
  if (byUser === 'buyer') return { who: 'buyer' };
  return byUser === 'system' ? { who: 'shop' } : { who: 'person', userId: byUser };
}
