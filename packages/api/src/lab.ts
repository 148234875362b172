import { createHash } from 'node:crypto';
import { fail, LabKind, ok } from '@baunghe/db';
import { CADMIUM_LIMIT, labDocument, labResults, recordLabResult } from '@baunghe/farm';
import { z } from 'zod';
import { day, id, line, optionalLine } from './fields.ts';
import { seenBy } from './own-plots.ts';
import { only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const reader = only('member', 'packer', 'manager');

/** A name that may be left out. */
const code = z
  .string()
  .max(40)
  .nullish()
  .transform((text) => text?.trim() || null);

/** Milligrams a kilogram as a laboratory writes them, `0,032`, given on in nanograms; null when left empty. */
const milligrams = z
  .string()
  .nullish()
  .transform((typed, context) => {
    const plain = (typed ?? '').replace(/\s|mg\/kg/gi, '').replace(/^</, '');
    if (plain === '') return null;
    const parts = /^(\d{1,3})(?:[.,](\d{1,6}))?$/.exec(plain);
    if (parts) return Number(parts[1]) * 1_000_000 + Number((parts[2] ?? '').padEnd(6, '0'));
    context.addIssue({ code: 'custom', message: 'value_invalid' });
    return z.NEVER;
  });

const result = writeKey.extend({
  kind: z.enum(LabKind, 'kind_missing'),
  batch: code,
  plotCode: code,
  laboratory: line(120, 'laboratory_missing'),
  number: line(60, 'number_missing'),
  sampledOn: day,
  resultOn: day,
  passed: z.boolean().nullable(),
  value: milligrams,
  note: optionalLine(300),
  document: z.instanceof(Uint8Array).nullable(),
});

/** What laboratories found. The manager writes it down; a member reads what is of their own fruit, staff all. */
export const labRouter = router({
  /** The most cadmium that fruit may hold, in nanograms a kilogram. */
  cadmiumLimit: reader.query(({ ctx }) => ctx.settings.cadmiumLimit ?? CADMIUM_LIMIT),

  record: only('manager')
    .input(result)
    .mutation(({ ctx, input }) => {
      const { key, document, value, ...told } = input;
      const sent = { ...told, value, key, document: document && sha256(document) };
      return writeOnce(ctx, 'lab.record', sent, (tx) => {
        const { gln, cadmiumLimit = CADMIUM_LIMIT } = ctx.settings;
        const by = { userId: ctx.person.userId, gln, cadmiumLimit };
        return recordLabResult(tx, ctx.moment(), by, { ...told, nanogramsPerKg: value, document });
      });
    }),

  results: reader
    .input(z.object({ batch: z.string().max(20).nullish(), plotId: id.nullish() }))
    .query(({ ctx, input }) =>
      labResults(ctx.database, {
        ...(input.batch ? { batch: input.batch } : {}),
        ...(input.plotId ? { plotId: input.plotId } : {}),
        ...seenBy(ctx.person),
        limit: 200,
      }),
    ),

  /** The report that a result was written down from. */
  document: reader.input(z.object({ id })).query(async ({ ctx, input }) => {
    const found = await labDocument(ctx.database, { ...input, ...seenBy(ctx.person) });
    return found ? ok(found) : fail({ code: 'document_unknown' });
  }),
});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
