import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { aCarriedShop, key } from './carriers.builders.ts';

const { ghn, shop, packer, errands, of, packed, booked, told, newest, stateOf, now, later, close } =
  await aCarriedShop();
afterAll(() => close());

it('what is delivered is delivered as staff would say it, its cash booked once, by calls that come twice and out of order', async () => {
  const order = await booked();
  const [hour, two] = [new Date(+now() + 3_600_000), new Date(+now() + 7_200_000)];
  const { body } = await told(order, 'delivered', two);
  expect(await stateOf(order.id)).toBe('delivered');
  const guest = await shop.as();
  for (let calls = 0; calls < 3; calls += 1)
    expect(await guest.carriers.told({ secret: ghn.settings.webhookSecret, body })).toMatchObject({
      value: 'noted',
    });
  await told(order, 'delivering', hour);
  const { events } = await of(order.id);
  expect(events.map(({ said, state }) => [said, state])).toEqual([
    ['delivering', 'delivering'],
    ['delivered', 'delivered'],
  ]);
  expect(await newest(order.id)).toMatchObject({ whereabouts: 'delivered', wantsStaff: false, dueAt: null });
  expect(await shop.db.paymentEvent.count({ where: { payment: { orderId: order.id } } })).toBe(1);
  const own = { code: order.code, orderKey: order.orderKey };
  expect(await guest.carriers.ownWay(own)).toMatchObject({
    value: { stops: [{ state: 'delivering' }, { state: 'delivered' }], photos: [] },
  });
});

it('cash that GHN collects is held by it until it hands it over, once, less what it keeps, as the bank tells', async () => {
  const accountant = await shop.as(await shop.personWith(['accountant']));
  const before = (await accountant.carriers.cash()).held[0]?.orders.length ?? 0;
  const orders = [await booked(), await booked()];
  for (const order of orders) await told(order, 'delivered');
  const [held] = (await accountant.carriers.cash()).held;
  expect(held).toMatchObject({ carrier: 'ghn' });
  expect(held?.orders).toHaveLength(before + 2);
  const own = (await packed()).id;
  for (const step of ['ship', 'deliver'] as const)
    expect(
      await packer.officeOrders[step]({ key: key(), orderId: own, carrier: 'Xe nhà', tracking: null }),
    ).toMatchObject({ ok: true });
  expect((await accountant.carriers.cash()).held[0]?.orders).toHaveLength(before + 2);
  const standsAt = async (account: string) =>
    Number((await accountant.money.books()).find((row) => row.account === account)?.dong ?? 0);
  const [carriers, fees, bank] = [await standsAt('carriers'), await standsAt('fees'), await standsAt('bank')];
  expect(carriers).toBe(held?.amount);
  const file = `Ngày;Số tham chiếu;Ghi nợ;Ghi có;Nội dung\n12/06/2026;GHN-1;;1800001;GHN COD\n`;
  await accountant.bank.takeStatement({ file: new TextEncoder().encode(file), columns: null });
  const line = (await accountant.carriers.cash()).lines.find(({ reference }) => reference === 'GHN-1');
  const payout = {
    ...{ carrier: 'ghn', orderIds: orders.map(({ id }) => id), amount: 1_800_001 },
    ...{ through: 'bank' as const, reference: 'GHN-1', lineId: line?.id ?? '' },
  };
  const take = (change: { amount?: number; orderIds?: string[] } = {}) =>
    accountant.carriers.takePayout({ key: key(), ...payout, ...change });
  expect(await take({ amount: 1_860_001 })).toMatchObject({
    error: { code: 'payout_too_much', most: 1_860_000 },
  });
  expect(await take({ amount: 1_800_000 })).toMatchObject({ error: { code: 'payout_differs' } });
  expect(await take({ orderIds: [own] })).toMatchObject({ error: { code: 'cash_unknown' } });
  const both = await Promise.all([take(), take()]);
  expect(both.filter(({ ok }) => ok)).toMatchObject([{ value: { fee: 59_999 } }]);
  expect(both.filter(({ ok }) => !ok)).toMatchObject([{ error: { code: 'cash_unknown' } }]);
  expect([await standsAt('carriers'), await standsAt('fees'), await standsAt('bank')]).toEqual([
    carriers - 1_860_000,
    fees + 59_999,
    bank + 1_800_001,
  ]);
  const { lines, payouts } = await accountant.carriers.cash();
  expect(lines.some(({ reference }) => reference === 'GHN-1')).toBe(false);
  expect(payouts).toMatchObject([{ amount: 1_800_001, fee: 59_999 }]);
  expect(payouts[0]?.orders.toSorted()).toEqual(orders.map(({ code }) => code).sort());
  const { rows } = await accountant.bank.lines({ show: 'all', after: null });
  expect(rows.find(({ reference }) => reference === 'GHN-1')?.is).toMatchObject({
    kind: 'carrier',
    note: 'ghn',
  });
  const again = shop.db.carrierCash.updateMany({ data: { payoutId: payouts[0]?.id ?? '' } });
  await expect(again).rejects.toThrow('carrier_cash_once');
  const forged = shop.db.posting.create({
    data: { journalId: (await shop.db.journal.findFirstOrThrow()).id, account: 'carriers', dong: 1n },
  });
  await expect(forged).rejects.toThrow();
});

it('a payout that was booked wrongly is undone once, also by two at once, and taken again as it truly was', async () => {
  const accountant = await shop.as(await shop.personWith(['accountant']));
  const orders = [await booked(), await booked(), await booked()];
  for (const order of orders) await told(order, 'delivered');
  // The clock stands otherwise, and what was handed over last is to stand first.
  later(1);
  const file = `Ngày;Số tham chiếu;Ghi nợ;Ghi có;Nội dung\n13/06/2026;GHN-2;;1850001;GHN COD\n`;
  await accountant.bank.takeStatement({ file: new TextEncoder().encode(file), columns: null });
  const lineOf = async () =>
    (await accountant.carriers.cash()).lines.find(({ reference }) => reference === 'GHN-2');
  const lineId = (await lineOf())?.id ?? null;
  const [one, two, three] = orders.map(({ id }) => id);
  const take = (orderIds: (string | undefined)[], through: 'bank' | 'cash' = 'bank') =>
    accountant.carriers.takePayout({
      ...{ key: key(), carrier: 'ghn', orderIds: orderIds.map((id = '') => id), through, lineId },
      ...{ amount: 1_850_001, reference: 'GHN-2' },
    });
  expect(await take([one, two], 'cash')).toMatchObject({ error: { code: 'payout_by_line' } });
  const before = await accountant.money.books();
  const wrong = await take([one, two, three]);
  const payoutId = wrong.ok ? wrong.value.id : '';
  expect(wrong).toMatchObject({ value: { fee: 939_999 } });
  const { id: matchId } = await shop.db.bankMatch.findUniqueOrThrow({ where: { payoutId } });
  const byHand = { why: 'x', at: now(), byUser: 'usr_x' };
  await expect(shop.db.carrierPayoutUndoing.create({ data: { payoutId, ...byHand } })).rejects.toThrow(
    'carrier_payout_wholly_undone',
  );
  await expect(shop.db.bankMatchUndoing.create({ data: { matchId, ...byHand } })).rejects.toThrow(
    'bank_match_of_payout_undone',
  );
  await expect(
    shop.db.carrierCash.updateMany({ where: { payoutId }, data: { payoutId: null } }),
  ).rejects.toThrow('carrier_cash_once');
  const undo = () => accountant.carriers.undoPayout({ key: key(), payoutId, why: 'Nhầm một đơn' });
  const both = await Promise.all([undo(), undo()]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.filter(({ ok }) => !ok)).toMatchObject([{ error: { code: 'payout_undone' } }]);
  expect(await accountant.money.books()).toEqual(before);
  const { held, payouts, names } = await accountant.carriers.cash();
  expect(held[0]?.orders.map(({ orderId }) => orderId)).toEqual(expect.arrayContaining([one, two, three]));
  expect(payouts[0]).toMatchObject({ id: payoutId, undone: { why: 'Nhầm một đơn' } });
  expect(payouts[0]?.orders).toHaveLength(3);
  expect((await of(one ?? '')).cash).toMatchObject({ carrier: 'ghn', handedOverAt: null });
  expect(names[payouts[0]?.undone?.byUser ?? '']).toMatch('Nhân viên');
  // Its buyers have paid, whoever holds what they paid.
  const paid = { orderId: { in: orders.map(({ id }) => id) }, state: 'received' } as const;
  expect(await shop.db.payment.count({ where: paid })).toBe(3);
  expect((await lineOf())?.id).toBe(lineId);
  await expect(shop.db.carrierPayoutUndoing.create({ data: { payoutId, ...byHand } })).rejects.toThrow();
  await expect(
    shop.db.carrierCash.updateMany({ where: { orderId: one ?? '' }, data: { payoutId } }),
  ).rejects.toThrow('carrier_cash_once');
  expect(await take([one, two])).toMatchObject({ value: { fee: 9_999 } });
  expect(await undo()).toMatchObject({ error: { code: 'payout_undone' } });
  const after = await accountant.money.books();
  expect(after.reduce((sum, row) => sum + row.dong, 0n)).toBe(0n);
  expect(await lineOf()).toBeUndefined();
});

it('what cannot be delivered is on the board until somebody saw to it, and again when it comes to nothing', async () => {
  const order = await booked();
  await told(order, 'picked');
  const onBoard = async () => (await packer.officeOrders.boardCounts()).toDo.carrier;
  const before = await onBoard();
  later(60);
  await told(order, 'delivery_fail', now(), { code: 'GHN-DFC1A4', words: 'Không nghe máy' });
  await told(order, 'delivery_fail', now(), { code: 'GHN-DFC1A4', words: 'Không nghe máy' });
  const nobodyHome = { said: 'delivery_fail', reason: { code: 'GHN-DFC1A4', words: 'Không nghe máy' } };
  expect((await of(order.id)).events.at(-1)).toMatchObject(nobodyHome);
  expect(await onBoard()).toBe(before + 1);
  const { id: consignmentId = '' } = (await newest(order.id)) ?? {};
  expect(await packer.carriers.lookedAt({ key: key(), consignmentId })).toMatchObject({ ok: true });
  later(61);
  await errands();
  expect(await onBoard()).toBe(before);
  later(1);
  await told(order, 'teleported');
  expect(await onBoard()).toBe(before + 1);
  expect((await of(order.id)).events.at(-1)).toMatchObject({ said: 'teleported', state: 'unknown' });
  later(1);
  await told(order, 'delivering');
  expect(await onBoard()).toBe(before);
  later(1);
  await told(order, 'returned');
  expect(await newest(order.id)).toMatchObject({ whereabouts: 'returned', wantsStaff: true, dueAt: null });
  expect(await stateOf(order.id)).toBe('shipped');
});

it('a call with a wrong secret, of an unknown parcel or of another one with our code changes nothing', async () => {
  const order = await booked();
  const guest = await shop.as();
  const body = ghn.move(order.atGhn, 'lost', now());
  const secret = ghn.settings.webhookSecret;
  expect(await guest.carriers.told({ secret: 'guessed', body })).toMatchObject({
    error: { code: 'secret_wrong' },
  });
  for (const change of [{ OrderCode: 'LZZZZ9' }, { ClientOrderCode: 'BN0-1' }, { ClientOrderCode: '' }])
    expect(
      await guest.carriers.told({ secret, body: JSON.stringify({ ...JSON.parse(body), ...change }) }),
    ).toEqual({ ok: true, value: 'ignored' });
  expect((await newest(order.id))?.dueAt?.getTime()).toBeGreaterThan(+now());
  // A call that lies is asked after, and the answer counts.
  order.atGhn.log.length = 0;
  order.atGhn.status = 'ready_to_pick';
  expect(await guest.carriers.told({ secret, body })).toMatchObject({ value: 'noted' });
  await errands();
  expect(await newest(order.id)).toMatchObject({ state: 'booked', whereabouts: null });
});

it('whatever GHN tells, in whatever order, an order ends as the newest of it says', async () => {
  const statuses = fc.constantFrom(
    'picking',
    'picked',
    'storing',
    'delivering',
    'delivery_fail',
    'delivered',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(statuses, fc.integer({ min: 1, max: 90 })), { minLength: 1, maxLength: 5 }),
      async (moves) => {
        const order = await booked();
        const start = +now();
        for (const [status, minutes] of moves) await told(order, status, new Date(start + minutes * 60_000));
        const { events } = await of(order.id);
        const state = await stateOf(order.id);
        const left = events.some((event) => event.state !== 'collecting');
        const delivered = moves.some(([status]) => status === 'delivered');
        expect(state === 'packed').toBe(!left);
        if (events.at(-1)?.state === 'delivered') expect(state).toBe('delivered');
        if (!delivered) expect(state).not.toBe('delivered');
      },
    ),
    { numRuns: 4 },
  );
});
