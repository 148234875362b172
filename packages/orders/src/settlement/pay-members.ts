import {
  fail,
  lockSettlements,
  type Moment,
  newId,
  ok,
  type PayoutThrough,
  type Result,
  type Tx,
} from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { enterInBooks } from '@baunghe/payments';

type By = { userId: string };

/** Money given to a member before it was earned. */
export interface NewAdvance {
  memberId: string;
  amount: Dong;
  through: PayoutThrough;
  reference: string;
}

/** Books an advance; the next settlements take it off. Returns its id. */
export async function payAdvance(
  tx: Tx,
  moment: Moment,
  by: By,
  { memberId, amount, through, reference }: NewAdvance,
): Promise<Result<{ id: string }, { code: 'member_unknown' }>> {
  const member = await tx.member.findUnique({ where: { id: memberId }, select: { id: true } });
  if (!member) return fail({ code: 'member_unknown' });
  const id = newId('adv', moment);
  await tx.memberAdvance.create({
    data: { id, memberId, amountDong: BigInt(amount), through, reference, at: moment.now, byUser: by.userId },
  });
  await enterInBooks(tx, moment, {
    key: `advance:${id}`,
    orderId: null,
    sides: [
      { account: 'advances', dong: amount },
      { account: through, dong: dong(-amount) },
    ],
  });
  return ok({ id });
}

/** Why a statement is not paid. */
export type PayStatementRefusal =
  | { code: 'statement_unknown' }
  /** Its settlement is not approved, or it comes to nothing. */
  | { code: 'statement_owes_nothing' }
  | { code: 'statement_paid'; at: Date };

/** Books that a member was paid what an approved statement says, once. */
export async function payStatement(
  tx: Tx,
  moment: Moment,
  by: By,
  { statementId, through, reference }: { statementId: string; through: PayoutThrough; reference: string },
): Promise<Result<void, PayStatementRefusal>> {
  await lockSettlements(tx);
  const statement = await tx.memberStatement.findUnique({
    where: { id: statementId },
    include: { settlement: true, payout: true },
  });
  if (!statement) return fail({ code: 'statement_unknown' });
  if (statement.payout) return fail({ code: 'statement_paid', at: statement.payout.at });
  const { payDong, settlement } = statement;
  if (settlement.state !== 'approved' || payDong === 0n) return fail({ code: 'statement_owes_nothing' });
  await tx.memberPayout.create({
    data: { statementId, amountDong: payDong, through, reference, at: moment.now, byUser: by.userId },
  });
  await enterInBooks(tx, moment, {
    key: `paid_member:${statementId}`,
    orderId: null,
    sides: [
      { account: 'members_owed', dong: dong(payDong) },
      { account: through, dong: dong(-payDong) },
    ],
  });
  return ok(undefined);
}
