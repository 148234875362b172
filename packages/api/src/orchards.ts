import { fail, ok } from '@baunghe/db';
import { keepStory, MOST_STORY, storyOf } from '@baunghe/farm';
import { orchard, orchards } from '@baunghe/orders';
import { z } from 'zod';
import { paragraphs } from './fields.ts';
import { anyone, only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const manager = only('manager');
const code = z.string().max(32);

const story = writeKey.extend({
  code,
  vi: paragraphs(MOST_STORY),
  en: paragraphs(MOST_STORY),
  zh: paragraphs(MOST_STORY),
});

/** Orchards whose growers agreed to be shown, and what is told of them. */
export const orchardsRouter = router({
  list: anyone.query(({ ctx }) => orchards(ctx.database, ctx.moment().now)),

  one: anyone.input(z.object({ code })).query(async ({ ctx, input }) => {
    const found = await orchard(ctx.database, ctx.moment().now, input.code.toUpperCase());
    return found ? ok(found) : fail({ code: 'orchard_unknown' });
  }),

  story: manager.input(z.object({ code })).query(({ ctx, input }) => storyOf(ctx.database, input.code)),

  /** Keeps what is told of an orchard; with nothing in Vietnamese, nothing is told. */
  keepStory: manager.input(story).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'orchards.keepStory', input, (tx) => {
      const { vi, en, zh } = input;
      const words = vi === null ? null : { vi, en, zh };
      return keepStory(tx, ctx.moment(), ctx.person, input.code, words);
    }),
  ),
});
