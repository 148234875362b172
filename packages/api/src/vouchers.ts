import { dong } from '@baunghe/money';
import { makeVoucher, switchVoucher, vouchers } from '@baunghe/orders';
import { z } from 'zod';
import { id, optionalLine } from './fields.ts';
import { only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const treasurer = only('manager', 'accountant');

const MOST_DONG = 100_000_000;

const sum = z.number('amount_invalid').int('amount_invalid').max(MOST_DONG, 'amount_invalid');
const count = z
  .number('number_invalid')
  .int('number_invalid')
  .min(1, 'number_invalid')
  .max(1_000_000, 'number_invalid');

/** Midnight in Vietnam at the beginning of a day. */
const dayStart = z.iso.date('day_invalid').transform((text) => new Date(`${text}T00:00:00+07:00`));

const DAY_MS = 86_400_000;

const made = writeKey.extend({
  code: z.string().max(40, 'too_long'),
  kind: z.enum(['percent', 'fixed'], 'kind_missing'),
  worth: sum.min(1, 'amount_missing'),
  most: sum.min(1, 'amount_invalid').transform(dong).nullable(),
  least: sum.min(0, 'amount_invalid').transform(dong),
  withDelivery: z.boolean(),
  from: dayStart,
  /** The last day on which it holds. */
  until: dayStart.transform((start) => new Date(start.getTime() + DAY_MS)).nullable(),
  mostUses: count.nullable(),
  mostPerPhone: count.nullable(),
  varietyCodes: z.array(id).max(100),
  productIds: z.array(id).max(500),
  note: optionalLine(200),
});

/** Codes that take something off an order, as managers and accountants make them. */
export const vouchersRouter = router({
  list: treasurer.query(({ ctx }) => vouchers(ctx.database)),

  make: treasurer
    .input(made)
    .mutation(({ ctx, input: { key, ...voucher } }) =>
      writeOnce(ctx, 'vouchers.make', { key, ...voucher }, (tx) =>
        makeVoucher(tx, ctx.moment(), voucher, ctx.person.userId),
      ),
    ),

  switch: treasurer
    .input(writeKey.extend({ voucherId: id, isOn: z.boolean() }))
    .mutation(({ ctx, input }) => writeOnce(ctx, 'vouchers.switch', input, (tx) => switchVoucher(tx, input))),
});
