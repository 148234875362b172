import { fail, ok } from '@baunghe/db';
import { z } from 'zod';
import { only, router } from '../trpc.ts';
import { acts } from './acts.ts';
import { boxes } from './boxes.ts';
import { changes } from './changes.ts';
import { claims } from './claims.ts';
import { fruitKept } from './fruit-kept.ts';
import { givings } from './givings.ts';
import type { Doer } from './happening.ts';
import { messages } from './messages.ts';
import { money } from './money.ts';
import { ratings } from './ratings.ts';
import { recalls } from './recalls.ts';
import { refunds } from './refunds.ts';
import { steps } from './steps.ts';

/** What tells of an order, in the order in which things of one instant are told. A new source is a file and a line. */
const SOURCES = [
  boxes,
  steps,
  fruitKept,
  money,
  changes,
  givings,
  refunds,
  claims,
  ratings,
  recalls,
  acts,
  messages,
] as const;

/** What accountants may open of the pages that are named: money and orders; managers and auditors may open all. */
const FOR_ACCOUNTANTS = /^\/(01|office\/(money|orders|limits))(\/|$)/;

/** Something that happened to an order. */
type Told = Awaited<ReturnType<(typeof SOURCES)[number]>>[number];

/** The whole story of an order, for who sees to orders and their money. */
export const orderStoryRouter = router({
  /** Everything that happened to an order, the first thing first. */
  one: only('manager', 'accountant')
    .input(z.object({ code: z.string().max(40) }))
    .query(async ({ ctx, input }) => {
      const { database } = ctx;
      const order = await database.order.findUnique({
        where: { code: input.code },
        select: { id: true, code: true, phone: true, state: true },
      });
      if (!order) return fail({ code: 'order_unknown' });
      const told: Told[] = [];
      const seesAll = ctx.person.roles.some((role) => role === 'manager' || role === 'auditor');
      // The trail is the manager's.
      const sources = SOURCES.filter((source) => seesAll || source !== acts);
      for (const source of sources) told.push(...(await source(database, order)));
      const people = await database.user.findMany({ select: { id: true, name: true } });
      const names = new Map(people.map(({ id, name }) => [id, name]));
      const named = (by: Doer) =>
        by.who === 'person' ? { who: by.who, name: names.get(by.userId) ?? null } : by;
      // Sorting keeps the order of the sources where two things happened at one instant.
      const happened = told
        .sort((a, b) => a.at.getTime() - b.at.getTime())
        .map(({ page, ...each }) => {
          const opens = seesAll || (page !== null && FOR_ACCOUNTANTS.test(page));
          return { ...each, page: opens ? page : null, by: named(each.by) };
        });
      return ok({ code: order.code, state: order.state, happened });
    }),
});
