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
  /** What proves a number, in the language of who asked. */
  | { code: 'sign_in_code'; digits: string; locale: string }
  /** Asks somebody to work here. */
  | { code: 'invitation'; link: string }
  | { code: 'help'; grows: boolean; packs: boolean }
  | { code: 'may_not' }
  | { code: 'unclear' }
  | { code: 'stranger' };

/** Makes an answer's text, in Vietnamese without marks. */
export type SmsWords = (answer: SmsAnswer) => string;
