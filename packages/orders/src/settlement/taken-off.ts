import {
  type Prisma,
  plusDays,
  type ReturnOutcome,
  type SettledKind,
  type Tx,
  type VatKind,
} from '@baunghe/db';
import { type Dong, dong, share, sumDong } from '@baunghe/money';
import { taxWithin } from '../vat/vat-of-order.ts';
import { endOfDay, lastSettledDay } from './rules.ts';
import { worthOfBox } from './worth-of-box.ts';

/** What is to be taken off for boxes that earned: at most what they brought in. */
export interface TakenOff {
  key: string;
  kind: Extract<SettledKind, 'claim' | 'returned'>;
  boxId: string;
  at: Date;
  /** Null: all that the box brought in. */
  off: Dong | null;
  /** Whether it is taken off whatever the rule says of claims. */
  always: boolean;
}

/** A transaction that was under way when a day ended is long over by then. */
const LATE_BY_DAYS = 1;

/**
 * What was decided before an instant and takes something off boxes that earn now or that are settled. Fruit that came
 * back into the store is no sale any more; the rest is a claim's money, or the worth of what was sent anew for it once
 * that has arrived. What the last settlement looked at already is left out, unless it is about a box that earns only
 * now: so no more is read than since then, however many years there are. Some of it may be settled already all the
 * same: the caller knows its key.
 */
export async function takenOffBefore(tx: Tx, end: Date, boxIds: readonly string[]): Promise<TakenOff[]> {
  const last = await lastSettledDay(tx);
  const since = last ? plusDays(endOfDay(last), -LATE_BY_DAYS) : new Date(0);
  const earning: Prisma.BoxWhereInput = { id: { in: [...boxIds] } };
  const settled: Prisma.BoxWhereInput = { settlementLines: { some: { counts: true } } };
  const notYet = { settlementLines: { none: { counts: true, kind: 'returned' } } } as const;
  const late: Prisma.ClaimAnswerWhereInput = {
    OR: [
      { at: { gte: since } },
      { newOrder: { steps: { some: { toState: 'delivered', at: { gte: since } } } } },
    ],
  };
  const claimOf = (box: Prisma.BoxWhereInput) => ({ claim: { line: { boxes: { some: box } } } });
  const [returns, answers] = await Promise.all([
    tx.boxReturn.findMany({
      where: {
        at: { lt: end },
        OR: [
          { box: { ...earning, ...notYet } },
          { at: { gte: since, lt: end }, box: { AND: [settled, notYet] } },
        ],
      },
      include: { box: { include: { line: true } } },
      orderBy: { id: 'asc' },
    }),
    tx.claimAnswer.findMany({
      where: {
        ...{ at: { lt: end }, kind: { not: 'refuse' } },
        OR: [claimOf(earning), { AND: [late, claimOf(settled)] }],
      },
      include: CLAIM,
      orderBy: { id: 'asc' },
    }),
  ]);
  const off = [...returns.map(offForReturn), ...answers.flatMap(offForClaim)];
  return off.filter((each) => each.off !== 0 && each.at < end);
}

const BOXES = { where: { unpacking: null }, orderBy: { id: 'asc' } } as const;
const CLAIM = {
  newOrder: { include: { boxes: BOXES, steps: { where: { toState: 'delivered' } } } },
  claim: { include: { box: true, line: { include: { boxes: BOXES } } } },
} as const satisfies Prisma.ClaimAnswerInclude;

type Granted = Prisma.ClaimAnswerGetPayload<{ include: typeof CLAIM }>;

function offForReturn(back: {
  boxId: string;
  at: Date;
  outcome: ReturnOutcome;
  owedDong: bigint;
  owedWhy: string | null;
  box: { line: Taxed };
}): TakenOff {
  const { boxId, at, owedWhy, box } = back;
  const inStore = back.outcome === 'back_in_store';
  return {
    ...{ key: `returned:${boxId}`, kind: 'returned', boxId, at, always: inStore },
    off: inStore && owedWhy === null ? null : withoutTax(dong(back.owedDong), box.line),
  };
}

function offForClaim({ claimId, amountDong, newOrder, claim, ...answer }: Granted): TakenOff[] {
  const { box, line } = claim;
  const boxes = box ? [box] : line.boxes;
  const arrived = newOrder?.steps.at(-1)?.at ?? null;
  const at = newOrder ? arrived : answer.at;
  if (boxes.length === 0 || !at) return [];
  const anew = newOrder?.boxes.map((each) => worthOfBox(line, each)) ?? [];
  const amount = amountDong === null ? sumDong(anew) : withoutTax(dong(amountDong), line);
  const weights = boxes.map(({ grams }) => grams);
  return share(amount, weights).map((off, index) => {
    const boxId = boxes[index]?.id ?? '';
    return { key: `claim:${claimId}:${boxId}`, kind: 'claim', boxId, at, off, always: false };
  });
}

type Taxed = { vatKind: VatKind; vatRate: number };

/** What was given back, without the VAT in it: what a box brought in held none either. */
const withoutTax = (off: Dong, { vatKind: kind, vatRate: rate }: Taxed): Dong =>
  dong(off - taxWithin(off, { kind, rate }));
