import type { Result } from '@baunghe/db';
import type { TellingOfLine } from './bank-line.ts';
import type { FeedPost, FeedRefusal } from './feed-post.ts';
import { checkPayos, type PayosKeys, readPayos } from './payos.ts';
import { checkSepay, readSepay, type SepayKeys } from './sepay.ts';

export type { FeedPost, FeedRefusal } from './feed-post.ts';

/** Which service tells of the bank account's movements, and how it shows who it is. */
export type BankFeed = SepayKeys | PayosKeys;

/** Checks who sent a webhook, and reads it; null: it tells of no movement. */
export function readFeed(
  feed: BankFeed,
  post: FeedPost,
  now: Date,
): Result<TellingOfLine | null, FeedRefusal> {
  const believed = feed.by === 'sepay' ? checkSepay(feed, post, now) : checkPayos(feed, post);
  if (!believed.ok) return believed;
  return feed.by === 'sepay' ? readSepay(post.body) : readPayos(post.body);
}
