import { COOPERATIVE } from '@baunghe/coop';
import { fail, ok, plusDays, vietnamDay } from '@baunghe/db';
import { dongInWords } from '@baunghe/money';
import { type InvoiceData, invoiceData } from '@baunghe/orders';
import { z } from 'zod';
import { day } from './fields.ts';
import { only, router } from './trpc.ts';

const MOST_SHOWN = 100;
const MOST_EXPORTED = 5_000;
const MOST_DAYS = 366;
const VIETNAM_MS = 7 * 3_600_000;

const keeper = only('manager', 'accountant');

const period = z.object({ fromDay: day.nullable(), toDay: day.nullable(), all: z.boolean() });

/** The data of e-invoices, which are made out by the program of a provider that the tax office accepts, not here. */
export const invoicesRouter = router({
  /** Orders handed over in a period, this month where none is named; `all` for a file. */
  list: keeper.input(period).query(async ({ ctx, input }) => {
    const today = vietnamDay(ctx.moment().now);
    const toDay = input.toDay ?? today;
    const fromDay = input.fromDay ?? new Date(Date.UTC(toDay.getUTCFullYear(), toDay.getUTCMonth(), 1));
    if (fromDay > toDay) return fail({ code: 'period_turned_round' });
    if (+plusDays(fromDay, MOST_DAYS) < +toDay) return fail({ code: 'period_too_long', mostDays: MOST_DAYS });
    const { rows, more } = await invoiceData(ctx.database, {
      begins: new Date(+fromDay - VIETNAM_MS),
      ends: new Date(+plusDays(toDay, 1) - VIETNAM_MS),
      limit: input.all ? MOST_EXPORTED : MOST_SHOWN,
    });
    const { name, address } = COOPERATIVE;
    return ok({ fromDay, toDay, seller: { name, address }, rows: rows.map(withWords), more });
  }),
});

const withWords = (row: InvoiceData) => ({ ...row, inWords: dongInWords(row.total) });
