import { fail, ok, type Tx } from '@baunghe/db';
import { typedOrderCode, waitForMoneyAgain } from '@baunghe/orders';
import {
  assignToOrder,
  assignToRefund,
  bankLines,
  type LineOutcome,
  type MoneyTaken,
  previewStatement,
  readFeed,
  readStatement,
  STATEMENT_COLUMNS,
  setLineAside,
  statementText,
  takeLine,
  takeStatement,
  undoMatch,
} from '@baunghe/payments';
import { z } from 'zod';
import { id, line } from './fields.ts';
import { tellOfMoney } from './tell-of-money.ts';
import { anyone, only, provedTwice, router } from './trpc.ts';
import { untilNoDeadlock, writeKey, writeOnce } from './write-once.ts';

/** The longest telling of a bank feed, in characters. */
export const MOST_BANK_BODY = 65_536;

/** The longest statement, in bytes. */
export const MOST_STATEMENT_BYTES = 1024 * 1024;

const PER_PAGE = 50;

const treasurer = only('manager', 'accountant');
const payer = provedTwice('manager', 'accountant');

/** A statement as it was sent in, and its columns where they were chosen. */
const statement = z.object({
  file: z
    .instanceof(Uint8Array, { message: 'file_missing' })
    .refine((bytes) => bytes.length > 0, 'file_missing')
    .refine((bytes) => bytes.length <= MOST_STATEMENT_BYTES, 'too_long'),
  columns: z.partialRecord(z.enum(STATEMENT_COLUMNS), z.number().int().min(0).max(99)).nullable(),
});

/** What moves on the bank account: told by a feed or a statement, and what it is found to be. */
export const bankRouter = router({
  /**
   * What a bank feed posts, believed by its key or signature. Sent twice it is dealt with once, by the feed's own number
   * instead of a writer's key.
   */
  receive: anyone
    .input(
      z.object({
        body: z.string().max(MOST_BANK_BODY),
        authorization: z.string().max(300),
        signature: z.string().max(200),
        timestamp: z.string().max(40),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const { bankFeed, bank } = ctx.settings;
      if (!bankFeed) return fail({ code: 'not_set_up' });
      const moment = ctx.moment();
      const told = readFeed(bankFeed, input, moment.now);
      if (!told.ok) return told;
      const line = told.value;
      if (line === null) return ok<LineOutcome | 'ignored'>('ignored');
      const teller = { provider: bankFeed.by, byUser: null };
      const outcome = await untilNoDeadlock(() =>
        ctx.database.$transaction((tx) =>
          takeLine(tx, moment, teller, line, bank?.account ?? null, (orderId, kind) =>
            tellOfMoney(tx, moment, ctx.settings, { orderId, kind }),
          ),
        ),
      );
      ctx.written();
      return ok<LineOutcome | 'ignored'>(outcome);
    }),

  /** Movements, newest first: those that wait for staff, or all, with what each was found to be. */
  lines: treasurer
    .input(z.object({ show: z.enum(['unknown', 'all']), after: id.nullable() }))
    .query(({ ctx, input }) => bankLines(ctx.database, { ...input, limit: PER_PAGE })),

  /** Takes a movement that nobody knew for an order's money, or for a refund that was given. */
  assign: payer
    .input(
      writeKey.extend({
        lineId: id,
        to: z.discriminatedUnion('what', [
          z.object({ what: z.literal('order'), code: line(40, 'code_invalid') }),
          z.object({ what: z.literal('refund'), refundId: id }),
        ]),
      }),
    )
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'bank.assign', input, async (tx) => {
        const { lineId, to } = input;
        const byUser = ctx.person.userId;
        if (to.what === 'refund')
          return assignToRefund(tx, ctx.moment(), { lineId, refundId: to.refundId, byUser });
        const orderCode = typedOrderCode(to.code);
        const assigned = await assignToOrder(tx, ctx.moment(), { lineId, orderCode, byUser });
        if (assigned.ok) await tellOfMoney(tx, ctx.moment(), ctx.settings, assigned.value);
        return assigned;
      }),
    ),

  /** Says that a movement has to do with no order, and why. */
  setAside: treasurer
    .input(writeKey.extend({ lineId: id, why: line(200, 'why_missing') }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'bank.setAside', input, (tx) =>
        setLineAside(tx, ctx.moment(), {
          lineId: input.lineId,
          why: input.why,
          byUser: ctx.person.userId,
        }),
      ),
    ),

  /** Takes a movement away from the order that it was wrongly taken for; then nobody knows again what it is. */
  undo: payer
    .input(writeKey.extend({ lineId: id, why: line(200, 'why_missing') }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'bank.undo', input, async (tx) => {
        const { lineId, why } = input;
        const undone = await undoMatch(tx, ctx.moment(), { lineId, why, byUser: ctx.person.userId });
        if (undone.ok) await waitForMoneyAgain(tx, ctx.moment(), undone.value.orderId);
        return undone;
      }),
    ),

  /** What a statement holds, how its columns were understood, and which of its movements are kept already. */
  readStatement: treasurer.input(statement).query(async ({ ctx, input }) => {
    const text = statementText(input.file);
    if (!text.ok) return text;
    const read = readStatement(text.value, input.columns);
    if (!read.ok) return read;
    const { header, columns, unread } = read.value;
    const lines = await previewStatement(ctx.database, read.value);
    return ok({ text: text.value, header, columns, unread, lines });
  }),

  /**
   * Takes the movements of a statement, hundreds in a transaction: whatever was taken before, by a statement or by a
   * feed, is not taken again, so no writer's key is needed. Gives how many there were of each outcome.
   */
  takeStatement: treasurer.input(statement).mutation(async ({ ctx, input }) => {
    const text = statementText(input.file);
    if (!text.ok) return text;
    const read = readStatement(text.value, input.columns);
    if (!read.ok) return read;
    const moment = ctx.moment();
    const sent = {
      byUser: ctx.person.userId,
      ours: ctx.settings.bank?.account ?? null,
      taken: (tx: Tx, orderId: string, kind: MoneyTaken['kind']) =>
        tellOfMoney(tx, moment, ctx.settings, { orderId, kind }),
    };
    const outcomes = await takeStatement(
      (act) => untilNoDeadlock(() => ctx.database.$transaction(act)),
      moment,
      sent,
      read.value.lines,
    );
    ctx.written();
    return ok(outcomes);
  }),
});
