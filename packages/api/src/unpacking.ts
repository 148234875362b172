import { unpackBox, unpackedBoxes } from '@baunghe/orders';
import { z } from 'zod';
import { id, line } from './fields.ts';
import { only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const staff = only('packer', 'manager');

/** Boxes that are opened again before they leave. */
export const unpackingRouter = router({
  unpack: staff
    .input(
      writeKey.extend({
        boxId: id,
        fate: z.enum(['returned', 'destroyed'], 'fate_missing'),
        reason: line(200, 'why_missing'),
      }),
    )
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'unpacking.unpack', input, (tx) => {
        const { key: _key, ...unpacking } = input;
        const by = { userId: ctx.person.userId, gln: ctx.settings.gln };
        return unpackBox(tx, ctx.moment(), by, unpacking);
      }),
    ),

  ofOrder: only('packer', 'manager', 'accountant')
    .input(z.object({ code: z.string().max(40) }))
    .query(({ ctx, input }) => unpackedBoxes(ctx.database, input.code)),
});
