/** What orders give to e-invoices, which are made out elsewhere. */
export type { InvoiceAdjustment } from './invoice-adjustments.ts';
export {
  type InvoiceData,
  type InvoiceGap,
  type InvoiceLine,
  invoiceData,
} from './invoice-data.ts';
