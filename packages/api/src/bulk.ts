import { takesSms } from '@baunghe/coop';
import { BulkTerms, fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import { dong } from '@baunghe/money';
import { queueSms } from '@baunghe/notices';
import {
  acceptQuote,
  BULK_NEEDS,
  bulkBoard,
  bulkChoices,
  bulkRequest,
  bulkSupply,
  closeRequest,
  foldTaxCode,
  holdsAsTaxCode,
  keepOrderTerms,
  quoteRequest,
  sendBulkRequest,
  typedOrderCode,
} from '@baunghe/orders';
import { z } from 'zod';
import type { ApiContext, ApiSettings } from './context.ts';
import { day, id, line, optionalLine, paragraphs, phone, weight } from './fields.ts';
import { bulkKey, opensBulk, orderKey } from './order-key.ts';
import { tellBuyer } from './tell-buyer.ts';
import { anyone, only, router } from './trpc.ts';
import { waysToPay } from './ways-to-pay.ts';
import { writeKey, writeOnce } from './write-once.ts';

const staff = only('packer', 'manager');
const manager = only('manager');

const where = z.discriminatedUnion(
  'kind',
  [
    z.object({
      kind: z.literal('domestic'),
      provinceCode: z.string('province_missing').regex(/^\d{2}$/, 'province_missing'),
      wardCode: z.string('ward_missing').regex(/^\d{5}$/, 'ward_missing'),
      street: line(160, 'street_missing'),
    }),
    z.object({
      kind: z.literal('export'),
      country: line(80, 'country_missing'),
      port: optionalLine(120),
      terms: z.enum(BulkTerms, 'terms_missing'),
      needs: z.array(z.enum(BULK_NEEDS)).max(BULK_NEEDS.length),
    }),
  ],
  'kind_missing',
);

/** Nothing typed is none; what is typed must hold. */
const optionalOf = <T>(read: z.ZodType<T, string>) =>
  z
    .preprocess((typed) => (typeof typed === 'string' && typed.trim() === '' ? null : typed), read.nullish())
    .transform((value) => value ?? null);

const taxCode = z
  .string()
  .max(40, 'tax_code_invalid')
  .transform(foldTaxCode)
  .pipe(z.string().refine(holdsAsTaxCode, 'tax_code_invalid'));
const email = z.string().trim().max(160, 'email_invalid').pipe(z.email('email_invalid'));

const request = writeKey
  .extend({
    who: line(120, 'name_missing'),
    phone,
    taxCode: optionalOf(taxCode),
    email: optionalOf(email),
    varietyCode: z.string('variety_missing').min(1, 'variety_missing').max(20, 'variety_missing'),
    grade: z.string().max(20).nullable(),
    grams: weight.min(1000, 'weight_invalid'),
    wantedOn: day,
    packing: optionalLine(200),
    note: optionalLine(500),
    locale: z.enum(['vi', 'en', 'zh']),
    where,
  })
  // The invoice is sent there.
  .refine((asked) => asked.taxCode === null || asked.email !== null, {
    path: ['email'],
    message: 'email_invalid',
  });

const own = z.object({ code: z.string().max(40), bulkKey: z.string().max(64) });
const ownWrite = writeKey.extend(own.shape);
const sum = z.number('amount_missing').int('amount_invalid').max(1e12, 'amount_invalid');

const quote = writeKey.extend({
  requestId: id,
  lines: z
    .array(
      z.object({
        productId: z.string('fruit_missing').min(1, 'fruit_missing').max(64),
        grams: weight,
        kiloDong: sum.min(1, 'amount_missing').transform((price) => dong(price)),
      }),
    )
    .min(1, 'fruit_missing')
    .max(5),
  offerId: id.nullable(),
  delivery: sum.min(0, 'amount_invalid').transform((fee) => dong(fee)),
  deposit: z
    .union([
      z.object({ percent: z.number().int().min(1).max(100) }),
      z.object({ dong: sum.min(1).transform((part) => dong(part)) }),
    ])
    .nullable(),
  validUntil: day,
  message: paragraphs(800),
  handOver: z
    .object({
      provinceCode: z.string('province_missing').regex(/^\d{2}$/, 'province_missing'),
      wardCode: z.string('ward_missing').regex(/^\d{5}$/, 'ward_missing'),
      street: line(160, 'street_missing'),
    })
    .nullable(),
});

/** Much fruit, for inside the country or abroad: asked for, quoted, accepted, and then an order like any other. */
export const bulkRouter = router({
  choices: anyone.query(({ ctx }) => bulkChoices(ctx.database)),

  send: anyone.input(request).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'bulk.send', input, async (tx) => {
      const { key: _key, ...asked } = input;
      const network = ctx.network && `${ctx.network.era}${ctx.network.network}`;
      const sent = await sendBulkRequest(tx, ctx.moment(), { ...asked, network });
      if (!sent.ok) return sent;
      const { code } = sent.value;
      return ok({ code, bulkKey: bulkKey(ctx.settings.secret, code) });
    }),
  ),

  /** The key of a request's page for who knows its code and its phone number; one answer for every mismatch. */
  find: anyone.input(z.object({ code: z.string().max(40), phone })).query(async ({ ctx, input }) => {
    const code = typedOrderCode(input.code);
    const found = await ctx.database.bulkRequest.findUnique({ where: { code }, select: { phone: true } });
    if (found?.phone !== input.phone) return fail({ code: 'bulk_unknown' });
    return ok({ code, bulkKey: bulkKey(ctx.settings.secret, code) });
  }),

  follow: anyone.input(own).query(async ({ ctx, input }) => {
    const opened = await openBulk(ctx, input);
    if (!opened.ok) return opened;
    const { steps, orderCode, ...asked } = opened.value;
    const methods = waysToPay(ctx).filter((way) => way !== 'card');
    const order = orderCode && { code: orderCode, orderKey: orderKey(ctx.settings.secret, orderCode) };
    return ok({ ...asked, steps: steps.map(({ byUser: _by, ...step }) => step), methods, order });
  }),

  accept: anyone
    .input(
      ownWrite.extend({
        quoteId: id,
        method: z.enum(['cod', 'vietqr'], 'method_missing'),
        seenTotal: z
          .number()
          .int()
          .min(0)
          .max(2e12)
          .transform((total) => dong(total)),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const opened = await openBulk(ctx, input);
      if (!opened.ok) return opened;
      const { quoteId, method, seenTotal } = input;
      const { id: requestId } = opened.value;
      return writeOnce(ctx, 'bulk.accept', input, async (tx) => {
        if (!waysToPay(ctx).includes(method)) return fail({ code: 'method_not_offered' });
        const moment = ctx.moment();
        const made = await acceptQuote(tx, moment, { requestId, quoteId, method, seenTotal });
        if (!made.ok) return made;
        const { orderId, code, ahead } = made.value;
        // A deposit is a transfer, whatever way the rest is paid.
        if (ahead && !ctx.settings.bank) return fail({ code: 'method_not_offered' });
        if (ahead) await keepOrderTerms(tx, moment.now, orderId);
        await tellBuyer(tx, moment, ctx.settings, {
          orderId,
          kind: ahead ? 'preorder_placed' : 'order_placed',
        });
        return ok({ code, orderKey: orderKey(ctx.settings.secret, code) });
      });
    }),

  withdraw: anyone.input(ownWrite).mutation(async ({ ctx, input }) => {
    const opened = await openBulk(ctx, input);
    if (!opened.ok) return opened;
    const { id: requestId } = opened.value;
    return writeOnce(ctx, 'bulk.withdraw', input, (tx) =>
      closeRequest(tx, ctx.moment(), { requestId, to: 'withdrawn', why: null }),
    );
  }),

  board: staff.query(({ ctx }) => bulkBoard(ctx.database, ctx.moment().now, 100)),

  /** A request, and what there is for it in the store and of harvests to come. */
  one: staff.input(z.object({ code: z.string().max(40) })).query(async ({ ctx, input }) => {
    const { now } = ctx.moment();
    const found = await bulkRequest(ctx.database, now, typedOrderCode(input.code));
    if (!found) return fail({ code: 'bulk_unknown' });
    const of = { varietyCode: found.variety.code, grade: found.grade };
    return ok({ ...found, supply: await bulkSupply(ctx.database, now, of) });
  }),

  quote: manager.input(quote).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'bulk.quote', input, async (tx) => {
      const { key: _key, ...offered } = input;
      const quoted = await quoteRequest(tx, ctx.moment(), ctx.person, offered);
      if (quoted.ok)
        await tellAsker(tx, ctx.moment(), ctx.settings, { requestId: input.requestId, quoted: true });
      return quoted;
    }),
  ),

  decline: manager
    .input(writeKey.extend({ requestId: id, why: line(300, 'why_missing') }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'bulk.decline', input, async (tx) => {
        const { requestId, why } = input;
        const by = { to: 'declined', byUser: ctx.person.userId } as const;
        const closed = await closeRequest(tx, ctx.moment(), { requestId, why, ...by });
        if (closed.ok) await tellAsker(tx, ctx.moment(), ctx.settings, { requestId, quoted: false });
        return closed;
      }),
    ),
});

/** A request for who has its key. */
async function openBulk(
  { database, settings, moment }: Pick<ApiContext, 'database' | 'settings' | 'moment'>,
  own: { code: string; bulkKey: string },
): Promise<Result<NonNullable<Awaited<ReturnType<typeof bulkRequest>>>, { code: 'bulk_unknown' }>> {
  const code = typedOrderCode(own.code);
  if (!opensBulk(settings.secret, code, own.bulkKey)) return fail({ code: 'bulk_unknown' });
  const found = await bulkRequest(database, moment().now, code);
  return found ? ok(found) : fail({ code: 'bulk_unknown' });
}

/** Tells whoever asked that there is an answer, with a link to it; as `tellBuyer`, to numbers that take our SMS alone. */
async function tellAsker(
  tx: Tx,
  moment: Moment,
  settings: ApiSettings,
  { requestId, quoted }: { requestId: string; quoted: boolean },
): Promise<void> {
  if (!settings.sms) return;
  const { code, phone, locale, demo } = await tx.bulkRequest.findUniqueOrThrow({ where: { id: requestId } });
  if (demo || !takesSms(phone)) return;
  const link = `${settings.publicUrl}/bulk/${code}?key=${bulkKey(settings.secret, code)}`;
  await queueSms(tx, moment, {
    ...{ kind: 'bulk_answered', phone, answersId: null, strangerDay: null, demo: settings.demo },
    text: settings.sms.words({ code: 'bulk_answered', request: code, quoted, locale, link }),
  });
}
