import type { GivingAct } from '@baunghe/db';
import type { Dong } from '@baunghe/money';
import { givingsOfOrder } from '@baunghe/orders';
import { doer, type Happening, type Source } from './happening.ts';

type Given = Happening & {
  is: 'giving_asked' | 'giving_approved' | 'giving_declined' | 'giving_taken_back';
  act: GivingAct;
  amount: Dong;
  words: string;
};

const PAGE = '/office/limits';

/** What was to be given away by two: who asked, and who approved or declined. What one gave alone is told by its answer. */
export const givings: Source<Given> = async (database, { id }) => {
  const found = await givingsOfOrder(database, id);
  return found
    .filter(({ state, askedBy, closedBy }) => state !== 'given' || askedBy !== closedBy)
    .flatMap(({ id: giving, act, amount, words, state, askedAt, askedBy, closedAt, closedBy, closedWhy }) => {
      const of = { act, amount, page: PAGE };
      const asked: Given = {
        ...{ ...of, id: `asked:${giving}`, is: 'giving_asked' },
        ...{ at: askedAt, by: doer(askedBy, 'shop'), words },
      };
      if (!closedAt) return [asked];
      const declined = closedBy === askedBy ? 'giving_taken_back' : 'giving_declined';
      const is = state === 'given' ? ('giving_approved' as const) : declined;
      const by = doer(closedBy, 'shop');
      return [asked, { ...of, id: `decided:${giving}`, is, at: closedAt, by, words: closedWhy ?? words }];
    });
};
