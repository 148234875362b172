import { ok, vietnamDay } from '@baunghe/db';
import { dong } from '@baunghe/money';
import {
  closeDays,
  closedDays,
  deliveryRules,
  keepArea,
  openDay,
  provinces,
  removeArea,
} from '@baunghe/orders';
import { z } from 'zod';
import { day, id, line, optionalLine } from './fields.ts';
import { only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const manager = only('manager');

const DEAREST = 1_000_000_000;

const fee = z
  .number('amount_invalid')
  .int('amount_invalid')
  .min(0, 'amount_invalid')
  .max(DEAREST, 'amount_invalid');

const whole = (least: number, most: number) =>
  z.number('number_invalid').int('number_invalid').min(least, 'number_invalid').max(most, 'number_invalid');

const area = writeKey
  .extend({
    id: id.nullable(),
    nameVi: line(80, 'name_missing'),
    nameEn: line(80, 'name_missing'),
    nameZh: optionalLine(80),
    position: whole(0, 999),
    provinceCodes: z.array(z.string().regex(/^\d{2}$/)).max(40),
    leaveDays: z.array(whole(1, 7)).min(1, 'days_missing').max(7),
    cutOffHour: whole(0, 24),
    daysFrom: whole(0, 30),
    daysTo: whole(0, 30),
    steps: z
      .array(
        z.object({
          upToGrams: z
            .number('weight_invalid')
            .int('weight_invalid')
            .min(1, 'weight_invalid')
            .max(100_000_000, 'weight_invalid'),
          fee: fee.transform((amount) => dong(amount)),
        }),
      )
      .max(12),
    beyond: fee.nullable().transform((amount) => (amount === null ? null : dong(amount))),
    freeFrom: fee
      .min(1, 'amount_invalid')
      .nullable()
      .transform((amount) => (amount === null ? null : dong(amount))),
  })
  .refine(({ daysFrom, daysTo }) => daysFrom <= daysTo, { path: ['daysTo'], message: 'number_invalid' });

/** Where is delivered to, what for and when, as managers set it. */
export const deliveryRouter = router({
  /** The areas in their order, all provinces, and the closed days that are still to come. */
  board: manager.query(async ({ ctx }) => {
    const { now } = ctx.moment();
    const { areas } = await deliveryRules(ctx.database, now);
    const [places, closed] = await Promise.all([
      provinces(ctx.database),
      closedDays(ctx.database, vietnamDay(now)),
    ]);
    return { areas, provinces: places, closed };
  }),

  keepArea: manager.input(area).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'delivery.keepArea', input, (tx) => {
      const { key: _key, ...entry } = input;
      return keepArea(tx, ctx.moment(), ctx.person, entry);
    }),
  ),

  removeArea: manager
    .input(writeKey.extend({ id }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'delivery.removeArea', input, (tx) => removeArea(tx, input.id)),
    ),

  closeDays: manager
    .input(writeKey.extend({ from: day, to: day, why: optionalLine(80) }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'delivery.closeDays', input, (tx) => closeDays(tx, ctx.person, input)),
    ),

  openDay: manager.input(writeKey.extend({ day })).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'delivery.openDay', input, async (tx) => {
      await openDay(tx, input.day);
      return ok(undefined);
    }),
  ),
});
