import { givingWords } from '~/office/limits/giving-words';
import * as m from '~/paraglide/messages.js';
import type { Telling } from './telling';

/** What was over somebody's limit, and what a second person said to it. */
export const GIVING_WORDS: Telling<
  'giving_asked' | 'giving_approved' | 'giving_declined' | 'giving_taken_back'
> = {
  giving_asked: ({ words, ...of }, locale) => ({
    title: m.limits_story_asked({ what: givingWords(of, locale) }),
    more: [words],
    sign: 'seal',
  }),
  giving_approved: (of, locale) => ({
    title: m.limits_story_approved({ what: givingWords(of, locale) }),
    sign: 'seal',
  }),
  giving_taken_back: ({ words, ...of }, locale) => ({
    title: m.limits_story_taken_back({ what: givingWords(of, locale) }),
    more: [m.story_why({ why: words })],
    sign: 'seal',
  }),
  giving_declined: ({ words, ...of }, locale) => ({
    title: m.limits_story_declined({ what: givingWords(of, locale) }),
    more: [m.story_why({ why: words })],
    sign: 'seal',
  }),
};
