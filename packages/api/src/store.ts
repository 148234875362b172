import { createHash } from 'node:crypto';
import { fail, ok, SpoilCause, type Tx } from '@baunghe/db';
import { type Evidence, keepEvidence, type PhotoRefusal } from '@baunghe/farm';
import {
  addPlace,
  grade,
  inspectLot,
  ledgerOf,
  lotsInStore,
  moveLot,
  places,
  readTemperature,
  saveStocktake,
  spoil,
} from '@baunghe/stock';
import { z } from 'zod';
import type { ApiContext } from './context.ts';
import { line, optionalLine, photoClaim, weight } from './fields.ts';
import { only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const staff = only('packer', 'manager');
const manager = only('manager');
const handler = only('member', 'packer', 'manager');

const batch = z.string().min(1).max(20);
const ofLot = writeKey.extend({ batch });
const photo = z.instanceof(Uint8Array).nullish();
/** Whole grams, none included: what the scale says of an empty crate. */
const counted = z.number('weight_missing').int('weight_invalid').min(0, 'weight_invalid').max(100_000_000);

const sorting = ofLot.extend({
  grams: weight,
  parts: z
    .array(z.object({ grade: z.enum(['A', 'B', 'C']), grams: weight }))
    .min(1, 'weight_missing')
    .max(3),
  lossReason: optionalLine(200),
});

const counts = z.array(
  z.object({ batch, seenGrams: counted, countedGrams: counted, reason: optionalLine(200) }),
);

type Person = Extract<ApiContext['actor'], { kind: 'person' }>;

/** What is done to fruit in the store. Packers and managers do it; a member reads the ledger of their own lots. */
export const storeRouter = router({
  /** Every gram that came to a lot or went from it. */
  ledger: handler.input(z.object({ batch })).query(async ({ ctx, input }) => {
    const [lot] = await lotsInStore(ctx.database, { ...ownIfMember(ctx.person), ...input, limit: 1 });
    return lot ? ok(await ledgerOf(ctx.database, lot.lotId)) : fail({ code: 'lot_unknown' });
  }),

  spoil: staff
    .input(
      ofLot
        .extend({
          grams: weight,
          cause: z.enum(SpoilCause, 'why_missing'),
          words: optionalLine(200),
          photo,
          photoClaim,
        })
        .refine(({ cause, words }) => cause !== 'other' || words !== null, {
          path: ['words'],
          message: 'words_missing',
        }),
    )
    .mutation(({ ctx, input }) => {
      const { key, photo: original, photoClaim: claim, ...entry } = input;
      return writeOnce(ctx, 'store.spoil', { ...entry, key, ...photoSum(original) }, async (tx) => {
        const kept = await keptPhoto(tx, ctx, original, claim);
        if (!kept.ok) return kept;
        return spoil(tx, ctx.moment(), hand(ctx), { ...entry, photo: kept.value });
      });
    }),

  grade: staff
    .input(sorting)
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'store.grade', input, (tx) => grade(tx, ctx.moment(), hand(ctx), input)),
    ),

  places: staff.query(({ ctx }) => places(ctx.database)),

  addPlace: manager
    .input(
      writeKey.extend({
        code: z
          .string('code_invalid')
          .transform((code) => code.normalize('NFKC').trim().toUpperCase())
          .pipe(z.string().regex(/^[A-Z0-9]{1,12}$/, 'code_invalid')),
        name: line(60, 'name_missing'),
      }),
    )
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'store.addPlace', input, (tx) => addPlace(tx, { code: input.code, name: input.name })),
    ),

  move: staff
    .input(
      ofLot.extend({
        placeCode: z.string('place_missing').min(1, 'place_missing').max(12),
        /** Where the form said that it lies. */
        seenPlace: z.string().max(12).nullish(),
      }),
    )
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'store.move', input, (tx) => moveLot(tx, ctx.moment(), hand(ctx), input)),
    ),

  inspect: staff
    .input(
      ofLot.extend({
        passed: z.boolean('outcome_missing'),
        note: line(300, 'note_missing'),
        /** Why the form said that it is held. */
        seenHold: z.string().max(1000).nullish(),
      }),
    )
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'store.inspect', input, (tx) => inspectLot(tx, ctx.moment(), hand(ctx), input)),
    ),

  readTemperature: staff
    .input(
      ofLot.extend({
        celsius: z.number('celsius_invalid').min(-40, 'celsius_invalid').max(60, 'celsius_invalid'),
      }),
    )
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'store.readTemperature', input, (tx) =>
        readTemperature(tx, ctx.moment(), hand(ctx), input),
      ),
    ),

  /** Every lot with fruit left, to be counted. */
  sheet: staff.query(({ ctx }) => lotsInStore(ctx.database, { inStore: true, limit: 200 })),

  saveStocktake: staff
    .input(writeKey.extend({ counts: counts.min(1).max(200) }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'store.saveStocktake', input, (tx) =>
        saveStocktake(tx, ctx.moment(), hand(ctx), input.counts),
      ),
    ),
});

function ownIfMember(person: Person): { memberId?: string } {
  const works = person.roles.some((role) => role !== 'member');
  return works ? {} : { memberId: person.memberId ?? 'none' };
}

function hand(ctx: ApiContext & { person: Person }) {
  return { userId: ctx.person.userId, gln: ctx.settings.gln };
}

/** Told apart by its hash: a photo of many megabytes would be slow to write out whole. */
function photoSum(original: Uint8Array | null | undefined): { photo?: string } {
  return original ? { photo: createHash('sha256').update(original).digest('hex') } : {};
}

function keptPhoto(
  tx: Tx,
  ctx: ApiContext,
  original: Uint8Array | null | undefined,
  claim: string | null,
): Promise<{ ok: true; value: Evidence | null } | { ok: false; error: PhotoRefusal }> {
  return original ? keepEvidence(tx, ctx.moment(), original, claim) : Promise.resolve(ok(null));
}
