import type { MalformedTelling } from './bank-line.ts';

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
