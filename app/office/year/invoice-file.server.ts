import { type Cell, instantCell, type SheetTable } from '@baunghe/sheets';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { type Locale, localeOf } from '~/locale';
import { nameIn } from '~/name-in';
import { answered } from '~/office/gate-answers.server';
import { tablesAnswer } from '~/orchard/csv-answer.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { gapWords, type InvoiceRow, unitWords } from './invoice-words';
import { invoicesAsked } from './invoices-asked.server';
import { vatWords } from './year-words';

type Seller = { name: string; address: string };

/** The data of a period's e-invoices as a file: a row a line, and a row for each thing that lowers an invoice. */
export async function invoiceFile({ request, params, context }: LoaderFunctionArgs, as: 'csv' | 'xlsx') {
  const asking = context.api.invoices.list({ ...invoicesAsked(request), all: true });
  const found = await answered(request, asking);
  if (!found.ok) throw new Response(null, { status: 404, headers: PRIVATE });
  const { rows, seller, fromDay, toDay } = found.value;
  const [from, to] = [fromDay, toDay].map((day) => new Date(day).toISOString().slice(0, 10));
  return tablesAnswer(as, [invoiceTable(rows, seller, localeOf(params))], `du-lieu-hoa-don-${from}-${to}`);
}

function invoiceTable(rows: readonly InvoiceRow[], seller: Seller, locale: Locale): SheetTable {
  return {
    name: m.yearend_inv_title(),
    heads: [
      ...[m.yearend_inv_kind(), m.yearend_inv_order(), m.yearend_inv_at(), m.yearend_inv_seller()],
      ...[m.yearend_inv_buyer(), m.yearend_inv_tax_code(), m.yearend_inv_address(), m.yearend_inv_email()],
      ...[m.yearend_inv_what(), m.yearend_inv_unit(), m.yearend_inv_quantity(), m.yearend_inv_price()],
      ...[m.yearend_inv_off(), m.yearend_inv_net(), m.yearend_inv_how(), m.yearend_inv_tax()],
      ...[m.yearend_inv_total(), m.yearend_inv_words(), m.yearend_inv_paid(), m.yearend_inv_gap()],
    ],
    rows: rows.flatMap((row) => [...sold(row, seller, locale), ...lowered(row, seller)]),
  };
}

const heading = (row: InvoiceRow, { name, address }: Seller, kind: string, at: Date): Cell[] => {
  const { company, name: person, taxCode, address: place, email } = row.buyer;
  const demo = row.demo ? ` (${m.yearend_inv_demo()})` : '';
  return [
    ...[`${kind}${demo}`, row.code, instantCell(at), `${name}, ${address}`],
    ...[company === null ? person : `${company} (${person})`, taxCode, place, email],
  ];
};

const sold = (row: InvoiceRow, seller: Seller, locale: Locale): Cell[][] =>
  row.lines.map((line) => [
    ...heading(row, seller, m.yearend_inv_kind_sale(), row.at),
    line.product ? nameIn(line.product, locale) : m.yearend_vat_delivery(),
    ...[unitWords(line.unit), line.milliUnits / 1000, line.unitPrice, line.off, line.net],
    ...[vatWords(line, locale), line.tax, line.net + line.tax, row.inWords],
    row.paid ? m.yearend_inv_paid() : m.yearend_inv_unpaid(),
    row.gaps.map(gapWords).join(', '),
  ]);

const lowered = (row: InvoiceRow, seller: Seller): Cell[][] =>
  row.adjustments.map(({ at, net, tax }) => [
    ...heading(row, seller, m.yearend_inv_kind_adjust(), at),
    ...[m.yearend_inv_adjust_what({ code: row.code }), null, null, null, null, -net, null, -tax],
    ...[-(net + tax), null, null, row.gaps.map(gapWords).join(', ')],
  ]);
