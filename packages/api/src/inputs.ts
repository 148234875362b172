import { fail, InputKind, ok } from '@baunghe/db';
import { catalogue, inputOf, putInput } from '@baunghe/farm';
import { z } from 'zod';
import { day, id, line, optionalLine } from './fields.ts';
import { only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const manager = only('manager');

/** A day that may be left empty. */
const optionalDay = z
  .literal('')
  .nullish()
  .transform(() => null)
  .or(day);

const input = writeKey.extend({
  /** Null or empty: a new one. */
  id: id
    .or(z.literal(''))
    .nullish()
    .transform((text) => text || null),
  name: line(120, 'name_missing'),
  kind: z.enum(InputKind, 'kind_missing'),
  activeIngredient: optionalLine(120),
  registration: optionalLine(60),
  preHarvestDays: z
    .string('interval_invalid')
    .trim()
    .regex(/^\d{1,3}$/, 'interval_invalid')
    .transform(Number)
    .pipe(z.number().max(120, 'interval_invalid')),
  bannedOn: optionalDay,
  bannedReason: optionalLine(200),
});

/** The catalogue of fertilisers and pesticides. */
export const inputsRouter = router({
  /** All of it, or what holds the words that were typed, with or without diacritics. */
  list: only('member', 'packer', 'manager')
    .input(z.object({ search: z.string().max(100) }))
    .query(({ ctx, input }) => catalogue(ctx.database, input.search)),

  one: manager.input(z.object({ id })).query(async ({ ctx, input }) => {
    const found = await inputOf(ctx.database, input.id);
    return found ? ok(found) : fail({ code: 'input_unknown' });
  }),

  put: manager.input(input).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'inputs.put', input, (tx) => {
      const { key: _key, ...told } = input;
      return putInput(tx, ctx.moment(), told);
    }),
  ),
});
