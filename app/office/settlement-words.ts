import type { ApiOutputs } from '@baunghe/api';
import type { BadgeTone } from '~/components/badge';
import { formatDay } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';

/** A settlement in the list. */
export type Settlement = ApiOutputs['settlement']['board']['rows'][number];

const STATE: Record<Settlement['state'], { words: () => string; tone: BadgeTone }> = {
  prepared: { words: m.settlement_state_prepared, tone: 'care' },
  approved: { words: m.settlement_state_approved, tone: 'done' },
  dropped: { words: m.settlement_state_dropped, tone: 'plain' },
};

/** How far a settlement is, in words and paint. */
export const settlementLook = (state: Settlement['state']) => ({
  words: STATE[state].words(),
  tone: STATE[state].tone,
});

type Days = { fromDay: Date | string; toDay: Date | string };

/** A period's two days, for a sentence. */
export const daysOf = ({ fromDay, toDay }: Days, locale: Locale) => ({
  from: formatDay(fromDay, locale),
  to: formatDay(toDay, locale),
});

/** A day of a form as a form's date field has it. */
export const dayValue = (day: Date | string): string => new Date(day).toISOString().slice(0, 10);

const ENTRY: Record<string, () => string> = {
  sold: m.settlement_entry_sold,
  received: m.settlement_entry_received,
  forgone: m.settlement_entry_forgone,
  forgone_tax: m.shares_entry_tax,
  refunded: m.settlement_entry_refunded,
  settled: m.settlement_entry_settled,
  paid_member: m.settlement_entry_paid_member,
  advance: m.settlement_entry_advance,
  undone: m.settlement_entry_undone,
  cash_to_bank: m.settlement_entry_cash_to_bank,
  dealing: m.yearend_entry_dealing,
  year: m.yearend_entry_year,
  paid_share: m.shares_entry_paid,
  handed_over: m.carriers_entry_handed_over,
  dispute_lost: m.office_entry_dispute_lost,
  capital: m.shares_entry_capital,
};

/** What an entry of the books is, by the beginning of its key. */
export const entryWords = (key: string): string =>
  (ENTRY[key.split(':')[0] ?? ''] ?? m.settlement_entry_other)();
