import type { Locale } from '~/locale';

/** One field of a kept form: its name, and what was typed or the file that was chosen. */
export type KeptField = [name: string, value: string | Blob];

/** A question of a form and what was answered, in the words that stood on the screen. */
export interface Told {
  question: string;
  answer: string;
}

/** What the cooperative answered to an entry that it did not take. */
export interface RefusedBecause {
  status: number;
  /** Sentences as the form would show them, the one above it first. */
  words: string[];
}

/**
 * A form that was filled in on this phone. It is `waiting` until the cooperative answers: a page that is killed, or a
 * signal that goes, between saving and the answer leaves it so, and it is sent again with the same key.
 */
export interface Entry {
  /** Its place among the others: they are sent in this order. Given by the phone's store. */
  seq?: number;
  /** The write key (UUID): the same however often it is sent. */
  id: string;
  /** The user who filled it in; it is sent for nobody else. */
  owner: string;
  kind: string;
  /** What it is of, where its page's address says so: a lot's batch code, an order's code, `CODE/SERIAL` of a box. */
  of?: string;
  /** The language of the screen it was filled in on: the answer comes in it. */
  lang: Locale;
  fields: KeptField[];
  told: Told[];
  state: 'waiting' | 'refused' | 'sent';
  /** When it was saved, by the phone's clock, in milliseconds since 1970. */
  savedAt: number;
  /** How far the phone believed its clock to be ahead when it was saved, in milliseconds. */
  believedAhead: number;
  /** How often it was sent without an answer, and before when it is not tried again (the phone's clock). */
  tries: number;
  notBefore: number;
  /** How often the cooperative's server stumbled over it. */
  stumbles?: number;
  refused?: RefusedBecause;
  /** Where its page leads, and when the cooperative had it, by the cooperative's clock. */
  sent?: { to: string; at: string };
}

/** An entry as its form hands it over. */
export type NewEntry = Pick<
  Entry,
  'id' | 'owner' | 'kind' | 'of' | 'lang' | 'fields' | 'told' | 'savedAt' | 'believedAhead'
>;

/** A new entry, not sent yet. */
export const asWaiting = (entry: NewEntry): Entry => ({ ...entry, state: 'waiting', tries: 0, notBefore: 0 });

/** Whether an entry's day is one that its form offered by the phone's clock; one typed by hand is its owner's word. */
export const dayIsByClock = ({ fields }: Pick<Entry, 'fields'>): boolean =>
  fields.some(([name, value]) => name === 'day' && value !== 'other');
