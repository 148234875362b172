import type { ApiOutputs } from '@baunghe/api';
import type { SignName } from '~/components/sign';
import type { Locale } from '~/locale';

/** Something that happened to an order, as the gate tells it. */
export type Happened = Extract<ApiOutputs['orderStory']['one'], { ok: true }>['value']['happened'][number];

/** What is said of it: in a few words, with more below, and the sign that stands beside it. */
export interface Said {
  title: string;
  /** What else there is to say; what is empty is left out. */
  more?: (string | null | undefined | false)[];
  sign: SignName;
  /** That something is not as it should be. */
  tone?: 'halted';
}

/** How each of some kinds of things is told. */
export type Telling<K extends Happened['is']> = {
  [Is in K]: (of: Happened & { is: Is }, locale: Locale) => Said;
};
