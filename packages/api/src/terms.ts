import { publishTerms, TERMS_SLUGS, termsHistory, termsInForce, termsVersion } from '@baunghe/coop';
import { fail, ok } from '@baunghe/db';
import { orderTerms, typedOrderCode } from '@baunghe/orders';
import { z } from 'zod';
import { day } from './fields.ts';
import { opensOrder } from './order-key.ts';
import { anyone, only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const LONGEST = 20_000;

const slug = z.enum(TERMS_SLUGS);

/** Lines as typed: NFC, line ends as one character, no other control characters. */
const lines = z
  .string('words_missing')
  .max(LONGEST, 'too_long')
  .transform((text) =>
    text
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\n]/gu, '')
      .trim(),
  );

/** What the shop publishes of itself, in versions. */
export const termsRouter = router({
  inForce: anyone.query(({ ctx }) => termsInForce(ctx.database, ctx.moment().now)),

  /** A page's version by its number, or with null the one that holds now. */
  one: anyone
    .input(z.object({ slug: z.string().max(40), number: z.number().int().min(1).max(9_999).nullable() }))
    .query(async ({ ctx, input }) => {
      const known = slug.safeParse(input.slug);
      const version = known.success
        ? await termsVersion(ctx.database, ctx.moment().now, known.data, input.number)
        : null;
      if (!version) return fail({ code: 'terms_unknown' });
      const { writtenBy: _writtenBy, ...told } = version;
      return ok(told);
    }),

  /** All versions' numbers and days, the newest first; who wrote them is the office's to know. */
  history: anyone.input(z.object({ slug })).query(async ({ ctx, input }) => {
    const versions = await termsHistory(ctx.database, input.slug);
    const manages = ctx.actor.kind === 'person' && ctx.actor.roles.includes('manager');
    const writers = manages ? await namesOf(ctx.database, versions) : new Map<string, string>();
    return versions.map(({ number, holdsFrom, writtenAt, writtenBy }) => ({
      ...{ number, holdsFrom, writtenAt },
      writer: writtenBy === null ? null : (writers.get(writtenBy) ?? null),
    }));
  }),

  /** Under which versions an order was placed, for whoever holds its key. */
  ofOrder: anyone
    .input(z.object({ code: z.string().max(40), orderKey: z.string().max(64) }))
    .query(async ({ ctx, input }) => {
      const code = typedOrderCode(input.code);
      if (!opensOrder(ctx.settings.secret, code, input.orderKey)) return [];
      const order = await ctx.database.order.findUnique({ where: { code }, select: { id: true } });
      return order ? orderTerms(ctx.database, order.id) : [];
    }),

  publish: only('manager')
    .input(
      writeKey.extend({
        slug,
        after: z.number().int().min(0).max(9_998),
        bodyVi: lines.pipe(z.string().min(1, 'words_missing')),
        bodyEn: lines.transform((text) => text || null),
        bodyZh: lines.transform((text) => text || null),
        holdsFrom: day,
      }),
    )
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'terms.publish', input, (tx) => {
        const { key: _key, ...page } = input;
        return publishTerms(tx, ctx.moment(), ctx.person, page);
      }),
    ),
});

async function namesOf(
  database: Parameters<typeof termsHistory>[0],
  versions: readonly { writtenBy: string | null }[],
): Promise<Map<string, string>> {
  const ids = versions.flatMap(({ writtenBy }) => writtenBy ?? []);
  const people = await database.user.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}
