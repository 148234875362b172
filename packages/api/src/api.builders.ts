import { type Accounts, createAccount, createAccounts, openBuyerSession, phoneNumber } from '@baunghe/coop';
import { type Moment, type Role, thisMoment, vietnamDay } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { recordHarvest } from '@baunghe/farm';
import type { Carrier } from '@baunghe/orders';
import type { CardGateway } from '@baunghe/payments';
import { newSignerKey } from '@baunghe/proof';
import { type ApiSettings, type Caller, createGate, type Gate } from './index.ts';

const PASSWORD = 'mua-he-sau-rieng';
const GLN = '9521234000013';

const SETTINGS: ApiSettings = {
  publicUrl: 'https://shop.example',
  gln: GLN,
  gs1Prefix: '9521234',
  bank: { bin: '970436', account: '0011001234567', accountName: 'HTX THU' },
  secret: 'a secret of the tests, never of a shop',
  demo: false,
  demoSignIns: [],
};

/** A shop with its gate, over a database of its own. */
export interface Shop {
  db: TestDatabase['db'];
  gate: Gate;
  /** An account with the roles; `memberId` makes it that member's. Returns the headers that its browser sends. */
  personWith(roles: readonly Role[], memberId?: string): Promise<Headers>;
  /** A buyer who has proved the number. Returns the headers that their browser sends. */
  buyerOf(phone: string): Promise<Headers>;
  /** What somebody calls the procedures with; a guest without headers. */
  as(headers?: Headers): Promise<Caller>;
  /** Fruit cut today from a plot. Returns its batch code. */
  cut(plotId: string, grams: number): Promise<string>;
  close(): Promise<void>;
}

/**
 * Opens a shop that sells Ri6 by the box of 10 kg and by the kilogram. Of its two members one agreed to be named; each
 * has a plot, `plo_named` and `plo_unnamed`. `more` are settings of its own; the clock is the system's unless said otherwise.
 */
export async function aShop(
  connections = 10,
  {
    moment = thisMoment,
    cardGateway,
    carrier,
    ...more
  }: { moment?: () => Moment; cardGateway?: CardGateway; carrier?: Carrier } & Partial<ApiSettings> = {},
): Promise<Shop> {
  const { db, close } = await testDatabase(connections);
  await plant(db);
  const accounts = createAccounts({
    database: db,
    secret: SETTINGS.secret,
    baseUrl: SETTINGS.publicUrl,
    secureCookies: false,
    trustedOrigins: [],
    allowDemo: false,
  });
  const gate = createGate({
    database: db,
    accounts,
    settings: { ...SETTINGS, ...more },
    moment,
    ...(cardGateway ? { cardGateway } : {}),
    ...(carrier ? { carrier } : {}),
    log: { signer: await aLogSigner(), witnesses: [] },
  });
  return {
    db,
    gate,
    close,
    personWith: peopleOf(db, accounts),
    buyerOf: (phone) => buyerIn(db, phone),
    async as(headers = new Headers()) {
      return (await gate.callerFor(headers)).api;
    },
    async cut(plotId, grams) {
      const moment = thisMoment();
      const by = { userId: 'usr_test', memberId: null, gln: GLN };
      const entry = { plotId, varietyCode: 'RI6', grade: 'A', grams, photoId: null };
      const cut = await db.$transaction((tx) =>
        recordHarvest(tx, moment, by, { ...entry, cutOn: vietnamDay(moment.now) }),
      );
      if (!cut.ok) throw new Error(cut.error.code);
      return cut.value.batch;
    },
  };
}

/** A fresh key of a log. */
export async function aLogSigner() {
  const key = await newSignerKey('shop.example/log', 'note', thisMoment().random);
  return { origin: key.name, keys: [key] };
}

function peopleOf(db: Shop['db'], accounts: Accounts): Shop['personWith'] {
  let people = 0;
  return async (roles, memberId) => {
    people += 1;
    const number = phoneNumber(`09000001${String(people).padStart(2, '0')}`);
    if (!number.ok) throw new Error(number.error.code);
    const phone = number.value.e164;
    const account = { name: `Nhân viên ${people}`, phone, password: PASSWORD, roles, demo: false };
    const made = await createAccount(db, account, thisMoment());
    if (!made.ok) throw new Error(made.error.code);
    if (memberId) await db.member.update({ where: { id: memberId }, data: { userId: made.value.userId } });
    const entered = await accounts.signIn({ phone, password: PASSWORD, headers: new Headers() });
    if (!entered.ok) throw new Error(entered.error.code);
    return new Headers({ cookie: entered.value.setCookie.map((line) => line.split(';')[0]).join('; ') });
  };
}

async function buyerIn(db: Shop['db'], typed: string): Promise<Headers> {
  const number = phoneNumber(typed);
  if (!number.ok) throw new Error(number.error.code);
  const who = { phone: number.value.e164, locale: 'vi', device: 'Chrome · Android' };
  const { token } = await db.$transaction((tx) => openBuyerSession(tx, thisMoment(), who));
  return new Headers({ cookie: `buyer=${token}` });
}

/** A form at checkout as a buyer's browser sends it: one box to Phước Long, to be paid on delivery. */
export function aForm(more: Partial<Parameters<Caller['checkout']['place']>[0]> = {}) {
  return {
    key: crypto.randomUUID(),
    lines: [{ productId: 'pro_box', quantity: 1 }],
    buyerName: 'Người Mua Thử',
    phone: '0900000099',
    provinceCode: '75',
    wardCode: '25217',
    street: 'Số nhà riêng',
    note: null,
    locale: 'vi' as const,
    method: 'cod' as const,
    seenTotal: 930_000,
    ...more,
  };
}

async function plant(db: Shop['db']): Promise<void> {
  const variety = { fruit: 'durian', shelfDays: 8, picture: 'durian-ri6.svg', looseGtin: '99521234001006' };
  await db.variety.create({ data: { code: 'RI6', nameVi: 'Ri6', nameEn: 'Ri6', ...variety } });
  const joinedOn = new Date('2020-01-01');
  await db.member.createMany({
    data: [
      { id: 'mem_named', code: 'XV01', name: 'Người Trồng Thử', shown: 'name', joinedOn },
      { id: 'mem_unnamed', code: 'XV02', name: 'Người Kín Tiếng', shown: 'nothing', joinedOn },
    ],
  });
  const plot = { areaM2: 9000, outline: [] };
  await db.plot.createMany({
    data: [
      { id: 'plo_named', code: 'T01', name: 'Vườn một', memberId: 'mem_named', ...plot },
      { id: 'plo_unnamed', code: 'T02', name: 'Vườn hai', memberId: 'mem_unnamed', ...plot },
    ],
  });
  const trees = { varietyCode: 'RI6', count: 90, plantedYear: 2012 };
  await db.plotTrees.createMany({
    data: ['plo_named', 'plo_unnamed'].map((plotId) => ({ plotId, ...trees })),
  });
  const product = { varietyCode: 'RI6', grade: 'A', descriptionVi: '', descriptionEn: '' };
  const box = { saleUnit: 'box', unitGrams: 10_000, priceDong: 900_000n } as const;
  const kilogram = { saleUnit: 'kg', unitGrams: 1000, priceDong: 100_000n } as const;
  const names = (name: string) => ({ nameVi: name, nameEn: name });
  await db.product.createMany({
    data: [
      { id: 'pro_box', slug: 'ri6', gtin: '09521234002000', ...names('Ri6 box'), ...box, ...product },
      { id: 'pro_kg', slug: 'ri6-kg', gtin: '09521234002017', ...names('Ri6 kg'), ...kilogram, ...product },
    ],
  });
  await db.province.create({
    data: { code: '75', nameVi: 'Đồng Nai', nameEn: 'Dong Nai', folded: 'dong nai' },
  });
  const ward = { nameVi: 'Phước Long', nameEn: 'Phuoc Long', folded: 'phuoc long' };
  await db.ward.create({ data: { code: '25217', provinceCode: '75', ...ward } });
}
