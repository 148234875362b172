import { createAccount, phoneNumber } from '@baunghe/coop';
import { type Database, newId, plusDays, type Tx, vietnamDay } from '@baunghe/db';
import { recordHarvest } from '@baunghe/farm';
import { cancelOrder } from '@baunghe/orders';
import { DEMO_ACCOUNTS } from './accounts.ts';
import { tellBankLines } from './bank.ts';
import { askForMuch } from './bulk.ts';
import { giveToGhn, handSomeOver, leavesWithGhn } from './carrier-cash.ts';
import { carrySome } from './carriers.ts';
import { Chance } from './chance.ts';
import { changeSome } from './changes.ts';
import { claimSome } from './claims.ts';
import { openAreas } from './delivery.ts';
import { keepFarmRecords } from './farm-records.ts';
import { looseGtin, PRODUCTS, productGtin, VARIETIES } from './fruit.ts';
import { ageing, clearOut, cut, cutDays, type PlannedHarvest, planHarvests } from './harvests.ts';
import { askToJoin } from './joining.ts';
import { keepDiary, plantOrchard, sprayTooLate } from './orchard.ts';
import { orderAhead } from './preorders.ts';
import { recallSome, sayDetails } from './recalls.ts';
import { saySome } from './said.ts';
import { type DemoStaff, deliver, pack, pay, sell, ship } from './sales.ts';
import { scanSome } from './scanned.ts';
import { keepYear, settleSome } from './settlement.ts';
import { keepStore } from './store.ts';
import { makeVouchers } from './vouchers.ts';

const SEASON_DAYS = 100;
const ORDERS_A_DAY = 4;

/**
 * Loads the demo season into an empty database: a cooperative's last hundred days up to `now`, lived through the same
 * rooms that serve real people, in one transaction. A database that holds anything is left alone. Everything is
 * marked as demo. Returns whether it loaded.
 */
export async function loadDemo(
  database: Database,
  settings: { gs1Prefix: string; gln: string; now: Date; secret?: string },
  progress: (done: number, of: number) => void = () => {},
): Promise<boolean> {
  if ((await database.variety.count()) > 0 || (await database.user.count()) > 0) return false;
  const chance = new Chance(95_212_340);
  await database.$transaction(
    async (tx) => {
      const userIds = await openAccounts(tx, chance, settings.now);
      const staff = {
        userId: userIds.get('manager')?.[0] ?? '',
        gln: settings.gln,
        gs1Prefix: settings.gs1Prefix,
      };
      await openAreas(tx, chance, settings.now, staff.userId);
      const season = await prepare(tx, chance, settings, userIds.get('member') ?? []);
      await live(tx, chance, settings.now, staff, season, progress);
      await holdOne(tx, chance, settings.now, staff, season.plotIds);
      await scanSome(tx, chance, settings.now, staff);
      await claimSome(tx, chance, settings.now, staff);
      await carrySome(tx, settings.now, staff);
      await handSomeOver(tx, settings.now, staff);
      await keepStore(tx, chance, settings.now, staff);
      await keepFarmRecords(tx, chance, settings.now, staff, season.plotIds);
      await saySome(tx, chance, settings.now, staff);
      await tellBankLines(tx, chance, settings.now);
      await changeSome(tx, settings.now, staff);
      await orderAhead(tx, chance, settings.now, staff);
      await makeVouchers(tx, chance, settings.now, staff.userId);
      await askForMuch(tx, chance, settings.now, staff);
      await recallSome(tx, settings.now, staff);
      await sayDetails(tx, settings.now, staff);
      const accountantId = userIds.get('accountant')?.[0] ?? '';
      const memberUserId = userIds.get('member')?.[0] ?? '';
      await askToJoin(tx, new Chance(95_212_342), settings.now, {
        ...{ staff, memberUserId, secret: settings.secret },
      });
      await settleSome(tx, chance, settings.now, { managerId: staff.userId, accountantId });
      await keepYear(tx, chance, settings.now, { managerId: staff.userId, accountantId });
    },
    { timeout: 600_000 },
  );
  return true;
}

async function openAccounts(tx: Tx, chance: Chance, now: Date): Promise<Map<string, string[]>> {
  const userIds = new Map<string, string[]>();
  // Those who look after the books came later: by dice of their own, so that the season stays what it was.
  const bookish = new Chance(95_212_341);
  for (const account of DEMO_ACCOUNTS) {
    const phone = phoneNumber(account.phone);
    if (!phone.ok) throw new Error(`demo phone ${account.phone}`);
    const { name, role, password } = account;
    const opened = await createAccount(
      tx,
      { name, phone: phone.value.e164, password, roles: [role], demo: true },
      (role === 'accountant' || role === 'auditor' ? bookish : chance).at(now),
    );
    if (!opened.ok) throw new Error(`demo account refused: ${opened.error.code}`);
    userIds.set(role, [...(userIds.get(role) ?? []), opened.value.userId]);
  }
  return userIds;
}

interface Season {
  planned: PlannedHarvest[];
  plotIds: string[];
  products: { id: string; unitGrams: number; varietyCode: string; grade: string }[];
  wards: { code: string; provinceCode: string }[];
}

async function prepare(
  tx: Tx,
  chance: Chance,
  settings: { gs1Prefix: string; now: Date },
  memberUserIds: readonly string[],
): Promise<Season> {
  const moment = chance.at(settings.now);
  const today = vietnamDay(settings.now);
  const { gs1Prefix } = settings;
  await tx.variety.createMany({
    data: VARIETIES.map(({ everyDays: _days, kilograms: _kilograms, ...variety }, index) => ({
      ...variety,
      looseGtin: looseGtin(gs1Prefix, index),
    })),
  });
  const products = PRODUCTS.map(({ variety, price, ...product }, index) => ({
    id: newId('pro', moment),
    ...product,
    varietyCode: variety,
    priceDong: BigInt(price),
    gtin: productGtin(gs1Prefix, index),
    sort: index,
  }));
  await tx.product.createMany({ data: products });
  const byTheUnit = products.filter(({ mostGrams }) => mostGrams === undefined);
  const plots = await plantOrchard(tx, chance, moment, memberUserIds);
  const planned = planHarvests(chance, plots, today, SEASON_DAYS);
  await keepDiary(tx, chance, moment, plots, today, cutDays(planned));
  const wards = await tx.ward.findMany({
    where: { provinceCode: { in: ['75', '79', '01', '48', '92'] } },
    select: { code: true, provinceCode: true },
    orderBy: { code: 'asc' },
  });
  return { planned, plotIds: plots.map((plot) => plot.id), products: byTheUnit, wards };
}

async function live(
  tx: Tx,
  chance: Chance,
  now: Date,
  staff: DemoStaff,
  season: Season,
  progress: (done: number, of: number) => void,
): Promise<void> {
  const today = vietnamDay(now);
  const open: { orderId: string; day: number; number: number }[] = [];
  let number = 0;
  for (let ago = SEASON_DAYS; ago >= 0; ago--) {
    const day = plusDays(today, -ago);
    const hour = (h: number) => new Date(Math.min(+day + (h - 7) * 3_600_000, +now));
    const cutToday = season.planned.filter((harvest) => +harvest.cutOn === +day);
    await cut(tx, chance, staff, hour(6), cutToday);
    for (const order of open.splice(0)) {
      if (order.day - ago > 1) await deliver(tx, chance, hour(15), staff, order.orderId);
      else if (await fulfil(tx, chance, hour, staff, order, ago === 0)) {
        if (leavesWithGhn(ago, order.number)) await giveToGhn(tx, hour(14), staff, order.orderId);
        open.push(order);
      }
    }
    const shop = { ...season, ageing: await ageing(tx, day, season.products) };
    for (let i = 0; i < (ago < 2 ? 3 * ORDERS_A_DAY : ORDERS_A_DAY); i++) {
      number += 1;
      const orderId = await sell(tx, chance, hour(8 + (i % 7) * 2), shop, number);
      if (orderId) open.push({ orderId, day: ago, number });
    }
    await clearOut(tx, chance, staff, hour(18), day);
    progress(SEASON_DAYS - ago + 1, SEASON_DAYS + 1);
  }
}

/**
 * The day after: orders are paid, packed and shipped, and one in nine is cancelled. Today some are left half done, so
 * that every state can be seen. Returns whether the order is on its way.
 */
async function fulfil(
  tx: Tx,
  chance: Chance,
  hour: (h: number) => Date,
  staff: DemoStaff,
  { orderId, number }: { orderId: string; number: number },
  isToday: boolean,
): Promise<boolean> {
  if (number % 9 === 8) {
    const why = 'Khách đổi ý (minh họa)';
    await cancelOrder(tx, chance.at(hour(9)), { orderId, byUser: staff.userId, why });
    return false;
  }
  await pay(tx, chance, hour(8), staff, orderId);
  await pack(tx, chance, hour(10), staff, orderId);
  if (isToday && number % 2 === 0) return false;
  await ship(tx, chance, hour(14), staff, orderId);
  return true;
}

/** One lot that was sprayed too shortly before it was cut, so that a held lot can be seen. */
async function holdOne(
  tx: Tx,
  chance: Chance,
  now: Date,
  staff: DemoStaff,
  plotIds: readonly string[],
): Promise<void> {
  const plotId = plotIds.at(-1) ?? '';
  const cutOn = plusDays(vietnamDay(now), -1);
  await sprayTooLate(tx, chance.at(now), plotId, plusDays(cutOn, -6));
  const trees = await tx.plotTrees.findFirstOrThrow({ where: { plotId } });
  const entry = { plotId, varietyCode: trees.varietyCode, grade: 'A', grams: 85_000, cutOn, photoId: null };
  const recorded = await recordHarvest(tx, chance.at(now), { ...staff, memberId: null }, entry);
  if (!recorded.ok || !recorded.value.heldBy) throw new Error('demo lot was not held');
}
