import { fail, type Result } from '@baunghe/db';
import { addVariety, changeVariety, FRUITS, type VarietyRefusal, varieties } from '@baunghe/farm';
import { gtin14From } from '@baunghe/gs1';
import { dong } from '@baunghe/money';
import { changeProduct, listProduct, nextGtin, type ProductRefusal, productsInOffice } from '@baunghe/orders';
import { z } from 'zod';
import { id, line, optionalLine } from './fields.ts';
import { only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const manager = only('manager');

const DEAREST = 1_000_000_000;

const named = {
  nameVi: line(80, 'name_missing'),
  nameEn: line(80, 'name_missing'),
  nameZh: optionalLine(80),
};

const words = writeKey.extend({
  ...named,
  descriptionVi: line(600, 'words_missing'),
  descriptionEn: line(600, 'words_missing'),
  descriptionZh: optionalLine(600),
  price: z
    .number('amount_missing')
    .int('amount_invalid')
    .min(1, 'amount_missing')
    .max(DEAREST, 'amount_invalid')
    .transform(dong),
  sort: z.number().int('number_invalid').min(0, 'number_invalid').max(9_999, 'number_invalid'),
  listed: z.boolean(),
});

const newProduct = words.extend({
  varietyCode: z.string('variety_missing').min(1, 'variety_missing').max(32),
  grade: z.enum(['A', 'B', 'C'], 'grade_missing'),
  saleUnit: z.enum(['kg', 'piece', 'box'], 'unit_missing'),
  unitGrams: z
    .number('weight_missing')
    .int('weight_invalid')
    .min(1, 'weight_missing')
    .max(1_000_000, 'weight_invalid'),
  /** Of a piece that is paid by weight: what it weighs at most. */
  mostGrams: z
    .number('weight_invalid')
    .int('weight_invalid')
    .max(1_000_000, 'weight_invalid')
    .nullish()
    .transform((most) => most ?? null),
  gtin: optionalLine(20),
});

const newListing = newProduct.refine(
  ({ saleUnit, unitGrams, mostGrams }) =>
    mostGrams === null || (saleUnit === 'piece' && mostGrams > unitGrams),
  { path: ['mostGrams'], message: 'weight_range_invalid' },
);

const variety = writeKey
  .extend({
    ...named,
    code: z
      .string('variety_code_invalid')
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9]{2,12}$/, 'variety_code_invalid'),
    fruit: z.string().max(32),
    shelfDays: z
      .number('number_invalid')
      .int('number_invalid')
      .min(1, 'number_invalid')
      .max(365, 'number_invalid'),
    ripens: z.boolean(),
    ripeMonths: z.array(z.number().int().min(1).max(12)).max(12),
    picture: z.string().max(64),
  })
  .refine(({ fruit, picture }) => picturesOf(fruit).includes(picture), {
    path: ['picture'],
    message: 'picture_missing',
  });

/** What the cooperative sells, as managers write it down: varieties, and listings of them. */
export const listingsRouter = router({
  all: only('manager', 'accountant').query(async ({ ctx }) => {
    const [products, kinds] = await Promise.all([productsInOffice(ctx.database), varieties(ctx.database)]);
    return { products, varieties: kinds, fruits: FRUITS };
  }),

  add: manager.input(newListing).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'listings.add', input, (tx) => {
      const { key: _key, ...entry } = input;
      return listProduct(tx, ctx.moment(), ctx.settings.gs1Prefix, entry);
    }),
  ),

  change: manager.input(words.extend({ id })).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'listings.change', input, (tx) => {
      const { key: _key, id: product, ...entry } = input;
      return changeProduct(tx, product, entry);
    }),
  ),

  addVariety: manager.input(variety).mutation(({ ctx, input }) =>
    writeOnce(
      ctx,
      'listings.addVariety',
      input,
      async (tx): Promise<Result<{ code: string }, VarietyRefusal | ProductRefusal>> => {
        const { key: _key, ...entry } = input;
        const gtin = await nextGtin(tx, ctx.settings.gs1Prefix);
        // Indicator 9: loose fruit weighs what it weighs (GS1 General Specifications, 2.1.10).
        return gtin ? addVariety(tx, entry, gtin14From(9, gtin)) : fail({ code: 'gtins_used_up' });
      },
    ),
  ),

  changeVariety: manager.input(variety).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'listings.changeVariety', input, (tx) => {
      const { key: _key, ...entry } = input;
      return changeVariety(tx, entry);
    }),
  ),
});

function picturesOf(fruit: string): readonly string[] {
  return Object.entries(FRUITS).find(([name]) => name === fruit)?.[1] ?? [];
}
