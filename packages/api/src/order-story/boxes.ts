import type { ReturnOutcome, UnpackedFate } from '@baunghe/db';
import { doer, type Happening, type Source } from './happening.ts';

type OfBox = Happening & { serial: string; batch: string; grams: number };
type Packed = OfBox & { is: 'box_packed'; units: number; lotReason: string | null };
type Opened = OfBox & { is: 'box_opened'; fate: UnpackedFate; reason: string };
type Returned = OfBox & { is: 'box_returned'; outcome: ReturnOutcome; reason: string };

/** Boxes that were packed and weighed, opened again, or came back. */
export const boxes: Source<Packed | Opened | Returned> = async (database, { id }) => {
  const rows = await database.box.findMany({
    where: { orderId: id },
    include: { lot: { select: { batch: true } }, unpacking: true, returned: true },
    orderBy: [{ packedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.flatMap((box) => {
    const { serial, unpacking, returned } = box;
    const of = { serial, batch: box.lot.batch, page: `/01/${box.gtin}/21/${serial}` };
    const packed: Packed = {
      ...{ id: `packed:${box.id}`, is: 'box_packed', at: box.packedAt, by: doer(box.packedBy, 'shop') },
      ...{ ...of, grams: box.grams, units: box.units, lotReason: box.lotReason },
    };
    const told: (Packed | Opened | Returned)[] = [packed];
    if (unpacking) {
      const { at, byUser, fate, reason } = unpacking;
      const opened = { id: `opened:${box.id}`, is: 'box_opened', at, by: doer(byUser, 'shop') } as const;
      told.push({ ...opened, ...of, grams: box.grams, fate, reason });
    }
    if (returned) {
      const { at, byUser, outcome, reason, grams } = returned;
      const back = { id: `returned:${box.id}`, is: 'box_returned', at, by: doer(byUser, 'shop') } as const;
      told.push({ ...back, ...of, grams, outcome, reason });
    }
    return told;
  });
};
