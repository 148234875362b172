import type { ClaimAnswerKind, ClaimReason, GivingAct, Prisma, SaleUnit, Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { answerBy } from './claim-rule.ts';
import { claimKey } from './grant-claim.ts';

/** A claim with its answers, as its buyer and the staff see it. */
export interface ClaimView {
  id: string;
  reason: ClaimReason;
  words: string | null;
  late: boolean;
  at: Date;
  answerBy: Date;
  erasedAt: Date | null;
  lineId: string;
  /** Null: of all boxes of the line. */
  serial: string | null;
  product: { nameVi: string; nameEn: string; nameZh: string | null; saleUnit: SaleUnit };
  /** Units that it is about. */
  units: number;
  /** What those cost. */
  cost: Dong;
  photoIds: string[];
  answers: {
    kind: ClaimAnswerKind;
    amount: Dong | null;
    newOrder: string | null;
    words: string;
    at: Date;
  }[];
  /** Whether something was given for it. */
  granted: boolean;
}

/** A claim with the order that it is of, for the staff. */
export interface ClaimRow extends ClaimView {
  order: { code: string; buyerName: string; phone: string; demo: boolean };
  batches: string[];
  /** What somebody asked to give for it, and that waits for a second person. */
  waiting: WaitingGiving | null;
}

/** Something asked for a claim that is over the limit of who asked. */
export interface WaitingGiving {
  givingId: string;
  act: GivingAct;
  amount: Dong;
  askedBy: string;
  askedAt: Date;
}

/** The claims of an order, the oldest first. */
export async function claimsOfOrder(tx: Tx, orderId: string): Promise<ClaimView[]> {
  const found = await tx.claim.findMany({ where: { orderId }, include: PARTS, orderBy: { id: 'asc' } });
  return found.map(viewOf);
}

/** Claims for the staff: those without an answer first, the one that waits longest first; then the newest. */
export async function claimsBoard(
  tx: Tx,
  limit: number,
): Promise<{ open: ClaimRow[]; answered: ClaimRow[] }> {
  const [open, answered] = await Promise.all([
    tx.claim.findMany({
      where: { answers: { none: {} } },
      include: ROW_PARTS,
      orderBy: { id: 'asc' },
      take: limit,
    }),
    tx.claim.findMany({
      where: { answers: { some: {} } },
      include: ROW_PARTS,
      orderBy: { id: 'desc' },
      take: limit,
    }),
  ]);
  const waiting = await waitingFor(tx, [...open, ...answered]);
  const row = (claim: RowParts) => rowOf(claim, waiting.get(claimKey(claim.id)) ?? null);
  return { open: open.map(row), answered: answered.map(row) };
}

/** How many claims wait for an answer. */
export const claimsOpen = (tx: Tx): Promise<number> => tx.claim.count({ where: { answers: { none: {} } } });

/** How many claims touch fruit of a lot, by what was wrong, the most first. */
export async function claimsOfLot(tx: Tx, batch: string): Promise<{ reason: ClaimReason; count: number }[]> {
  const ofLot = { lot: { batch } };
  const counts = await tx.claim.groupBy({
    by: ['reason'],
    where: {
      OR: [{ box: ofLot }, { boxId: null, line: { boxes: { some: { ...ofLot, unpacking: null } } } }],
    },
    _count: true,
  });
  return counts
    .map(({ reason, _count: count }) => ({ reason, count }))
    .sort((a, b) => b.count - a.count || a.reason.localeCompare(b.reason));
}

/** A photo of a claim, WebP, if it is of the order (null: of any); null for none and once it is erased. */
export async function claimPhoto(tx: Tx, id: string, orderCode: string | null): Promise<Uint8Array | null> {
  const found = await tx.claimPhoto.findFirst({
    where: { id, ...(orderCode === null ? {} : { claim: { order: { code: orderCode } } }) },
  });
  return found?.bytes ?? null;
}

const PARTS = {
  line: { include: { product: true } },
  box: { include: { lot: { select: { batch: true } } } },
  photos: { where: { bytes: { not: null } }, select: { id: true }, orderBy: { position: 'asc' } },
  answers: { include: { newOrder: { select: { code: true } } }, orderBy: { id: 'asc' } },
} as const satisfies Prisma.ClaimInclude;

const ROW_PARTS = {
  ...PARTS,
  line: {
    include: {
      product: true,
      boxes: { where: { unpacking: null }, include: { lot: { select: { batch: true } } } },
    },
  },
  order: { select: { code: true, buyerName: true, phone: true, demo: true } },
} as const satisfies Prisma.ClaimInclude;

type Parts = Prisma.ClaimGetPayload<{ include: typeof PARTS }>;
type RowParts = Prisma.ClaimGetPayload<{ include: typeof ROW_PARTS }>;

function viewOf(claim: Parts): ClaimView {
  const { id, reason, words, late, at, erasedAt, lineId, line, box, photos, answers } = claim;
  const { nameVi, nameEn, nameZh, saleUnit } = line.product;
  const units = box?.units ?? line.quantity;
  return {
    ...{ id, reason, words, late, at, erasedAt, lineId, units, answerBy: answerBy(at) },
    serial: box?.serial ?? null,
    product: { nameVi, nameEn, nameZh, saleUnit },
    cost: dong(BigInt(units) * line.unitPriceDong),
    photoIds: photos.map((photo) => photo.id),
    answers: answers.map(({ kind, amountDong, newOrder, words: said, at: then }) => {
      const amount = amountDong === null ? null : dong(amountDong);
      return { kind, amount, newOrder: newOrder?.code ?? null, words: said, at: then };
    }),
    granted: answers.some(({ kind }) => kind !== 'refuse'),
  };
}

/** What waits for a second person, by its key. */
async function waitingFor(tx: Tx, claims: readonly { id: string }[]): Promise<Map<string, WaitingGiving>> {
  const keys = claims.map(({ id }) => claimKey(id));
  const rows = await tx.giving.findMany({ where: { state: 'waits', key: { in: keys } } });
  return new Map(
    rows.map(({ key, id, act, dong: sum, askedBy, askedAt }) => [
      key,
      { givingId: id, act, amount: dong(sum), askedBy, askedAt },
    ]),
  );
}

function rowOf(claim: RowParts, waiting: WaitingGiving | null): ClaimRow {
  const boxes = claim.box ? [claim.box] : claim.line.boxes;
  const batches = [...new Set(boxes.map(({ lot }) => lot.batch))];
  return { ...viewOf(claim), order: claim.order, batches, waiting };
}
