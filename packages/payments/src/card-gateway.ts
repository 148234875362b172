import type { Result } from '@baunghe/db';
import type { Dong } from '@baunghe/money';

/** A card payment as the company that runs it knows it now. */
export interface CardIntent {
  id: string;
  /** Ours, as we named it when its page was opened. */
  cardPaymentId: string | null;
  state: 'waiting' | 'authorised' | 'captured' | 'cancelled';
  /** What is kept on the card and may be taken. */
  capturable: Dong;
  captured: Dong;
  /** The code of what went wrong last. */
  trouble: string | null;
}

/** A charge that its holder contests. */
export interface ContestedCharge {
  id: string;
  intentId: string;
  amount: Dong;
  reason: string;
  status: string;
  dueBy: Date | null;
}

/** What a card company's call is about: the thing to ask it of. */
export type CardNews =
  | { kind: 'intent'; id: string }
  | { kind: 'session'; id: string }
  | { kind: 'dispute'; id: string }
  | { kind: 'other' };

/** Why the card company did not do what it was asked. */
export interface CardRefusal {
  code: 'card_refused' | 'card_away';
  /** The company's own code, for staff. */
  why: string;
}

/** What is to be paid on the card company's page. */
export interface PageToOpen {
  cardPaymentId: string;
  orderCode: string;
  amount: Dong;
  locale: string;
  expiresAt: Date;
  /** Where the buyer comes back to when it is done, and when they turn back. */
  doneUrl: string;
  backUrl: string;
}

/** A company that takes cards on a page of its own: no number of a card comes near us. */
export interface CardGateway {
  openPage(page: PageToOpen): Promise<Result<{ sessionId: string; url: string }, CardRefusal>>;
  /** The session's intent, when there is one yet; closed: nobody can pay on its page any more. */
  session(
    id: string,
  ): Promise<Result<{ intentId: string | null; url: string | null; closed: boolean }, CardRefusal>>;
  closePage(sessionId: string): Promise<Result<void, CardRefusal>>;
  intent(id: string): Promise<Result<CardIntent, CardRefusal>>;
  capture(id: string, amount: Dong): Promise<Result<CardIntent, CardRefusal>>;
  cancel(id: string): Promise<Result<CardIntent, CardRefusal>>;
  /** Gives back; the same `key` gives once. Returns the refund's id there. */
  refund(of: { intentId: string; amount: Dong; key: string }): Promise<Result<string, CardRefusal>>;
  dispute(id: string): Promise<Result<ContestedCharge, CardRefusal>>;
  /** What a signed call is about; it may come late, twice and in any order, so that it only says whom to ask. */
  readNews(body: string, signature: string): Result<CardNews, { code: 'signature_wrong' }>;
}
