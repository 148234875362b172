import {
  fail,
  type Moment,
  newId,
  ok,
  type Prisma,
  plusDays,
  type Result,
  refusalOf,
  type Tx,
} from '@baunghe/db';
import { saidCode } from '../said-code.ts';

/** So many requests a day are taken from one member. */
const MOST_A_DAY = 20;

/** Why no further request is kept. After `request_open` the transaction can only be rolled back. */
export type KeepRefusal = { code: 'request_open' } | { code: 'too_many_requests' };

/** Why a request is not taken. */
export type AskRefusal =
  | KeepRefusal
  | {
      code:
        | 'certificate_unknown'
        | 'plot_unknown'
        | 'plot_closed'
        | 'correction_empty'
        | 'trees_missing'
        | 'variety_unknown';
    };

/** What a member may ask a copy of: certificates of theirs, of their plots, and of the cooperative. */
export function certificatesSeenBy(tx: Tx, memberId: string) {
  return tx.certificate.findMany({
    where: { OR: [{ memberId }, { plot: { memberId } }, { memberId: null, plotId: null }] },
    select: { id: true, kind: true, number: true, validTo: true, plot: { select: { code: true } } },
    orderBy: [{ validTo: 'desc' }, { id: 'asc' }],
  });
}

/** Asks for a copy of a certificate. Returns the request's code. */
export async function askForCopy(
  tx: Tx,
  moment: Moment,
  asked: { memberId: string; certificateId: string; note: string | null; demo?: boolean },
): Promise<Result<{ code: string }, AskRefusal>> {
  const { certificateId } = asked;
  const seen = await certificatesSeenBy(tx, asked.memberId);
  if (!seen.some(({ id }) => id === certificateId)) return fail({ code: 'certificate_unknown' });
  return keepRequest(tx, moment, { ...asked, kind: 'certificate_copy' });
}

/** What a member says is wrong about a plot of theirs; null: stays. */
export interface Correction {
  memberId: string;
  plotId: string;
  areaM2: number | null;
  /** How many trees of a variety stand there; of one that is new there, since which year. */
  trees: { varietyCode: string; count: number; plantedYear: number | null } | null;
  /** What the boundary should be, or anything else, in words. */
  note: string | null;
  demo?: boolean;
}

/** Asks for a plot to be put right; what stands there now is kept beside it. Returns the request's code. */
export async function askForCorrection(
  tx: Tx,
  moment: Moment,
  { trees, demo, ...asked }: Correction,
): Promise<Result<{ code: string }, AskRefusal>> {
  const { memberId, plotId: id, areaM2, note } = asked;
  const plot = await tx.plot.findFirst({ where: { id, memberId }, include: { trees: true } });
  if (!plot) return fail({ code: 'plot_unknown' });
  if (plot.closedAt) return fail({ code: 'plot_closed' });
  if (areaM2 === null && trees === null && note === null) return fail({ code: 'correction_empty' });
  const before = plot.trees.find(({ varietyCode }) => varietyCode === trees?.varietyCode);
  if (trees && !before && trees.plantedYear === null) return fail({ code: 'trees_missing' });
  if (trees && (await tx.variety.count({ where: { code: trees.varietyCode } })) === 0)
    return fail({ code: 'variety_unknown' });
  const told = trees && {
    varietyCode: trees.varietyCode,
    treeCount: trees.count,
    treesBefore: before?.count ?? 0,
    plantedYear: trees.plantedYear,
  };
  return keepRequest(tx, moment, {
    ...{ ...asked, ...told, areaM2Before: plot.areaM2, kind: 'plot_correction' },
    ...(demo ? { demo } : {}),
  });
}

type Kept = Omit<Prisma.MemberRequestUncheckedCreateInput, 'id' | 'code' | 'createdAt'>;

/** Keeps a request, under a code of its own. */
export async function keepRequest(
  tx: Tx,
  moment: Moment,
  data: Kept,
): Promise<Result<{ code: string }, KeepRefusal>> {
  const createdAt = { gt: plusDays(moment.now, -1) };
  const today = await tx.memberRequest.count({ where: { memberId: data.memberId, createdAt } });
  if (today >= MOST_A_DAY) return fail({ code: 'too_many_requests' });
  const code = saidCode('TV', moment);
  const own = { id: newId('mrq', moment), code, createdAt: moment.now };
  try {
    await tx.memberRequest.create({ data: { ...data, ...own }, select: { id: true } });
  } catch (error) {
    if (refusalOf(error)?.sqlState === '23505') return fail({ code: 'request_open' });
    throw error;
  }
  return ok({ code });
}
