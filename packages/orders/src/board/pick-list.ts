import { type Prisma, type SaleUnit, type Tx, vietnamDay } from '@baunghe/db';
import {
  firstExpiredFirst,
  LAST_PLACING,
  LAST_WITHDRAWAL,
  openWithdrawal,
  type StorePlace,
} from '@baunghe/stock';
import { WANTED } from '../lock-order.ts';

/** Fruit of one lot that is to be taken from where it lies. */
export interface PickTake {
  batch: string;
  bestBefore: Date;
  cutOn: Date;
  /** Where it lies; null before anybody said so. */
  place: StorePlace | null;
  grams: number;
  /** Why it is not to be taken, whoever it is promised to: in the words of who holds it; `past` when it is too old. */
  stopped: { kind: 'held' | 'withdrawn' | 'past'; reason: string } | null;
}

/** A lot of the list, with what it is of. */
interface LotToPick extends PickTake {
  varietyVi: string;
  varietyEn: string;
  varietyZh: string | null;
  grade: string;
}

/** An order that is to be packed, and what of which lot goes into it. */
export interface PickOrder {
  code: string;
  buyerName: string;
  leaveOn: Date | null;
  lines: {
    id: string;
    product: { nameVi: string; nameEn: string; nameZh: string | null; saleUnit: SaleUnit };
    quantity: number;
    takes: PickTake[];
  }[];
}

/** What to take from which shelf: the sum of each lot as one walks past the shelves, then order by order. */
export interface PickList {
  lots: LotToPick[];
  places: { place: StorePlace | null; grams: number }[];
  orders: PickOrder[];
}

/** The list for orders that may be packed: those named, or those that leave on a day. */
export async function pickList(
  tx: Tx,
  now: Date,
  of: { leaveOn: Date; codes: readonly string[] },
): Promise<PickList> {
  const notKept = { state: 'awaiting', cards: { none: { state: 'authorised' } } } as const;
  const orders = await tx.order.findMany({
    where: {
      state: 'placed',
      NOT: { method: { in: ['vietqr', 'card'] }, payment: notKept },
      ...(of.codes.length > 0 ? { code: { in: [...of.codes] } } : { leaveOn: of.leaveOn }),
    },
    include: PARTS,
    orderBy: { id: 'asc' },
    take: 200,
  });
  const today = vietnamDay(now);
  const lots = new Map<string, LotToPick>();
  const listed = orders.map(({ code, buyerName, leaveOn, lines }) => ({
    ...{ code, buyerName, leaveOn },
    lines: lines.map(({ id, product, quantity, reservations }) => {
      const { nameVi, nameEn, nameZh, saleUnit } = product;
      const takes = reservations.map(({ lot, grams }) => addTo(lots, lot, grams, today));
      return {
        id,
        product: { nameVi, nameEn, nameZh, saleUnit },
        quantity,
        takes: takes.sort(firstExpiredFirst),
      };
    }),
  }));
  const all = [...lots.values()].sort((a, b) => byPlace(a.place, b.place) || firstExpiredFirst(a, b));
  return { lots: all, places: sumsOfPlaces(all), orders: listed };
}

const PARTS = {
  lines: {
    where: WANTED,
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    include: {
      product: true,
      reservations: {
        where: { state: 'active' },
        include: {
          lot: { include: { variety: true, placings: LAST_PLACING, withdrawals: LAST_WITHDRAWAL } },
        },
      },
    },
  },
} satisfies Prisma.OrderInclude;

type LotParts = Prisma.OrderGetPayload<{
  include: typeof PARTS;
}>['lines'][number]['reservations'][number]['lot'];

/** Adds fruit to the sum of its lot. Returns what one line takes of it. */
function addTo(lots: Map<string, LotToPick>, lot: LotParts, grams: number, today: Date): PickTake {
  const { batch, bestBefore, cutOn, grade, variety } = lot;
  const at = lot.placings[0]?.place;
  const place = at ? { code: at.code, name: at.name } : null;
  const take: PickTake = { batch, bestBefore, cutOn, place, grams, stopped: stoppedBy(lot, today) };
  const names = { varietyVi: variety.nameVi, varietyEn: variety.nameEn, varietyZh: variety.nameZh };
  const before = lots.get(batch)?.grams ?? 0;
  lots.set(batch, { ...take, ...names, grade, grams: before + grams });
  return take;
}

function stoppedBy(lot: LotParts, today: Date): PickTake['stopped'] {
  const withdrawn = openWithdrawal(lot.withdrawals);
  if (withdrawn) return { kind: 'withdrawn', reason: withdrawn.reason };
  if (lot.heldReason !== null) return { kind: 'held', reason: lot.heldReason };
  return lot.bestBefore < today ? { kind: 'past', reason: '' } : null;
}

/** What may be taken at each place, places by their code, fruit of no place last. */
function sumsOfPlaces(lots: readonly LotToPick[]): PickList['places'] {
  const sums = new Map<string, PickList['places'][number]>();
  for (const { place, grams, stopped } of lots) {
    if (stopped) continue;
    const key = place?.code ?? '';
    sums.set(key, { place, grams: (sums.get(key)?.grams ?? 0) + grams });
  }
  return [...sums.values()];
}

function byPlace(a: StorePlace | null, b: StorePlace | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.code < b.code ? -1 : Number(a.code > b.code);
}
