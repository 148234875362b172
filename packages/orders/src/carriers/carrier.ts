import type { CarrierState, Result } from '@baunghe/db';
import type { Dong } from '@baunghe/money';

/** The carriers known here. */
export type CarrierKey = 'by_hand' | 'ghn';

/** What is given to a carrier, and to whom it goes. */
export interface Parcel {
  /** Ours: a carrier asked twice with it answers with the first. */
  clientCode: string;
  /** The number that somebody typed, where a carrier gives none by itself. */
  typedTracking: string | null;
  to: { name: string; phone: string; street: string; ward: string; province: string };
  pieces: readonly { name: string; grams: number }[];
  /** What is to be brought back in cash. */
  collect: Dong;
  note: string | null;
}

/** What a carrier answers once it took a parcel on. */
export interface Booked {
  tracking: string | null;
  /** What its sorters go by. */
  sortCode: string | null;
  fee: Dong | null;
  expectedAt: Date | null;
}

/** Why a carrier did not do what it was asked. */
export type CarrierRefusal =
  /** It heard, and said no: `why` in its own words. */
  | { code: 'carrier_refused'; why: string }
  /** Its list has no ward that is surely ours: somebody has to say which it is. */
  | { code: 'ward_unknown'; why: string }
  /** It did not hear, or could not answer: ask again later. */
  | { code: 'carrier_away'; why: string };

/** A place on a parcel's way: the carrier's word, what that means here, and when. */
export interface Stop {
  said: string;
  state: CarrierState;
  at: Date;
}

/** A province of a carrier's own list. */
export interface CarrierWards {
  province: string;
  wards: readonly CarrierPlace[];
}

/** What a carrier called about. */
export interface CarrierNews {
  tracking: string;
  clientCode: string;
  /** Why it is as it is, where the carrier says so: nothing else tells it. */
  reason: ToldReason | null;
}

/** Why a carrier says that a parcel is where it is. */
export interface ToldReason {
  /** The status that it is the reason of, in the carrier's word. */
  said: string;
  code: string | null;
  words: string | null;
  at: Date;
}

/** A ward as a carrier's own list has it. */
export interface CarrierPlace {
  name: string;
  /** What else it is called there. */
  also: readonly string[];
}

/** Why a call is not heard. */
export type NewsRefusal = { code: 'secret_wrong' } | { code: 'not_json' } | { code: 'news_malformed' };

/** Up to what a carrier takes a parcel; null: it does not say. */
export interface CarrierLimits {
  grams: number | null;
  collect: Dong | null;
}

/** A carrier. Whoever is not spoken to by machine answers by hand: at once, with what somebody typed. */
export interface Carrier {
  key: CarrierKey;
  /** As staff and buyers call it. */
  name: string;
  limits: CarrierLimits;
  book(parcel: Parcel): Promise<Result<Booked, CarrierRefusal>>;
  /** Its number of what we call `clientCode`; null: it knows of none. */
  find(clientCode: string): Promise<Result<string | null, CarrierRefusal>>;
  cancel(tracking: string): Promise<Result<void, CarrierRefusal>>;
  /** The wards of a province in the carrier's own list, and what that province is called there; null: it keeps none. */
  wards(province: string): Promise<Result<CarrierWards | null, CarrierRefusal>>;
  /** All stops of a parcel so far, in any order. */
  stops(tracking: string): Promise<Result<readonly Stop[], CarrierRefusal>>;
  /** What a call of the carrier's is about; `secret` is what stood in its address. Null: nothing of ours. */
  readNews(told: { secret: string; body: string }): Result<CarrierNews | null, NewsRefusal>;
  /** Where anybody sees where a parcel is. */
  trackingLink(tracking: string): string | null;
}
