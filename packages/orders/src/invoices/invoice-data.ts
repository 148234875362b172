import type { Prisma, SaleUnit, Tx } from '@baunghe/db';
import { type Dong, dong, sumDong } from '@baunghe/money';
import { holdsAsTaxCode } from '../delivery/tax-code.ts';
import { WANTED } from '../lock-order.ts';
import type { TaxedPart, Vat } from '../vat/vat-of-order.ts';
import { vatOfSold } from '../vat/vat-of-sold.ts';

/** What an e-invoice cannot be made out without, or should not. */
export type InvoiceGap =
  | 'tax_code_malformed'
  /** Name and address were erased after the years for which a contract is kept. */
  | 'buyer_erased';

/** A line of an invoice; of delivery there is no product. `net` and `tax` together are what is paid of it. */
export interface InvoiceLine extends Vat {
  product: { nameVi: string; nameEn: string; nameZh: string | null } | null;
  unit: SaleUnit | null;
  /** Thousandths of a unit: 3420 is 3.42 kg, 2000 two boxes. */
  milliUnits: number;
  /** What one unit costs, tax within. */
  unitPrice: Dong;
  off: Dong;
  net: Dong;
  tax: Dong;
}

/**
 * What was given back after delivery: the data of an adjustment that lowers an invoice. Both are positive, but that tax
 * which an old refund held and that was lowered later stands as tax, and as so much less before it.
 */
export interface InvoiceAdjustment {
  at: Date;
  net: Dong;
  tax: Dong;
}

/** What an order gives an e-invoice; it is no invoice, and whether one was issued nobody here knows. */
export interface InvoiceData {
  code: string;
  demo: boolean;
  /** When its fruit was handed over. */
  at: Date;
  paid: boolean;
  buyer: {
    name: string;
    company: string | null;
    taxCode: string | null;
    address: string;
    email: string | null;
  };
  lines: InvoiceLine[];
  net: Dong;
  tax: Dong;
  total: Dong;
  adjustments: InvoiceAdjustment[];
  gaps: InvoiceGap[];
}

const PARTS = {
  invoice: true,
  payment: { select: { state: true } },
  ward: { include: { province: true } },
  steps: { where: { toState: 'delivered' }, select: { at: true } },
  lines: { where: WANTED, orderBy: [{ position: 'asc' }, { id: 'asc' }], include: { product: true } },
} as const satisfies Prisma.OrderInclude;

const REFUNDED = [{ key: { startsWith: 'forgone:' } }, { key: { startsWith: 'forgone_tax:' } }];

type Delivered = Prisma.OrderGetPayload<{ include: typeof PARTS }>;

/** Orders handed over within a time that cost something, the newest first, and whether there are more. */
export async function invoiceData(
  tx: Tx,
  { begins, ends, limit }: { begins: Date; ends: Date; limit: number },
): Promise<{ rows: InvoiceData[]; more: boolean }> {
  const delivered = { toState: 'delivered', at: { gte: begins, lt: ends } } as const;
  const orders = await tx.order.findMany({
    where: { state: 'delivered', replacement: false, steps: { some: delivered } },
    include: PARTS,
    orderBy: { id: 'desc' },
    take: limit + 1,
  });
  const shown = orders.slice(0, limit);
  const forgone = await tx.journal.findMany({
    where: { orderId: { in: shown.map(({ id }) => id) }, OR: REFUNDED },
    include: { postings: { where: { account: { in: ['claims', 'vat'] } } } },
    orderBy: { id: 'asc' },
  });
  const rows = shown.map((order) =>
    dataOf(
      order,
      forgone
        .filter(({ orderId }) => orderId === order.id)
        .map(({ at, postings }) => {
          const of = (account: 'claims' | 'vat') =>
            sumDong(postings.filter((side) => side.account === account).map((side) => dong(side.dong)));
          return { at, net: of('claims'), tax: of('vat') };
        }),
    ),
  );
  return { rows, more: orders.length > limit };
}

function dataOf(order: Delivered, adjustments: InvoiceData['adjustments']): InvoiceData {
  const vat = vatOfSold(order);
  const lines = [
    ...order.lines.map((line) => lineOf(line, vat.lines.get(line.id))),
    ...deliveryOf(vat.delivery),
  ];
  const net = sumDong(lines.map((line) => line.net));
  const { tax, total } = { tax: vat.ofAll, total: dong(net + vat.ofAll) };
  return {
    ...{ code: order.code, demo: order.demo, at: order.steps.at(-1)?.at ?? order.placedAt },
    paid: order.payment?.state === 'received',
    ...{ buyer: buyerOf(order), lines, net, tax, total },
    adjustments,
    gaps: gapsOf(order),
  };
}

function lineOf(line: Delivered['lines'][number], part: TaxedPart | undefined): InvoiceLine {
  if (!part) throw new Error(`line ${line.id} has no part of its order's money`);
  const { nameVi, nameEn, nameZh, saleUnit } = line.product;
  const byWeight = line.mostGrams !== null;
  return {
    product: { nameVi, nameEn, nameZh },
    unit: byWeight ? 'kg' : saleUnit,
    milliUnits: byWeight ? (line.finalGrams ?? 0) : line.quantity * 1000,
    unitPrice: dong(line.unitPriceDong),
    ...taxed(part),
  };
}

const deliveryOf = (part: TaxedPart): InvoiceLine[] =>
  part.before === 0
    ? []
    : [{ product: null, unit: null, milliUnits: 1000, unitPrice: part.before, ...taxed(part) }];

const taxed = ({ kind, rate, off, paid, tax }: TaxedPart) => ({
  ...{ kind, rate, off, net: dong(paid - tax), tax },
});

function buyerOf({ invoice, buyerName, street, ward }: Delivered): InvoiceData['buyer'] {
  const place = `${street}, ${ward.nameVi}, ${ward.province.nameVi}`;
  return {
    name: buyerName,
    company: invoice?.company ?? null,
    taxCode: invoice?.taxCode ?? null,
    address: invoice?.address ?? (street === '' ? '' : place),
    email: invoice?.email ?? null,
  };
}

function gapsOf({ invoice, erasedAt }: Delivered): InvoiceGap[] {
  if (erasedAt) return ['buyer_erased'];
  if (!invoice) return [];
  return holdsAsTaxCode(invoice.taxCode) ? [] : ['tax_code_malformed'];
}
