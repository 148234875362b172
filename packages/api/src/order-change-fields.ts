import { dong } from '@baunghe/money';
import type { Wishes } from '@baunghe/orders';
import { z } from 'zod';
import { id, line, optionalLine } from './fields.ts';

/** What the order comes to, as the form showed it. */
export const seenTotal = z
  .number()
  .int()
  .min(0)
  .max(2e12)
  .transform((total) => dong(total));

/** Where an order is to go instead. */
export const newAddress = z.object({
  provinceCode: z.string('province_missing').regex(/^\d{2}$/, 'province_missing'),
  wardCode: z.string('ward_missing').regex(/^\d{5}$/, 'ward_missing'),
  street: line(160, 'street_missing'),
  note: optionalLine(300),
  seenTotal,
});

/** How much of which line is wanted instead, at least `least` of each. */
export function newQuantities(least: 0 | 1) {
  const quantity = z
    .number('quantity_invalid')
    .int('quantity_invalid')
    .min(least, 'quantity_invalid')
    .max(500, 'quantity_invalid');
  return z.array(z.object({ lineId: id, quantity })).max(40);
}

/** Wishes as a form that shows all of them means them: what is not there is wished no more. */
export function wishedIn({ ripeness, gift, invoice }: Wishes = {}) {
  return { ripeness: ripeness ?? null, gift: gift ?? null, invoice: invoice ?? null };
}
