import { BOARD_ORDERS, EXTRAS, TO_DO } from '@baunghe/orders';
import { z } from 'zod';
import { day, id } from './fields.ts';

const key = z.string().max(80).nullable().default(null);

/** What the board of orders may be asked; what is left out asks nothing. */
export const boardAsked = z.strictObject({
  state: z
    .enum(['preordered', 'placed', 'packed', 'shipped', 'delivered', 'cancelled'])
    .nullable()
    .default(null),
  todo: z.enum(TO_DO).nullable().default(null),
  method: z.enum(['cod', 'vietqr', 'card']).nullable().default(null),
  paid: z.enum(['yes', 'no']).nullable().default(null),
  leaveFrom: day.nullable().default(null),
  leaveTo: day.nullable().default(null),
  provinceCode: id.nullable().default(null),
  productId: id.nullable().default(null),
  varietyCode: id.nullable().default(null),
  has: z.array(z.enum(EXTRAS)).max(EXTRAS.length).default([]),
  words: z.string().max(100).default(''),
  sort: z.enum(BOARD_ORDERS).default('newest'),
  after: key,
  before: key,
});
