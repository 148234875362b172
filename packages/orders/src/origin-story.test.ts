import { randomBytes } from 'node:crypto';
import { type Moment, vietnamDay } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { recordHarvest } from '@baunghe/farm';
import { dong } from '@baunghe/money';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boxStory, lotStory, type NewBox, packBox, placeOrder, shipOrder } from './index.ts';

const BY = { userId: 'usr_1', memberId: null, gln: '9521234000013', gs1Prefix: '9521234' };
const PRODUCT_GTIN = '09521234002000';
const LOOSE_GTIN = '99521234001006';
const CUT = new Date('2026-06-06T23:30:00Z');
const OUTLINE = [
  [107.01, 11.82],
  [107.011, 11.82],
  [107.011, 11.821],
  [107.01, 11.82],
];

const at = (instant: Date | string): Moment => ({ now: new Date(instant), random: randomBytes });

let test: TestDatabase;
let box: NewBox;
let batch: string;

async function anOrchard(): Promise<void> {
  const { db } = test;
  await db.variety.create({
    data: {
      code: 'RI6',
      fruit: 'durian',
      nameVi: 'Sầu riêng Ri6',
      nameEn: 'Ri6 durian',
      looseGtin: LOOSE_GTIN,
      shelfDays: 8,
      picture: 'durian-ri6.svg',
    },
  });
  await db.member.create({
    data: {
      id: 'mem_1',
      code: 'XV01',
      name: 'Người Trồng Thử',
      shown: 'name',
      joinedOn: new Date('2020-01-01'),
    },
  });
  const plot = {
    memberId: 'mem_1',
    plantingUnitCode: 'VN-XXOR-9001',
    areaM2: 9000,
    outline: OUTLINE,
    demo: true,
  };
  await db.plot.create({ data: { id: 'plo_1', code: 'T01', name: 'Vườn thử', ...plot } });
  await db.plotTrees.create({ data: { plotId: 'plo_1', varietyCode: 'RI6', count: 90, plantedYear: 2012 } });
  await db.product.create({
    data: {
      id: 'pro_1',
      slug: 'ri6',
      gtin: PRODUCT_GTIN,
      varietyCode: 'RI6',
      grade: 'A',
      saleUnit: 'box',
      unitGrams: 10_000,
      priceDong: 900_000n,
      nameVi: 'Thùng Ri6',
      nameEn: 'Box of Ri6',
      descriptionVi: '',
      descriptionEn: '',
    },
  });
  await db.province.create({
    data: { code: '75', nameVi: 'Đồng Nai', nameEn: 'Dong Nai', folded: 'dong nai' },
  });
  const ward = { nameVi: 'Phước Long', nameEn: 'Phuoc Long', folded: 'phuoc long' };
  await db.ward.create({ data: { code: '25217', provinceCode: '75', ...ward } });
}

async function aDiary(): Promise<void> {
  const input = { kind: 'pesticide', activeIngredient: 'Azoxystrobin' } as const;
  await test.db.input.create({ data: { id: 'inp_7', name: 'Thuốc A', preHarvestDays: 7, ...input } });
  const entry = { plotId: 'plo_1', operator: 'Người Phun Thử', note: 'ghi chú riêng', recordedAt: CUT };
  await test.db.diaryEntry.createMany({
    data: [
      { id: 'dia_1', act: 'spray', inputId: 'inp_7', doneOn: new Date('2026-05-20'), ...entry },
      { id: 'dia_2', act: 'water', doneOn: new Date('2026-06-01'), ...entry },
      { id: 'dia_old', act: 'spray', inputId: 'inp_7', doneOn: new Date('2025-12-01'), ...entry },
      { id: 'dia_late', act: 'water', doneOn: new Date('2026-06-08'), ...entry },
    ],
  });
}

async function harvest(): Promise<string> {
  const entry = { plotId: 'plo_1', varietyCode: 'RI6', grade: 'A', grams: 60_000, photoId: null };
  const cut = await test.db.$transaction((tx) =>
    recordHarvest(tx, at(CUT), BY, { ...entry, cutOn: vietnamDay(CUT) }),
  );
  if (!cut.ok) throw new Error(cut.error.code);
  return cut.value.batch;
}

/** An order of one box, its fruit packed and, when `leaves`, sent. */
async function sell(leaves: boolean): Promise<NewBox> {
  const { db } = test;
  const checkout = {
    lines: [{ productId: 'pro_1', quantity: 1 }],
    buyerName: 'Người Mua Thử',
    phone: '+84900000099',
    provinceCode: '75',
    wardCode: '25217',
    street: 'Số nhà riêng',
    note: null,
    locale: 'vi',
    method: 'cod',
  } as const;
  const place = (total: number) =>
    db.$transaction((tx) =>
      placeOrder(tx, at('2026-06-07T02:00:00Z'), { ...checkout, seenTotal: dong(total) }),
    );
  let placed = await place(0);
  if (!placed.ok && placed.error.code === 'total_changed') placed = await place(placed.error.total);
  if (!placed.ok) throw new Error(placed.error.code);
  const { orderId } = placed.value;
  const line = await db.orderLine.findFirstOrThrow({ where: { orderId } });
  const lot = await db.lot.findFirstOrThrow({ where: { batch } });
  const packed = await db.$transaction((tx) =>
    packBox(tx, at('2026-06-07T03:00:00Z'), BY, {
      orderId,
      lineId: line.id,
      lotId: lot.id,
      units: 1,
      grams: 10_200,
    }),
  );
  if (!packed.ok) throw new Error(packed.error.code);
  const shipping = { orderId, carrier: 'Xe nhà', tracking: null };
  if (leaves) await db.$transaction((tx) => shipOrder(tx, at('2026-06-07T09:00:00Z'), BY, shipping));
  return packed.value;
}

beforeAll(async () => {
  test = await testDatabase();
  await anOrchard();
  await aDiary();
  batch = await harvest();
  box = await sell(true);
  await sell(false);
});
afterAll(() => test.close());

describe("a box's story", () => {
  const story = async () => {
    const told = await boxStory(test.db, { gtin: box.gtin, serial: box.serial, batch });
    if (!told) throw new Error('no story');
    return told;
  };

  it('holds product, weight, day, orchard and the grower who agreed to be named', async () => {
    expect(await story()).toMatchObject({
      gtin: PRODUCT_GTIN,
      serial: box.serial,
      product: { nameVi: 'Thùng Ri6', nameEn: 'Box of Ri6', nameZh: null, slug: 'ri6', listed: true },
      grams: 10_200,
      packedAt: new Date('2026-06-07T03:00:00Z'),
      origin: {
        batch,
        fruit: 'durian',
        grade: 'A',
        cutOn: new Date('2026-06-07'),
        bestBefore: new Date('2026-06-15'),
        heldReason: null,
        memberName: 'Người Trồng Thử',
        demo: true,
        plot: { code: 'T01', name: 'Vườn thử', plantingUnitCode: 'VN-XXOR-9001', outline: OUTLINE },
      },
    });
  });

  it('holds the season’s diary up to the cutting, newest first, each spray judged', async () => {
    const { diary } = (await story()).origin;
    expect(diary.map(({ id }) => id)).toEqual(['dia_2', 'dia_1']);
    expect(diary[0]).toMatchObject({ act: 'water', intervalKept: null });
    expect(diary.map(({ late }) => late)).toEqual([false, false]);
    expect(diary[1]).toMatchObject({
      inputName: 'Thuốc A',
      activeIngredient: 'Azoxystrobin',
      daysBeforeCut: 18,
      preHarvestDays: 7,
      intervalKept: true,
    });
  });

  it('holds harvest, packing and shipping in order, and no other box’s packing', async () => {
    const { events } = await story();
    expect(events.map(({ bizStep }) => bizStep)).toEqual(['commissioning', 'packing', 'loading', 'shipping']);
    expect(JSON.stringify(events[1]?.body)).toContain(box.serial);
  });

  it('holds nothing of the buyer, the order, or who sprayed', async () => {
    const told = JSON.stringify(await story());
    expect(told).not.toMatch(/Người Mua|900000099|Số nhà|ord_|Người Phun|ghi chú riêng|usr_1/);
  });

  it('names the grower to nobody once they no longer agree', async () => {
    await test.db.member.update({ where: { id: 'mem_1' }, data: { shown: 'nothing' } });
    const told = await story();
    await test.db.member.update({ where: { id: 'mem_1' }, data: { shown: 'name' } });
    expect(told.origin.memberName).toBeNull();
    expect(JSON.stringify(told)).not.toContain('Người Trồng');
  });

  it('is found without its lot, and not under another lot, GTIN or serial', async () => {
    const { gtin, serial } = box;
    expect(await boxStory(test.db, { gtin, serial, batch: null })).not.toBeNull();
    expect(await boxStory(test.db, { gtin, serial, batch: 'OTHERLOT' })).toBeNull();
    expect(await boxStory(test.db, { gtin: LOOSE_GTIN, serial, batch })).toBeNull();
    expect(await boxStory(test.db, { gtin, serial: 'NOSUCHSERIAL', batch })).toBeNull();
  });
});

describe("a lot's story", () => {
  it('answers to the loose fruit’s GTIN and to that of a product made of it', async () => {
    expect(await lotStory(test.db, { gtin: LOOSE_GTIN, batch })).toMatchObject({ product: null, boxes: 2 });
    expect(await lotStory(test.db, { gtin: PRODUCT_GTIN, batch })).toMatchObject({
      product: { slug: 'ri6' },
    });
    expect(await lotStory(test.db, { gtin: '09521234009993', batch })).toBeNull();
  });

  it('begins with its harvest', async () => {
    const told = await lotStory(test.db, { gtin: LOOSE_GTIN, batch });
    expect(told?.events.map(({ bizStep }) => bizStep)).toEqual(['commissioning']);
  });
});
