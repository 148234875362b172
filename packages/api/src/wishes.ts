import { foldTaxCode, type Gift, holdsAsTaxCode, type Wishes } from '@baunghe/orders';
import { z } from 'zod';
import { day, line, optionalLine, phone } from './fields.ts';

/** A present as a form says it: nothing of it filled in is none. */
const gift = z
  .object({
    giftNote: optionalLine(200),
    noPrices: z.boolean(),
    recipientName: optionalLine(80),
    recipientPhone: z.string().max(60, 'phone_invalid').nullish(),
  })
  .transform(({ giftNote: note, noPrices, recipientName: name, recipientPhone }, context): Gift | null => {
    const typed = recipientPhone?.trim() ?? '';
    if (name === null && typed === '')
      return note === null && !noPrices ? null : { note, noPrices, recipient: null };
    const read = phone.safeParse(typed);
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (name === null) refuse('recipientName', 'name_missing');
    if (!read.success) refuse('recipientPhone', read.error.issues[0]?.message ?? 'phone_invalid');
    return { note, noPrices, recipient: { name: name ?? '', phone: read.data ?? '' } };
  });

const invoice = z
  .object({
    company: line(200, 'company_missing'),
    taxCode: z
      .string('tax_code_invalid')
      .max(40, 'tax_code_invalid')
      .transform(foldTaxCode)
      .pipe(z.string().refine(holdsAsTaxCode, 'tax_code_invalid')),
    companyAddress: line(300, 'company_address_missing'),
    email: z.string('email_invalid').trim().max(160, 'email_invalid').pipe(z.email('email_invalid')),
  })
  .transform(({ companyAddress: address, ...to }) => ({ ...to, address }));

/** What a buyer wishes beside the fruit, each optional. */
export const wishes = z
  .object({
    leaveOn: day.nullish(),
    ripeness: z.enum(['eat_now', 'in_days']).nullish(),
    gift: gift.nullish(),
    invoice: invoice.nullish(),
  })
  .transform((wished): Wishes => wished)
  .optional();
