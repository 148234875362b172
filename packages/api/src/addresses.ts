import { findProvinces, findWards, provinces, settleAddress } from '@baunghe/orders';
import { z } from 'zod';
import { anyone, router } from './trpc.ts';

const typed = z.string().max(80);
const code = z.string().max(5).nullable();
const typedPlace = z.object({ typed, picked: code, chosen: code });

/** The 34 provinces and cities and their 3,321 wards, communes and special zones. */
export const addressesRouter = router({
  provinces: anyone.query(({ ctx }) => provinces(ctx.database)),

  findProvinces: anyone
    .input(z.object({ typed }))
    .query(({ ctx, input }) => findProvinces(ctx.database, input.typed, 12)),

  findWards: anyone
    .input(z.object({ provinceCode: z.string().max(2).nullable(), typed }))
    .query(({ ctx, input }) => findWards(ctx.database, { ...input, most: 12 })),

  /** What a form without a list means by its typed province and ward. */
  settle: anyone
    .input(z.object({ province: typedPlace, ward: typedPlace }))
    .query(({ ctx, input }) => settleAddress(ctx.database, input)),
});
