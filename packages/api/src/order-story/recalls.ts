import type { RecallFate } from '@baunghe/db';
import { doer, type Happening, type Source } from './happening.ts';

type Told = Happening & { is: 'recall_told'; code: string; reason: string };
type Heard = Happening & { is: 'recall_answer'; code: string; fate: RecallFate };

/** That fruit of the order was called back, and what its buyer answered. */
export const recalls: Source<Told | Heard> = async (database, { id }) => {
  const rows = await database.recallOrder.findMany({
    where: { orderId: id, recall: { drill: false } },
    include: { recall: true, buyer: { include: { answers: { orderBy: { id: 'asc' } } } } },
  });
  return rows.flatMap(({ recall, buyer }): (Told | Heard)[] => {
    const { code, reason } = recall;
    const page = `/office/recall/${code}`;
    const by = doer(recall.startedBy, 'shop');
    return [
      { id: `recall:${recall.id}`, is: 'recall_told', at: buyer.at, by, page, code, reason },
      ...buyer.answers.map((answer) => ({
        ...{ id: `heard:${answer.id}`, is: 'recall_answer' as const, at: answer.at, page, code },
        ...{ by: doer(answer.byUser, 'buyer'), fate: answer.fate },
      })),
    ];
  });
};
