import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOrderedShop, PHOTO } from './own-order.builders.ts';

const key = () => crypto.randomUUID();

let ordered: Awaited<ReturnType<typeof anOrderedShop>>;

beforeAll(async () => {
  ordered = await anOrderedShop();
});
afterAll(() => ordered.shop.close());

describe('news of an order', () => {
  it('goes to its buyer at every step, with a link that leads to its page', async () => {
    const { shop, guest, anOrder, send, told } = ordered;
    const bought = await anOrder({ key: key(), phone: '0912 000 111' });
    await send(bought);
    expect(await told('+84912000111')).toEqual([
      'order_placed',
      'order_packed',
      'order_shipped',
      'order_delivered',
    ]);
    const [first] = await shop.db.smsOutbound.findMany({ where: { phone: '+84912000111' } });
    const [, code = '', short = ''] = /\/o\/(\w+)\/(\w+)$/.exec(first?.text ?? '') ?? [];
    const found = await guest.ownOrder.byLink({ code, key: short });
    expect(found).toMatchObject({ value: { code: bought.code, orderKey: bought.orderKey } });
    expect(await guest.ownOrder.byLink({ code, key: `${short.slice(1)}x` })).toMatchObject({ ok: false });
  });

  it('goes to no fixed line and is not told of a demo order', async () => {
    const { shop, manager, anOrder, told } = ordered;
    await anOrder({ key: key(), phone: '028 3822 1234' });
    expect(await told('+842838221234')).toEqual([]);
    const { order } = await anOrder({ key: key(), phone: '0912 000 112' });
    await shop.db.order.update({ where: { id: order.id }, data: { demo: true } });
    await manager.officeOrders.cancel({ key: key(), orderId: order.id, why: 'thử' });
    expect(await told('+84912000112')).toEqual(['order_placed']);
  });
});

describe('an order of one’s own', () => {
  it('is cancelled with its key alone', async () => {
    const { shop, guest, anOrder } = ordered;
    const { code, orderKey, order } = await anOrder();
    const cancel = { key: key(), code, why: 'đổi ý' };
    expect(await guest.ownOrder.cancel({ ...cancel, orderKey: 'x'.repeat(22) })).toMatchObject({
      error: { code: 'order_unknown' },
    });
    expect(await guest.ownOrder.cancel({ ...cancel, orderKey })).toMatchObject({ ok: true });
    expect(await guest.ownOrder.cancel({ ...cancel, orderKey })).toMatchObject({ ok: true });
    const { state } = await shop.db.order.findUniqueOrThrow({ where: { id: order.id } });
    expect(state).toBe('cancelled');
  });
});

describe('an order that is changed before packing', () => {
  it('by its key: another day and wishes; by the manager with a reason: its buyer is told, and not by whom', async () => {
    const { guest, manager, anOrder, told } = ordered;
    const phone = '0912 000 122';
    const { code, orderKey, order, line } = await anOrder({ key: key(), phone });
    const own = { code, orderKey };
    const choices = await guest.ownOrder.choices(own);
    const [, next] = choices.ok ? choices.value.days : [];
    const leaveOn = next?.leaveOn.toISOString().slice(0, 10) ?? '';
    const wrong = { ...own, orderKey: 'x'.repeat(22), key: key(), leaveOn };
    expect(await guest.ownOrder.changeDay(wrong)).toMatchObject({ error: { code: 'order_unknown' } });
    expect(await guest.ownOrder.changeDay({ ...own, key: key(), leaveOn })).toEqual({
      ok: true,
      value: null,
    });
    const wishes = { gift: { giftNote: 'Mừng (thử)', noPrices: true }, invoice: null };
    expect(await guest.ownOrder.changeWishes({ ...own, key: key(), wishes })).toMatchObject({ ok: true });
    const two = { orderId: order.id, lines: [{ lineId: line?.id ?? '', quantity: 2 }], why: 'khách gọi' };
    const asked = await manager.orderChanges.quantities({ ...two, key: key(), seenTotal: 0 });
    if (asked.ok || asked.error.code !== 'total_changed') throw new Error('the total was not asked for');
    const seenTotal = asked.error.total;
    expect(await manager.orderChanges.quantities({ ...two, key: key(), seenTotal })).toMatchObject({
      ok: true,
    });
    expect(await told('+84912000122')).toEqual(['order_placed', 'order_changed']);
    const followed = await guest.checkout.follow(own);
    expect(followed).toMatchObject({
      value: { day: { leaveOn: next?.leaveOn }, gift: { note: 'Mừng (thử)' }, total: seenTotal },
    });
    expect(followed.ok && followed.value.after.changes.map(({ kind, by }) => [kind, by])).toEqual([
      ...[
        ['day', 'buyer'],
        ['gift', 'buyer'],
        ['quantity', 'cooperative'],
      ],
    ]);
    expect(JSON.stringify(followed)).not.toMatch(/usr_|khách gọi/);
  });
});

describe('the story of an order', () => {
  it('tells everything in order of time with who did it; the trail and its pages to managers alone', async () => {
    const { shop, guest, manager, anOrder, send } = ordered;
    const bought = await anOrder({ key: key(), phone: '0912 000 123', method: 'vietqr' });
    const { code, order } = bought;
    await guest.ownOrder.changeWishes({
      ...{ key: key(), code, orderKey: bought.orderKey, wishes: { gift: { noPrices: true } } },
    });
    const paid = { key: key(), orderId: order.id, amount: 930_000, reference: 'FT-S' };
    await manager.officeOrders.receiveTransfer(paid);
    await send(bought);
    const story = await manager.orderStory.one({ code });
    if (!story.ok) throw new Error(story.error.code);
    const { happened } = story.value;
    const told = happened.map((each) => (each.is === 'step' ? each.to : each.is));
    expect(told.filter((is) => is !== 'message')).toEqual([
      ...['placed', 'fruit_kept', 'change', 'money_in', 'box_packed', 'packed', 'shipped', 'delivered'],
    ]);
    expect(told.filter((is) => is === 'message')).toHaveLength(5);
    const times = happened.map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    const box = happened.find(({ is }) => is === 'box_packed');
    expect(box).toMatchObject({
      by: { who: 'person' },
      grams: 10_000,
      page: expect.stringMatching(/^\/01\//),
    });
    expect(happened.find(({ is }) => is === 'change')).toMatchObject({ by: { who: 'buyer' }, kind: 'gift' });
    const accountant = await shop.as(await shop.personWith(['accountant']));
    const theirs = await accountant.orderStory.one({ code });
    const pages = theirs.ok ? theirs.value.happened.map(({ page }) => page) : [];
    expect(pages).toContain('/office/money');
    expect(pages).not.toContain('/office/messages');
    expect(await manager.orderStory.one({ code: 'BN0' })).toMatchObject({ error: { code: 'order_unknown' } });
  });
});

describe('a claim', () => {
  it('is made with the order’s key, its photo seen by that and the staff, and money given by a manager alone', async () => {
    const { guest, packer, manager, anOrder, send, told } = ordered;
    const bought = await anOrder({ key: key(), phone: '0912 000 113' });
    await send(bought);
    const { code, orderKey, line } = bought;
    const own = { code, orderKey };
    const claim = { ...own, lineId: line?.id ?? '', boxId: null, reason: 'worm' as const, photos: [PHOTO] };
    expect(await guest.claims.make({ ...claim, key: key() })).toMatchObject({ value: { late: false } });
    const followed = await guest.checkout.follow(own);
    const [seen] = followed.ok ? followed.value.after.claims : [];
    const photoId = seen?.photoIds[0] ?? '';
    expect(await guest.claims.ownPhoto({ ...own, photoId })).toMatchObject({ ok: true });
    expect(await packer.claims.photo({ photoId })).toMatchObject({ ok: true });
    const other = await anOrder();
    const elsewhere = { code: other.code, orderKey: other.orderKey, photoId };
    expect(await guest.claims.ownPhoto(elsewhere)).toMatchObject({ ok: false });
    const refund = { claimId: seen?.id ?? '', kind: 'refund', amount: 100_000, words: 'xin lỗi' } as const;
    const credit = { ...refund, kind: 'credit' } as const;
    expect(await packer.claims.answer({ ...credit, key: key() })).toMatchObject({ value: { waits: true } });
    expect(await told('+84912000113')).not.toContain('claim_answered');
    const { waiting } = await manager.givings.board();
    const givingId = waiting.find(({ orderCode }) => orderCode === code)?.id ?? '';
    expect(await manager.givings.approve({ key: key(), id: givingId })).toMatchObject({ ok: true });
    expect((await told('+84912000113')).slice(-2)).toEqual(['credit_granted', 'claim_answered']);
    const board = await manager.credit.board();
    expect(board.find((account) => account.phone === '+84912000113')).toMatchObject({ balance: 100_000 });
    expect(await manager.claims.answer({ ...refund, key: key() })).toMatchObject({
      error: { code: 'claim_granted' },
    });
  });
});
