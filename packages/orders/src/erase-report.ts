import { fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';

/** Why nothing is erased. */
export type EraseRefusal = { code: 'report_erased' };

/**
 * Erases what somebody wrote of a box and their number, because they asked for that. What is wrong with the box, when
 * it was reported and what was done about it stay, and so do who erased it and when.
 */
export async function eraseReport(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  reportId: string,
): Promise<Result<void, EraseRefusal>> {
  const { count } = await tx.boxReport.updateMany({
    where: { id: reportId, erasedAt: null },
    data: { words: null, phone: null, erasedAt: moment.now, erasedBy: by.userId },
  });
  return count === 1 ? ok(undefined) : fail({ code: 'report_erased' });
}
