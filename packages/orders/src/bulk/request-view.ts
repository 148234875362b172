import type { BulkKind, BulkState, BulkTerms, Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { type BulkStanding, standingOf } from './bulk-ways.ts';

interface Place {
  code: string;
  nameVi: string;
  nameEn: string;
}

/** A quote as its buyer and the staff see it. */
export interface BulkQuoteView {
  id: string;
  number: number;
  lines: {
    product: {
      id: string;
      nameVi: string;
      nameEn: string;
      nameZh: string | null;
      grade: string;
      saleUnit: 'kg' | 'piece' | 'box';
    };
    quantity: number;
    unitGrams: number;
    kilo: Dong;
    unitPrice: Dong;
    sum: Dong;
  }[];
  goods: Dong;
  delivery: Dong;
  total: Dong;
  deposit: Dong;
  /** The Monday of the harvest week that its fruit comes from; null: fruit in the store. */
  monday: Date | null;
  validUntil: Date;
  message: string | null;
  handOver: { province: Place; ward: Place; street: string } | null;
  createdAt: Date;
}

/** A request with its quotes, the newest first. */
export interface BulkRequestView {
  id: string;
  code: string;
  standing: BulkStanding;
  kind: BulkKind;
  who: string;
  phone: string;
  taxCode: string | null;
  email: string | null;
  variety: { code: string; nameVi: string; nameEn: string; nameZh: string | null };
  grade: string | null;
  grams: number;
  wantedOn: Date;
  packing: string | null;
  province: Place | null;
  ward: Place | null;
  street: string | null;
  country: string | null;
  port: string | null;
  terms: BulkTerms | null;
  needs: string[];
  note: string | null;
  locale: string;
  demo: boolean;
  createdAt: Date;
  steps: { from: BulkState | null; to: BulkState; at: Date; why: string | null; byUser: string | null }[];
  quotes: BulkQuoteView[];
  orderCode: string | null;
}

const WARD = { include: { province: true } } as const;
const PARTS = {
  variety: true,
  ward: WARD,
  steps: { orderBy: { id: 'asc' } },
  acceptance: { include: { order: { select: { code: true } } } },
  quotes: {
    orderBy: { number: 'desc' },
    include: { ward: WARD, offer: true, lines: { orderBy: { position: 'asc' }, include: { product: true } } },
  },
} as const;

/** A request by its code; null when there is none, or who asked is erased. */
export async function bulkRequest(tx: Tx, now: Date, code: string): Promise<BulkRequestView | null> {
  const found = await tx.bulkRequest.findUnique({ where: { code }, include: PARTS });
  if (!found || found.erasedAt) return null;
  const { id, kind, who, phone, taxCode, email, grade, grams, wantedOn, packing, street } = found;
  const { country, port, terms, needs, note, locale, demo, createdAt, steps, quotes, acceptance } = found;
  const { code: varietyCode, nameVi, nameEn, nameZh } = found.variety;
  const asked = { id, code, kind, who, phone, taxCode, email, grade, grams, wantedOn, packing, street };
  return {
    ...asked,
    ...{ country, port, terms, needs, note, locale, demo, createdAt },
    standing: standingOf(now, found),
    variety: { code: varietyCode, nameVi, nameEn, nameZh },
    ...placesOf(found.ward),
    steps: steps.map(({ fromState, toState, at, why, byUser }) => ({
      from: fromState,
      to: toState,
      at,
      why,
      byUser,
    })),
    quotes: quotes.map(quoteView),
    orderCode: acceptance?.order.code ?? null,
  };
}

type Ward = (Place & { province: Place }) | null;

const named = ({ code, nameVi, nameEn }: Place): Place => ({ code, nameVi, nameEn });

function placesOf(ward: Ward): { province: Place | null; ward: Place | null } {
  return ward ? { province: named(ward.province), ward: named(ward) } : { province: null, ward: null };
}

type Found = NonNullable<Awaited<ReturnType<typeof quotesOf>>>[number];
const quotesOf = (tx: Tx) => tx.bulkQuote.findMany({ include: PARTS.quotes.include });

function quoteView({ ward, street, offer, lines, ...quote }: Found): BulkQuoteView {
  const { id, number, validUntil, message, createdAt } = quote;
  return {
    ...{ id, number, validUntil, message, createdAt, monday: offer?.monday ?? null },
    ...{ goods: dong(quote.goodsDong), delivery: dong(quote.deliveryDong) },
    ...{ total: dong(quote.totalDong), deposit: dong(quote.depositDong) },
    handOver: ward && street ? { province: named(ward.province), ward: named(ward), street } : null,
    lines: lines.map(({ product, quantity, unitGrams, kiloDong, unitPriceDong, lineDong }) => {
      const { id: productId, nameVi, nameEn, nameZh, grade, saleUnit } = product;
      return {
        product: { id: productId, nameVi, nameEn, nameZh, grade, saleUnit },
        ...{ quantity, unitGrams, kilo: dong(kiloDong), unitPrice: dong(unitPriceDong), sum: dong(lineDong) },
      };
    }),
  };
}
