import * as m from '~/paraglide/messages.js';

/** What is said after a buyer did something with their order; null for nothing of that kind. */
export function doneWords(done: string | null, hours: number): string | null {
  if (done === 'address') return m.after_done_address();
  if (done === 'quantity') return m.after_done_quantity();
  if (done === 'day') return m.changes_done_day();
  if (done === 'wishes') return m.changes_done_wishes();
  if (done === 'cancel') return m.after_done_cancel();
  if (done === 'credit') return m.credit_kept();
  return done === 'claim' ? m.after_done_claim({ hours }) : null;
}
