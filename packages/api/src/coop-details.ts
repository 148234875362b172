import { detailsOn, phoneNumber, writeDetail, writtenDetails } from '@baunghe/coop';
import { CoopDetailKind, vietnamDay } from '@baunghe/db';
import { z } from 'zod';
import { day, optionalLine } from './fields.ts';
import { only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const manager = only('manager');

/** A telephone number or a code; empty: there is none from that day on. */
const detail = z
  .object({ kind: z.enum(CoopDetailKind, 'kind_missing'), value: optionalLine(20), fromDay: day })
  .transform(({ kind, value, fromDay }, context) => {
    if (value === null || kind === 'packing_house')
      return { kind, value: value?.toUpperCase() ?? null, fromDay };
    const number = phoneNumber(value);
    if (number.ok) return { kind, value: number.value.e164, fromDay };
    context.addIssue({ code: 'custom', path: ['value'], message: 'phone_invalid' });
    return z.NEVER;
  });

/** What papers for inspectors say of the cooperative itself, each from a day on. */
export const coopDetailsRouter = router({
  /** What holds today, and all that was written down. */
  list: manager.query(async ({ ctx }) => ({
    today: await detailsOn(ctx.database, vietnamDay(ctx.moment().now)),
    written: await writtenDetails(ctx.database),
  })),

  write: manager.input(z.intersection(writeKey, detail)).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'coopDetails.write', input, (tx) => {
      const { kind, value, fromDay } = input;
      return writeDetail(tx, ctx.moment(), ctx.person, { kind, value, fromDay });
    }),
  ),
});
