import { fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';

/** The most characters of an orchard's story in one language. */
export const MOST_STORY = 1200;

/** What its grower tells of an orchard on its page, in three languages. */
export interface StoryWords {
  vi: string;
  en: string | null;
  zh: string | null;
}

/** Why an orchard's story was not kept. */
export type StoryRefusal = { code: 'plot_unknown' } | { code: 'member_not_shown' };

/** Keeps an orchard's story, or takes it away when there are no words. Only of a grower who agreed to be shown. */
export async function keepStory(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  plotCode: string,
  words: StoryWords | null,
): Promise<Result<void, StoryRefusal>> {
  const plot = await tx.plot.findUnique({ where: { code: plotCode }, include: { member: true } });
  if (!plot) return fail({ code: 'plot_unknown' });
  const plotId = plot.id;
  if (!words) {
    await tx.plotStory.deleteMany({ where: { plotId } });
    return ok(undefined);
  }
  if (plot.member.shown === 'nothing') return fail({ code: 'member_not_shown' });
  const said = { wordsVi: words.vi, wordsEn: words.en, wordsZh: words.zh, at: moment.now, byUser: by.userId };
  await tx.plotStory.upsert({ where: { plotId }, create: { plotId, ...said }, update: said });
  return ok(undefined);
}

/** An orchard's story; null where none is written. */
export async function storyOf(tx: Tx, plotCode: string): Promise<StoryWords | null> {
  const story = await tx.plotStory.findFirst({ where: { plot: { code: plotCode } } });
  return story && { vi: story.wordsVi, en: story.wordsEn, zh: story.wordsZh };
}
