import type { Result } from '@baunghe/db';
import type { MalformedTelling, TellingOfLine } from './bank-line.ts';
import { checkPayos, type PayosKeys, readPayos } from './payos.ts';
import { checkSepay, readSepay, type SepayKeys } from './sepay.ts';

/** Which service tells of the bank account's movements, and how it shows who it is. */
export type BankFeed = SepayKeys | PayosKeys;

/** What was posted, as it came; headers that were not sent are empty. */
export interface FeedPost {
  body: string;
  authorization: string;
  signature: string;
  timestamp: string;
}

/** Why a telling is not believed or not understood. */
export type FeedRefusal =
  | { code: 'signature_missing' }
  | { code: 'signature_wrong' }
  | { code: 'timestamp_drift'; mostSeconds: number }
  | { code: 'not_json' }
  | MalformedTelling;

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
