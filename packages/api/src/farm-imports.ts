import { createHash } from 'node:crypto';
import { FarmImportKind, fail, ok } from '@baunghe/db';
import { importState, importTitles, startImport } from '@baunghe/farm';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { id } from './fields.ts';
import { ownOnly } from './own-plots.ts';
import { only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const grower = only('member', 'manager');

/** Most refused rows that are told at once. */
const MOST_REFUSED = 20_000;

const file = writeKey.extend({
  kind: z.enum(FarmImportKind),
  fileName: z
    .string()
    .max(200)
    .transform((name) => name.normalize('NFC').replace(/\p{Cc}/gu, ' ')),
  bytes: z.instanceof(Uint8Array, { message: 'file_missing' }),
});

/** Lists that come in as files. A member sends entries of their own plots; the catalogue is the manager's. */
export const farmImportsRouter = router({
  start: grower.input(file).mutation(({ ctx, input }) => {
    const { kind, fileName, bytes, key } = input;
    if (kind === 'inputs' && !ctx.person.roles.includes('manager'))
      throw new TRPCError({ code: 'FORBIDDEN' });
    const sent = { key, kind, fileName, bytes: createHash('sha256').update(bytes).digest('hex') };
    return writeOnce(ctx, 'farmImports.start', sent, (tx) => {
      const by = { userId: ctx.person.userId, memberId: ownOnly(ctx.person).memberId ?? null };
      return startImport(tx, ctx.moment(), by, { kind, fileName, bytes });
    });
  }),

  /** How far a file is, and what of it was refused; a manager sees everybody's. */
  state: grower
    .input(z.object({ id, most: z.number().int().min(0).max(MOST_REFUSED) }))
    .query(async ({ ctx, input }) => {
      const own = ctx.person.roles.some((role) => role === 'manager' || role === 'auditor')
        ? {}
        : { byUser: ctx.person.userId };
      const state = await importState(ctx.database, { ...input, ...own });
      return state ? ok(state) : fail({ code: 'import_unknown' });
    }),

  /** The titles of a file's columns, as its template has them. */
  titles: grower
    .input(z.object({ kind: z.enum(FarmImportKind) }))
    .query(({ input }) => importTitles(input.kind)),
});
