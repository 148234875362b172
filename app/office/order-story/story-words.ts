import type { Locale } from '~/locale';
import { AFTER_WORDS } from './after-words';
import { CHANGE_WORDS } from './change-words';
import { GIVING_WORDS } from './giving-words';
import { GOODS_WORDS } from './goods-words';
import { MONEY_WORDS } from './money-words';
import type { Happened, Said, Telling } from './telling';

/** How everything that can happen to an order is told; a new kind of thing brings its words as a line here. */
const TELL: Telling<Happened['is']> = {
  ...GOODS_WORDS,
  ...MONEY_WORDS,
  ...CHANGE_WORDS,
  ...AFTER_WORDS,
  ...GIVING_WORDS,
};

/** What is said of something that happened to an order. */
export function storyWords(happened: Happened, locale: Locale): Said {
  const tell = TELL[happened.is] as (of: Happened, locale: Locale) => Said;
  return tell(happened, locale);
}
