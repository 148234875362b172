import type { RecallAdvice, RecallFate } from '@baunghe/db';
import type { CertificateToTell, HarvestRefusal, OpenInterval, UndoHarvestRefusal } from '@baunghe/farm';
import type { UnclearHarvest } from '@baunghe/notices';
import type { OrderNews } from '@baunghe/orders';
import type { WentOut } from '@baunghe/stock';

/** Fruit of one kind in the store, in grams. */
export interface Pile {
  /** The variety's Vietnamese name. */
  fruit: string;
  grade: string;
  grams: number;
  /** Whether it may not be sold. */
  held: boolean;
}

/** What an SMS is answered; `SmsWords` makes a text of it. */
export type SmsAnswer =
  | {
      code: 'harvest_recorded';
      fruit: string;
      grade: string;
      grams: number;
      plotCode: string;
      batch: string;
      undoCode: string;
      heldBy: OpenInterval | null;
    }
  | { code: 'harvest_refused'; refusal: HarvestRefusal; plotCode: string; fruits: string[] }
  /** The very words of a harvest a moment ago: is it one more? */
  | { code: 'harvest_same'; batch: string }
  | { code: 'harvest_unclear'; unclear: UnclearHarvest }
  | { code: 'undone'; batch: string }
  | { code: 'not_undone'; why: UndoHarvestRefusal | { code: 'nothing_to_undo' } }
  | { code: 'undo_which'; undoCodes: string[] }
  | { code: 'store'; piles: Pile[] }
  | { code: 'orders'; grown: WentOut | null; toPack: { count: number; codes: string[] } | null }
  /** Told without being asked; `link` leads to the order's page. */
  | { code: 'order_news'; news: OrderNews; link: string }
  /** Told without being asked. */
  | ({ code: 'certificate_ends' } & Pick<
      CertificateToTell,
      'kind' | 'number' | 'plotCode' | 'validTo' | 'daysLeft'
    >)
  /** Told without being asked: a request for much fruit has its quote, or none; `link` leads to its page. */
  | { code: 'bulk_answered'; request: string; quoted: boolean; locale: string; link: string }
  /** Told without being asked: what a settlement comes to for a member. */
  | { code: 'statement_ready'; fromDay: Date; toDay: Date; pay: number; left: number }
  /** Told without being asked: what a member gets of a closed year's surplus. */
  | { code: 'share_ready'; year: number; share: number }
  /** What proves a number, in the language of who asked. */
  | { code: 'sign_in_code'; digits: string; locale: string }
  /** Told without being asked: fruit of an order is called back; `link` leads to where to answer. */
  | {
      code: 'recall_told';
      reason: string;
      advice: RecallAdvice;
      orderCode: string;
      locale: string;
      link: string;
    }
  /** What a buyer said of it is written down. */
  | { code: 'recall_heard'; fate: RecallFate }
  /** What proves the number of who works here, in the language of who asked. */
  | { code: 'office_code'; digits: string; locale: string }
  /** What proves an applicant's number, in their language. */
  | { code: 'join_code'; digits: string; locale: string }
  /** Told without being asked: a manager took away their second factor. */
  | { code: 'factor_dropped' }
  /** Told without being asked: where a member is paid was changed. */
  | { code: 'account_changed'; lastDigits: string }
  /** How an application stands; `link` leads to its page, or, accepted, to where its new member sets a password. */
  | {
      code: 'application_news';
      application: string;
      state: 'received' | 'looked_at' | 'more_asked' | 'accepted' | 'refused';
      locale: string;
      link: string;
    }
  /** That the office answered what a member asked for. */
  | { code: 'request_answered'; request: string; granted: boolean; link: string }
  /** Asks somebody to work here. */
  | { code: 'invitation'; link: string }
  | { code: 'help'; grows: boolean; packs: boolean }
  | { code: 'may_not' }
  | { code: 'unclear' }
  | { code: 'stranger' };

/** Makes an answer's text, in Vietnamese without marks. */
export type SmsWords = (answer: SmsAnswer) => string;
