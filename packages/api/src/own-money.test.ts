import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aForm } from './api.builders.ts';
import { anOrderedShop, PHOTO } from './own-order.builders.ts';

const key = () => crypto.randomUUID();

let ordered: Awaited<ReturnType<typeof anOrderedShop>>;

beforeAll(async () => {
  ordered = await anOrderedShop();
});
afterAll(() => ordered.shop.close());

describe('money that comes by itself', () => {
  const statement = (memo: string, number: string) => {
    const text = `Ngày;Số tham chiếu;Ghi nợ;Ghi có;Nội dung\n${day()};${number};;930000;${memo}\n`;
    return ordered.manager.bank.takeStatement({ file: new TextEncoder().encode(text), columns: null });
  };
  const day = () => {
    const [year, month, date] = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10).split('-');
    return `${date}/${month}/${year}`;
  };

  it('is told to its buyer; come too late, that the order is cancelled; taken for a wrong order, it waits again', async () => {
    const { shop, guest, manager, anOrder, told } = ordered;
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
    const { shop, guest, manager, anOrder } = ordered;
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
    const { shop, guest, manager, clock, anOrder, send, told } = ordered;
    const phone = '0912 000 120';
    const { code, orderKey, order } = await anOrder({ key: key(), phone, method: 'vietqr' });
    const paid = { key: key(), orderId: order.id, amount: 930_000, reference: 'FT-C' };
    expect(await manager.officeOrders.receiveTransfer(paid)).toMatchObject({ ok: true });
    expect(await guest.credit.keep({ key: key(), code, orderKey })).toMatchObject({ ok: false });
    await guest.ownOrder.cancel({ key: key(), code, orderKey, why: 'đổi ý' });
    expect(await guest.checkout.follow({ code, orderKey })).toMatchObject({ value: { mayKeepCredit: true } });
    expect(await shop.gate.askForAccounts()).toBe(0);
    clock.later = 3_600_001;
    // The other one's money came too late, above.
    expect([await shop.gate.askForAccounts(), await shop.gate.askForAccounts()]).toEqual([2, 0]);
    clock.later = 0;
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
