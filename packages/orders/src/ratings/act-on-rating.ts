import { fail, lockRows, type Moment, ok, type RatingActKind, type Result, type Tx } from '@baunghe/db';

/** Why staff could not do what they wanted with a rating. */
export type RatingActRefusal = { code: 'rating_unknown' | 'rating_hidden' | 'rating_shown' };

/** Hides a rating with a reason, shows it again with one, or answers it; an answer replaces the one before. */
export async function actOnRating(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  act: { ratingId: string; kind: RatingActKind; words: string },
): Promise<Result<void, RatingActRefusal>> {
  await lockRows(tx, 'rating', [act.ratingId]);
  const rating = await tx.rating.findUnique({ where: { id: act.ratingId }, include: { acts: true } });
  if (!rating || rating.erasedAt) return fail({ code: 'rating_unknown' });
  const isHidden = wasHidden(rating.acts);
  if (act.kind === 'hide' && isHidden) return fail({ code: 'rating_hidden' });
  if (act.kind === 'show' && !isHidden) return fail({ code: 'rating_shown' });
  await tx.ratingAct.create({ data: { ...act, at: moment.now, byUser: by.userId } });
  return ok(undefined);
}

/** Whether a rating is hidden after these acts of one, in any order. */
export function wasHidden(acts: readonly { id: bigint; kind: RatingActKind }[]): boolean {
  return lastOf(acts, ['hide', 'show'])?.kind === 'hide';
}

/** The last act of some kinds. */
export function lastOf<A extends { id: bigint; kind: RatingActKind }>(
  acts: readonly A[],
  kinds: readonly RatingActKind[],
): A | null {
  const [last] = acts.filter(({ kind }) => kinds.includes(kind)).sort((a, b) => (a.id < b.id ? 1 : -1));
  return last ?? null;
}
