import { OrderState } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mayGo, ORDER_WAYS } from './index.ts';

let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase(1);
});
afterAll(() => test.close());

it('are those that the database holds, no more and no fewer', async () => {
  const held = (await test.db.orderWay.findMany()).map((way) => `${way.fromState} ${way.toState}`);
  const states = Object.values(OrderState);
  const drawn = states.flatMap((from) => ORDER_WAYS[from].map((to) => `${from} ${to}`));
  expect(drawn.sort()).toEqual(held.sort());
  const open = states.flatMap((from) => states.filter((to) => mayGo(from, to)).map((to) => `${from} ${to}`));
  expect(open.sort()).toEqual(held);
});

it('lead from a beginning to every state, and out of the two last ones nowhere', () => {
  const reached = new Set<OrderState>(['preordered']);
  for (const state of reached) for (const next of ORDER_WAYS[state]) reached.add(next);
  expect([...reached].sort()).toEqual(Object.values(OrderState).sort());
  expect([...ORDER_WAYS.delivered, ...ORDER_WAYS.cancelled]).toEqual([]);
});
