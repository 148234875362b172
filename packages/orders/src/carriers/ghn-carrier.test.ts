import { dong } from '@baunghe/money';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { LocalGhn } from '../testing/index.ts';
import type { Parcel } from './carrier.ts';
import { ghnOrder } from './ghn-order.ts';
import { ghnState } from './ghn-words.ts';
import { byHand, ghnCarrier, trackingLink } from './index.ts';
import { placeMeant } from './same-place.ts';

let ghn: LocalGhn;
beforeAll(async () => {
  ghn = await LocalGhn.open();
});
afterAll(() => ghn.close());
beforeEach(() => {
  ghn.failing = null;
});

let parcels = 0;
const aParcel = (more: Partial<Parcel> = {}): Parcel => ({
  clientCode: `BN${parcels++}-1`,
  typedTracking: null,
  to: {
    name: 'Người nhận thử',
    phone: '+84900000099',
    street: 'Số 1',
    ward: 'Phường Phước Long',
    province: 'Thành phố Hồ Chí Minh',
  },
  pieces: [{ name: 'Ri6', grams: 10_000 }],
  collect: dong(930_000),
  note: null,
  ...more,
});
const refused = (why: string) => ({ ok: false, error: { code: 'carrier_refused', why } });
const away = { ok: false, error: { code: 'carrier_away' } };

it('tells GHN of a parcel by province and ward alone, and of heavy ones piece by piece', async () => {
  const carrier = ghnCarrier(ghn.settings);
  const booked = await carrier.book(aParcel({ note: 'Gọi trước' }));
  expect(booked).toMatchObject({
    value: { sortCode: '19-60-06', fee: 53_900, expectedAt: new Date('2026-06-14T16:00:00Z') },
  });
  const [order] = [...ghn.orders.values()];
  expect(order?.asked).toMatchObject({
    is_new_to_address: true,
    to_ward_name: 'Phường Phước Long',
    to_phone: '0900000099',
    service_type_id: 2,
    weight: 10_000,
    cod_amount: 930_000,
    payment_type_id: 1,
    note: 'Gọi trước',
  });
  const pieces = Array.from({ length: 5 }, () => ({ name: 'Ri6', grams: 10_000 }));
  expect(await carrier.book(aParcel({ pieces }))).toMatchObject({ ok: true });
  expect([...ghn.orders.values()].at(-1)?.asked).toMatchObject({ service_type_id: 5, weight: 50_000 });
});

it('told the same twice, GHN answers with the first; it finds it by our code, and lets go of it until it is collected', async () => {
  const carrier = ghnCarrier(ghn.settings);
  const parcel = aParcel();
  const first = await carrier.book(parcel);
  expect(await carrier.book(parcel)).toEqual(first);
  const tracking = first.ok ? (first.value.tracking ?? '') : '';
  expect(await carrier.find(parcel.clientCode)).toEqual({ ok: true, value: tracking });
  expect(await carrier.find('BN-never')).toEqual({ ok: true, value: null });
  expect(await carrier.cancel(tracking)).toMatchObject({ ok: true });
  expect(await carrier.cancel(tracking)).toMatchObject({ ok: true });
  const other = aParcel();
  await carrier.book(other);
  ghn.move(ghn.of(other.clientCode), 'picked', new Date('2026-06-12T03:00:00Z'));
  expect(await carrier.cancel(ghn.of(other.clientCode).order_code)).toEqual(
    refused('Đơn hàng không thể hủy'),
  );
  expect(await carrier.stops(ghn.of(other.clientCode).order_code)).toMatchObject({
    value: [{ said: 'picked', state: 'collected', at: new Date('2026-06-12T03:00:00Z') }],
  });
});

it('finds a ward by any of its names, and none where two are as like', () => {
  const names = [
    'Phường Phước Long',
    'Xã Phước Lợi',
    'Phường Mỹ Tho',
    'Phường 1',
    'Phường 11',
    'Đặc khu Côn Đảo',
  ];
  const list = [
    ...names.map((name) => ({ name, also: [] as string[] })),
    { name: 'Xã Tân Hòa', also: [] },
    { name: 'Xã Tân Hoà Đông', also: ['P. An Khanh', 'ankhanh'] },
    ...[
      { name: 'Xã Hòa Lộc', also: [] },
      { name: 'Xã Hóa Lộc', also: [] },
      { name: 'Xã Bình Minh', also: [] },
      { name: 'Phường Bình Minh', also: [] },
    ],
  ];
  const meant = (name: string) => placeMeant(list, name)?.name ?? null;
  for (const name of [
    'phuoc long',
    'P. Phước Long',
    'Phước Long',
    'PHƯỜNG PHƯỚC LONG',
    'phuoclong',
    'Phước Lông',
  ])
    expect(meant(name)).toBe('Phường Phước Long');
  expect(['Mĩ Tho', 'P.1', 'Phường 11', 'An Khánh', 'Côn Đảo', 'Xã Hóa Lộc'].map(meant)).toEqual([
    ...['Phường Mỹ Tho', 'Phường 1', 'Phường 11', 'Xã Tân Hoà Đông', 'Đặc khu Côn Đảo', 'Xã Hóa Lộc'],
  ]);
  expect(['Hoa Loc', 'Bình Minh', 'Phường 12', 'Bến Nghé', ''].map(meant)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
  expect(meant('Xã Bình Minh')).toBe('Xã Bình Minh');
  // Of one province: as near as they are, each is another place.
  const neighbours = [
    { name: 'Xã Lộc Thạnh', also: ['loc thanh'] },
    { name: 'Xã Chiềng Sơn', also: [] },
    { name: 'Xã Hoà Đông', also: [] },
  ];
  const ours = ['Xã Lộc Thành', 'Xã Lộc Thạnh', 'Xã Chiềng Sơ', 'Xã Chiềng Sơn', 'Xã Hòa Đông', 'Xã Hòa Đôn'];
  const of = (name: string) => placeMeant(neighbours, name, ours)?.name ?? null;
  expect(ours.map(of)).toEqual([null, 'Xã Lộc Thạnh', null, 'Xã Chiềng Sơn', 'Xã Hoà Đông', null]);
});

it('hears why a parcel is refused', async () => {
  const carrier = ghnCarrier(ghn.settings);
  const heavy = [{ name: 'Ri6', grams: 50_001 }];
  expect(await carrier.book(aParcel({ pieces: heavy }))).toEqual(refused('weight must be at most 50000'));
  expect(await carrier.book(aParcel({ collect: dong(50_000_001) }))).toEqual(
    refused('cod_amount must be at most 50000000'),
  );
  const { to } = aParcel();
  expect(await carrier.book(aParcel({ to: { ...to, phone: '+12025550123' } }))).toEqual(
    refused('to_phone is not valid'),
  );
  const otherShop = ghnCarrier({ ...ghn.settings, shopId: '1' });
  expect(await otherShop.book(aParcel())).toEqual(refused('ShopId is not valid'));
});

it('is away with a token that is not taken, a broken line, a bad answer, and one that does not come', async () => {
  const parcel = aParcel();
  for (const token of ['', 'wrong'])
    expect(await ghnCarrier({ ...ghn.settings, token }).book(parcel)).toMatchObject(away);
  for (const failing of ['breaks', 'bad_gateway', 'garbled', 'silent'] as const) {
    ghn.failing = failing;
    expect(await ghnCarrier(ghn.settings, 40).book(parcel)).toMatchObject(away);
    expect(await ghnCarrier(ghn.settings, 40).find(parcel.clientCode)).toMatchObject(away);
  }
  const nowhere = ghnCarrier({ ...ghn.settings, url: 'http://127.0.0.1:1' });
  expect(await nowhere.stops('LAAAA1')).toMatchObject(away);
});

it('speaks only words that GHN documents: others, and wrong ones, are refused by the server it is tried on', async () => {
  const create = async (change: Record<string, unknown>) => {
    const answer = await fetch(`${ghn.settings.url}/shiip/public-api/v2/shipping-order/create`, {
      method: 'POST',
      headers: { Token: ghn.settings.token, ShopId: ghn.settings.shopId },
      body: JSON.stringify({ ...ghnOrder(aParcel()), ...change }),
    });
    return [answer.status, ((await answer.json()) as { message: string }).message];
  };
  expect(await create({})).toEqual([200, 'Success']);
  expect(await create({ cold: true })).toEqual([400, 'json: unknown field "cold"']);
  expect(await create({ is_new_to_address: false })).toEqual([400, 'to_district_name is required']);
  expect(await create({ required_note: 'CHOXEM' })).toEqual([400, 'required_note is not valid']);
  expect(await create({ weight: '10000' })).toEqual([400, 'weight must be of type int']);
  expect(await create({ payment_type_id: 3 })).toEqual([400, 'payment_type_id must be 1 or 2']);
});

it('believes no call without the secret of its address, and knows whose parcel a call is about', () => {
  const { readNews } = ghnCarrier(ghn.settings);
  const secret = ghn.settings.webhookSecret;
  const news = { OrderCode: 'LAAAA1', ClientOrderCode: 'BN1-1', Status: 'delivered' };
  const read = (body: unknown, by = secret) => readNews({ secret: by, body: JSON.stringify(body) });
  expect(read(news)).toEqual({ ok: true, value: { tracking: 'LAAAA1', clientCode: 'BN1-1', reason: null } });
  expect(read({ ...news, ClientOrderCode: '' })).toEqual({ ok: true, value: null });
  expect(read(news, 'wrong')).toMatchObject({ error: { code: 'secret_wrong' } });
  expect(read({ Status: 'delivered' })).toMatchObject({ error: { code: 'news_malformed' } });
  expect(readNews({ secret, body: '{' })).toMatchObject({ error: { code: 'not_json' } });
  const deaf = ghnCarrier({ ...ghn.settings, webhookSecret: null });
  expect(deaf.readNews({ secret: '', body: JSON.stringify(news) })).toMatchObject({ ok: false });
});

it('knows what each status of GHN means, and says so of one that it does not know', () => {
  expect(['ready_to_pick', 'return_sorting', 'damage'].map(ghnState)).toEqual([
    'waiting',
    'returning',
    'damaged',
  ]);
  expect(['', 'constructor', 'teleported'].map(ghnState)).toEqual(['unknown', 'unknown', 'unknown']);
});

it('by hand everything is taken, with the number that was typed', async () => {
  expect(await byHand.book(aParcel({ typedTracking: 'X1' }))).toMatchObject({ value: { tracking: 'X1' } });
  expect(await byHand.stops('X1')).toEqual({ ok: true, value: [] });
  expect(await byHand.cancel('X1')).toMatchObject({ ok: true });
  expect(byHand.readNews({ secret: '', body: '' })).toMatchObject({ ok: false });
  expect(trackingLink('Giao Hàng Nhanh', 'LA 1')).toBe('https://donhang.ghn.vn/?order_code=LA%201');
  expect([trackingLink('Xe nhà', 'X1'), trackingLink('GHN', null)]).toEqual([null, null]);
});
