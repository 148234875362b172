import { BookAccount } from '@baunghe/db';
import { journalPage, trialBalance } from '@baunghe/payments';
import { z } from 'zod';
import { id } from './fields.ts';
import { only, router } from './trpc.ts';

const PER_PAGE = 50;
/** More than a cooperative enters in years; a file is one answer. */
const MOST_EXPORTED = 100_000;

const reader = only('manager', 'accountant');

const account = z.enum(BookAccount).nullable();

/** The books: what each account stands at, and every entry. */
export const booksRouter = router({
  balance: reader.query(({ ctx }) => trialBalance(ctx.database)),

  /** Entries, the newest first, by the account that they touch; `after` names the last one before. */
  journal: reader
    .input(z.object({ account, after: id.nullable() }))
    .query(({ ctx, input }) => journalPage(ctx.database, { ...input, limit: PER_PAGE })),

  /** All entries of an account or of all, for a file. */
  export: reader.input(z.object({ account })).query(async ({ ctx, input }) => {
    const { rows } = await journalPage(ctx.database, { ...input, after: null, limit: MOST_EXPORTED });
    return rows;
  }),
});
