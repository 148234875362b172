import type { SentWishes } from '~/delivery/wished';
import type { ShownWhere } from './typed-change.server';

/** A form that changes an order and was refused: what was typed into it, and what is wrong with it. */
export interface RefusedChange {
  typed: Record<string, string>;
  /** The address as far as it was found. */
  where: ShownWhere | null;
  wishes: SentWishes | null;
  said: {
    beside: Record<string, string>;
    /** The sum to agree to, where that is what is asked. */
    total: number | null;
  };
}
