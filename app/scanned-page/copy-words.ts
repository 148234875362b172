import { formatInstant } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import type { SeenOfBox } from './story';

type Flag = SeenOfBox['flags'][number];

const WORDS: Record<
  Flag['kind'],
  { title: () => string; text: (of: { at: string; places: number }) => string }
> = {
  many_places: { title: m.box_copy_many_title, text: m.box_copy_many },
  after_delivery: { title: m.box_copy_after_title, text: m.box_copy_after },
  before_packing: { title: m.box_copy_before_title, text: m.box_copy_before },
};

/** A flag in plain words: what was seen, and what it may mean. It says nothing that is not known. */
export function copyWords({ kind, since, places }: Flag, locale: Locale): { title: string; text: string } {
  const { title, text } = WORDS[kind];
  return { title: title(), text: text({ at: formatInstant(since, locale), places }) };
}
