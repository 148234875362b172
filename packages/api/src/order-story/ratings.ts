import type { RatingActKind } from '@baunghe/db';
import { doer, type Happening, type Source } from './happening.ts';

type Rated = Happening & { is: 'rating'; stars: number; words: string | null };
type RatingAct = Happening & { is: 'rating_act'; kind: RatingActKind; words: string };

const PAGE = '/office/ratings';

/** What the buyer said of the fruit, and what became of that. */
export const ratings: Source<Rated | RatingAct> = async (database, { id }) => {
  const rows = await database.rating.findMany({
    where: { line: { orderId: id } },
    include: { acts: { orderBy: { id: 'asc' } } },
    orderBy: { id: 'asc' },
  });
  return rows.flatMap((rating): (Rated | RatingAct)[] => {
    const { at, stars, words } = rating;
    return [
      { id: `rating:${rating.id}`, is: 'rating', at, by: { who: 'buyer' }, page: PAGE, stars, words },
      ...rating.acts.map((act) => ({
        ...{ id: `rated:${act.id}`, is: 'rating_act' as const, at: act.at, kind: act.kind },
        ...{ by: doer(act.byUser, 'shop'), page: PAGE, words: act.words },
      })),
    ];
  });
};
