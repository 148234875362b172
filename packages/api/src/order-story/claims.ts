import type { ClaimAnswerKind, ClaimReason } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { doer, type Happening, type Source } from './happening.ts';

type Claimed = Happening & { is: 'claim'; reason: ClaimReason; words: string | null; late: boolean };
type Answered = Happening & {
  is: 'claim_answer';
  kind: ClaimAnswerKind;
  amount: Dong | null;
  /** The order that brings other fruit. */
  newOrder: string | null;
  words: string;
};

const PAGE = '/office/claims';

/** Fruit that was not good, and what was answered; of fruit sent anew also the claim that it answers. */
export const claims: Source<Claimed | Answered> = async (database, { id }) => {
  const rows = await database.claim.findMany({
    where: { OR: [{ orderId: id }, { answers: { some: { newOrderId: id } } }] },
    include: { answers: { include: { newOrder: { select: { code: true } } }, orderBy: { at: 'asc' } } },
    orderBy: { id: 'asc' },
  });
  return rows.flatMap((claim): (Claimed | Answered)[] => {
    const { at, reason, words, late } = claim;
    const buyer = { who: 'buyer' } as const;
    return [
      { id: `claim:${claim.id}`, is: 'claim', at, by: buyer, page: PAGE, reason, words, late },
      ...claim.answers.map((answer) => ({
        ...{ id: `answer:${answer.id}`, is: 'claim_answer' as const, at: answer.at },
        ...{ by: doer(answer.byUser, 'shop'), kind: answer.kind, words: answer.words },
        amount: answer.amountDong === null ? null : dong(answer.amountDong),
        newOrder: answer.newOrder?.code ?? null,
        page: answer.newOrder && answer.newOrderId !== id ? `/office/orders/${answer.newOrder.code}` : PAGE,
      })),
    ];
  });
};
