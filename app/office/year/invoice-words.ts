import type { ApiOutputs } from '@baunghe/api';
import * as m from '~/paraglide/messages.js';

export type InvoiceRow = Extract<ApiOutputs['invoices']['list'], { ok: true }>['value']['rows'][number];
type Line = InvoiceRow['lines'][number];

const GAP: Record<InvoiceRow['gaps'][number], () => string> = {
  tax_code_malformed: m.yearend_inv_gap_tax_code,
  buyer_erased: m.yearend_inv_gap_erased,
};

/** What an invoice's data lack. */
export const gapWords = (gap: InvoiceRow['gaps'][number]): string => GAP[gap]();

/** The unit of an invoice's line. */
export function unitWords(unit: Line['unit']): string {
  if (unit === null) return m.yearend_unit_delivery();
  if (unit === 'kg') return m.yearend_unit_kg();
  return unit === 'piece' ? m.yearend_unit_piece() : m.yearend_unit_box();
}
