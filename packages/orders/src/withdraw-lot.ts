import type { Moment, Result, Tx } from '@baunghe/db';
import { settleHold } from '@baunghe/farm';
import { lotClassUri, packingLocationUri } from '@baunghe/gs1';
import * as store from '@baunghe/stock';
import { recordWithdrawal } from '@baunghe/trace';

type By = { userId: string; gln: string };
type Called = { batch: string; reason: string };

/** Calls a lot back, and those sorted from it: they are held at once, their boxes' pages say so, and the trace is told. */
export function withdrawLot(
  tx: Tx,
  moment: Moment,
  by: By,
  lot: Called,
): Promise<Result<void, store.WithdrawRefusal>> {
  return told(tx, moment, by, false, store.withdrawLot(tx, moment, { ...lot, byUser: by.userId }));
}

/** Ends a lot's withdrawal, and tells the trace. What was held before stays held. */
export function endWithdrawal(
  tx: Tx,
  moment: Moment,
  by: By,
  lot: Called,
): Promise<Result<void, store.EndRefusal>> {
  return told(tx, moment, by, true, store.endWithdrawal(tx, moment, { ...lot, byUser: by.userId }));
}

async function told<E extends { code: string }>(
  tx: Tx,
  moment: Moment,
  by: By,
  ended: boolean,
  written: Promise<Result<string[], E>>,
): Promise<Result<void, E>> {
  const done = await written;
  if (!done.ok) return done;
  // What a diary or a laboratory said meanwhile holds or frees the lots only now.
  if (ended) await settleHold(tx, done.value);
  const lots = await tx.lot.findMany({ where: { id: { in: done.value } }, include: { variety: true } });
  for (const lot of lots) {
    await recordWithdrawal(tx, moment, {
      lotId: lot.id,
      harvestId: lot.harvestId,
      lotClass: lotClassUri(lot.variety.looseGtin, lot.batch),
      packingLocation: packingLocationUri(by.gln),
      ended,
    });
  }
  return { ok: true, value: undefined };
}
