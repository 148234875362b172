import {
  fail,
  type Moment,
  newId,
  type OrderState,
  ok,
  type Result,
  type ReturnOutcome,
  type Tx,
} from '@baunghe/db';
import { boxEpcUri, lotClassUri, packingLocationUri } from '@baunghe/gs1';
import { bringBack } from '@baunghe/stock';
import { recordDestroyed, recordInspected, recordReceived } from '@baunghe/trace';
import { lockOrder } from './lock-order.ts';
import {
  forgoForReturn,
  mostOwedFor,
  owedFor,
  type ReturnMoney,
  type ReturnMoneyRefusal,
} from './money-of-return.ts';

/** A box that came back, weighed and looked at. */
export interface ReturnedBox {
  boxId: string;
  grams: number;
  outcome: ReturnOutcome;
  reason: string;
  photo: { photoId: string; uri: string } | null;
  /** What its buyer owes less, or gets back. */
  money: ReturnMoney;
}

/** Why a box is not taken back. */
export type TakeBackRefusal =
  | { code: 'box_unknown' }
  | { code: 'order_state'; state: OrderState }
  | { code: 'box_came_back'; at: Date }
  | { code: 'heavier_than_it_left'; mostGrams: number }
  | { code: 'lot_past_its_day' }
  | ReturnMoneyRefusal;

/**
 * Takes back a box from its buyer or its carrier: the trace is told that it was received and looked at, and its fruit
 * either goes back into its lot, while that is good, or is destroyed. The order costs less by what is owed for it. Returns
 * the return's id.
 */
export async function takeBack(
  tx: Tx,
  moment: Moment,
  by: { userId: string; gln: string },
  { boxId, grams, outcome, reason, photo, money }: ReturnedBox,
): Promise<Result<string, TakeBackRefusal>> {
  const named = await tx.box.findUnique({ where: { id: boxId }, select: { orderId: true } });
  const order = named && (await lockOrder(tx, named.orderId));
  if (!order) return fail({ code: 'box_unknown' });
  if (order.state !== 'shipped' && order.state !== 'delivered') {
    return fail({ code: 'order_state', state: order.state });
  }
  const box = await tx.box.findUniqueOrThrow({
    where: { id: boxId },
    include: { returned: true, line: true, order: true, lot: { include: { variety: true } } },
  });
  if (box.returned) return fail({ code: 'box_came_back', at: box.returned.at });
  if (grams > box.grams) return fail({ code: 'heavier_than_it_left', mostGrams: box.grams });
  const { owed, why: owedWhy } = owedFor(box, money);
  const most = await mostOwedFor(tx, box);
  const forgone = await forgoForReturn(tx, moment, {
    orderId: order.id,
    boxId,
    owed,
    most,
    taxRate: box.line.vatRate,
    byUser: by.userId,
  });
  if (!forgone.ok) return forgone;
  const { lot } = box;
  const packingLocation = packingLocationUri(by.gln);
  const epc = { id: box.id, epc: boxEpcUri(box.gtin, box.serial) };
  const fruit = { lotId: lot.id, lotClass: lotClassUri(lot.variety.looseGtin, lot.batch), grams, box: epc };
  const eventId = await recordReceived(tx, moment, { ...fruit, packingLocation });
  const passed = outcome === 'back_in_store';
  await recordInspected(tx, moment, { ...fruit, passed, place: packingLocation, certificates: [] });
  const returnId = newId('ret', moment);
  const act = { at: moment.now, byUser: by.userId };
  const photoId = photo?.photoId ?? null;
  await tx.boxReturn.create({
    data: {
      id: returnId,
      boxId,
      grams,
      outcome,
      reason,
      owedDong: BigInt(owed),
      owedWhy,
      photoId,
      eventId,
      ...act,
    },
  });
  if (!passed) {
    await recordDestroyed(tx, moment, { ...fruit, packingLocation, photo: photo?.uri ?? null });
    return ok(returnId);
  }
  const back = await bringBack(tx, moment, {
    lotId: lot.id,
    returnId,
    eventId,
    grams,
    reason,
    byUser: by.userId,
  });
  return back.ok ? ok(returnId) : back;
}
