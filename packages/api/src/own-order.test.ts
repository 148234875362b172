import { thisMoment } from '@baunghe/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aForm, aShop, type Shop } from './api.builders.ts';

const PHOTO = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

let shop: Shop;
/** How many milliseconds later it is for the shop. */
let later = 0;
let guest: Awaited<ReturnType<Shop['as']>>;
let packer: Awaited<ReturnType<Shop['as']>>;
let manager: Awaited<ReturnType<Shop['as']>>;

beforeAll(async () => {
  const words = ({ code, ...answer }: { code: string; link?: string }) => `${code} ${answer.link ?? ''}`;
  shop = await aShop(10, {
    moment: () => ({ ...thisMoment(), now: new Date(Date.now() + later) }),
    sms: { webhookKey: null, sendsBy: null, esmsSecret: null, words },
  });
  await shop.cut('plo_named', 200_000);
  [guest, packer, manager] = [
    await shop.as(),
    await shop.as(await shop.personWith(['packer'])),
    await shop.as(await shop.personWith(['manager'])),
  ];
});
afterAll(() => shop.close());

const key = () => crypto.randomUUID();

async function anOrder(change: Parameters<typeof aForm>[0] = { key: key() }) {
  const placed = await guest.checkout.place(aForm({ ...change, key: key() }));
  if (!placed.ok) throw new Error(placed.error.code);
  const { code, orderKey } = placed.value;
  const order = await shop.db.order.findUniqueOrThrow({
    where: { code },
    include: { lines: { include: { reservations: true } } },
  });
  return { code, orderKey, order, line: order.lines[0] };
}

/** Sends an order of one box to its buyer. */
async function send({ order, line }: Awaited<ReturnType<typeof anOrder>>) {
  const lotId = line?.reservations[0]?.lotId ?? '';
  const box = { lineId: line?.id ?? '', lotId, units: 1, grams: 10_000 };
  const orderId = order.id;
  const steps = [
    await packer.officeOrders.packBox({ key: key(), orderId, ...box }),
    await packer.officeOrders.ship({ key: key(), orderId, carrier: 'Xe thử' }),
    await packer.officeOrders.deliver({ key: key(), orderId }),
  ];
  expect(steps.map(({ ok }) => ok)).toEqual([true, true, true]);
}

const told = async (phone: string) =>
  (await shop.db.smsOutbound.findMany({ where: { phone }, orderBy: { id: 'asc' } })).map(({ kind }) => kind);

describe('money that comes by itself', () => {
  const statement = (memo: string, number: string) => {
    const text = `Ngày;Số tham chiếu;Ghi nợ;Ghi có;Nội dung\n${day()};${number};;930000;${memo}\n`;
    return manager.bank.takeStatement({ file: new TextEncoder().encode(text), columns: null });
  };
  const day = () => {
    const [year, month, date] = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10).split('-');
    return `${date}/${month}/${year}`;
  };

  it('is told to its buyer; come too late, that the order is cancelled; taken for a wrong order, it waits again', async () => {
    const phone = '0912 000 118';
    const { code, orderKey } = await anOrder({ key: key(), phone, method: 'vietqr' });
    expect(await statement(code, 'FT-A')).toEqual({ ok: true, value: { paid: 1 } });
    const late = await anOrder({ key: key(), phone, method: 'vietqr' });
    const yesterday = { expiresAt: new Date(0) };
    await shop.db.reservation.updateMany({ where: { lineId: late.line?.id ?? '' }, data: yesterday });
    expect(await shop.gate.cancelUnpaid()).toBe(1);
    expect(await statement(late.code, 'FT-B')).toEqual({ ok: true, value: { not_wanted: 1 } });
    expect(await told('+84912000118')).toEqual([
      ...['order_placed', 'order_paid', 'order_placed', 'order_cancelled', 'order_cancelled'],
    ]);
    const { rows } = await manager.bank.lines({ show: 'all', after: null });
    const taken = rows.find(({ is }) => is?.orderCode === code);
    const undo = { key: key(), lineId: taken?.id ?? '', why: 'nhầm đơn' };
    expect(await manager.bank.undo(undo)).toMatchObject({ ok: true });
    await shop.gate.cancelUnpaid();
    expect(await guest.checkout.follow({ code, orderKey })).toMatchObject({
      value: { state: 'placed', payment: { state: 'awaiting' }, money: { missing: 930_000 } },
    });
  });
});

describe('a voucher at the gate', () => {
  it('is priced for the number that is typed, used at checkout, and not guessed without end', async () => {
    const voucher = 'HE2026';
    const made = {
      ...{
        key: key(),
        code: voucher,
        kind: 'percent' as const,
        worth: 10,
        most: null,
        least: 0,
        withDelivery: false,
      },
      ...{ from: '2026-01-01', until: null, mostUses: null, mostPerPhone: 1 },
      ...{ varietyCodes: [], productIds: [], note: null },
    } as const;
    expect(await manager.vouchers.make(made)).toEqual({ ok: true, value: { code: voucher } });
    const cart = { lines: [{ productId: 'pro_box', quantity: 1 }], provinceCode: '75' };
    const phone = '0912 000 119';
    const priced = await guest.products.priceCart({ ...cart, voucher: ' he 2026', phone });
    expect(priced).toMatchObject({ discount: 90_000, total: 840_000, voucher: { refused: null } });
    await anOrder({ key: key(), phone, voucher, seenTotal: 840_000 });
    expect(await guest.products.priceCart({ ...cart, voucher, phone })).toMatchObject({
      ...{ discount: 0, total: 930_000, voucher: { refused: { code: 'voucher_used_by_phone' } } },
    });
    for (let n = 0; n < 30; n++) await guest.products.priceCart({ ...cart, voucher: `SAI${n}` });
    const place = guest.checkout.place(aForm({ key: key(), voucher }));
    expect(await place).toMatchObject({ ok: false, error: { code: 'too_many_codes' } });
    expect(await guest.checkout.place(aForm({ key: key() }))).toMatchObject({ ok: true });
    await shop.db.codeTry.deleteMany();
  });
});

describe('money kept for the next order', () => {
  it('is chosen on the order’s page, its code sent to the number alone, and spent at checkout with both', async () => {
    const phone = '0912 000 120';
    const { code, orderKey, order } = await anOrder({ key: key(), phone, method: 'vietqr' });
    const paid = { key: key(), orderId: order.id, amount: 930_000, reference: 'FT-C' };
    expect(await manager.officeOrders.receiveTransfer(paid)).toMatchObject({ ok: true });
    expect(await guest.credit.keep({ key: key(), code, orderKey })).toMatchObject({ ok: false });
    await guest.ownOrder.cancel({ key: key(), code, orderKey, why: 'đổi ý' });
    expect(await guest.checkout.follow({ code, orderKey })).toMatchObject({ value: { mayKeepCredit: true } });
    expect(await shop.gate.askForAccounts()).toBe(0);
    later = 3_600_001;
    // The other one's money came too late, above.
    expect([await shop.gate.askForAccounts(), await shop.gate.askForAccounts()]).toEqual([2, 0]);
    later = 0;
    const asked = { kind: 'payout_asked', phone: '+84912000120' } as const;
    expect(await shop.db.smsOutbound.findMany({ where: asked })).toMatchObject([
      { text: expect.stringContaining(`/o/${code}/`) },
    ]);
    const kept = { key: key(), code, orderKey };
    expect(await guest.credit.keep(kept)).toEqual({ ok: true, value: null });
    expect(await guest.credit.keep(kept)).toEqual({ ok: true, value: null });
    expect(await told('+84912000120')).toContain('credit_granted');
    const [account] = await manager.credit.board();
    expect(account).toMatchObject({ phone: '+84912000120', balance: 930_000 });
    const credit = account?.code ?? '';
    const followed = await guest.checkout.follow({ code, orderKey });
    expect(JSON.stringify(followed)).not.toContain(credit);
    const cart = { lines: [{ productId: 'pro_box', quantity: 1 }], provinceCode: '75', credit };
    expect(await guest.products.priceCart({ ...cart, phone })).toMatchObject({
      ...{ total: 930_000, credit: { balance: 930_000, refused: null } },
    });
    const others = await guest.products.priceCart({ ...cart, phone: '0912 000 121' });
    expect(others).toMatchObject({ credit: { balance: 0, refused: { code: 'credit_unknown' } } });
    const next = await anOrder({ key: key(), phone, credit });
    expect(await guest.checkout.follow(next)).toMatchObject({
      value: { payment: { state: 'received' }, money: { missing: 0 } },
    });
    const again = guest.checkout.place(aForm({ key: key(), phone, credit }));
    expect(await again).toMatchObject({ error: { code: 'credit_empty' } });
    // A claim of what credit paid for alone is credit again at once: no money is due, and nothing is granted twice.
    await send(next);
    const own = { code: next.code, orderKey: next.orderKey };
    const claim = { ...own, lineId: next.line?.id ?? '', boxId: null, reason: 'worm' as const };
    expect(await guest.claims.make({ ...claim, key: key(), photos: [PHOTO] })).toMatchObject({ ok: true });
    const claimId =
      (await manager.claims.board()).open.find(({ order }) => order.code === next.code)?.id ?? '';
    const asCredit = { claimId, kind: 'credit', amount: 100_000, words: 'xin lỗi' } as const;
    expect(await manager.claims.answer({ ...asCredit, key: key() })).toMatchObject({ ok: true });
    // Accounts were asked for an hour later, above.
    const said = (await told('+84912000120')).filter((kind) => kind !== 'payout_asked');
    expect(said.slice(-2)).toEqual(['credit_granted', 'claim_answered']);
    expect(await manager.credit.board()).toMatchObject([
      { balance: 100_000, entries: [{ kind: 'given_back', amount: 100_000 }, {}, {}] },
    ]);
    expect(await manager.money.ofOrder({ orderId: next.order.id })).toMatchObject({
      value: { refunds: [{ state: 'settled', through: 'credit', amount: 100_000 }] },
    });
  });
});

describe('news of an order', () => {
  it('goes to its buyer at every step, with a link that leads to its page', async () => {
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
