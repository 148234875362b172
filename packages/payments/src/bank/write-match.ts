import {
  type BankDirection,
  type BankMatchKind,
  lockBankLines,
  type Moment,
  newId,
  type Tx,
} from '@baunghe/db';

/** A movement of the bank account, as it is kept. */
export interface LineRow {
  id: string;
  direction: BankDirection;
  amountDong: bigint;
  content: string;
  reference: string;
  at: Date;
}

/** Writes down what a movement is. */
export async function writeMatch(
  tx: Tx,
  moment: Moment,
  lineId: string,
  match: {
    kind: BankMatchKind;
    eventId?: string;
    refundId?: string;
    payoutId?: string;
    note?: string;
    byUser: string | null;
  },
): Promise<void> {
  await tx.bankMatch.create({ data: { id: newId('bmt', moment), lineId, at: moment.now, ...match } });
}

/** A movement that nothing was made of yet, locked until the transaction ends; null where there is none. */
export async function lockOpenLine(tx: Tx, lineId: string): Promise<LineRow | null> {
  await lockBankLines(tx);
  return tx.bankLine.findFirst({
    where: { id: lineId, matches: { none: { kind: { not: 'not_ours' }, undoing: null } } },
  });
}
