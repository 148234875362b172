import { plusDays, type Tx, vietnamDay } from '@baunghe/db';
import { mondayOf, sayForecast } from '@baunghe/farm';
import { dong } from '@baunghe/money';
import { cancelOrder, offersOnSale, openOffer, placePreorder, preorderSums, shareOut } from '@baunghe/orders';
import { takeMoney } from '@baunghe/payments';
import type { Chance } from './chance.ts';
import type { DemoStaff } from './sales.ts';

const HOUR_MS = 3_600_000;

/** The weeks that the demo sells ahead: kilograms that an orchard expects, counted from this week on. */
const OFFERS = [
  { slug: 'sau-rieng-musang-king', weeks: 0, kilograms: 90, price: 240_000, rule: 'oldest_first' },
  { slug: 'thung-sau-rieng-ri6-10kg', weeks: 1, kilograms: 400, price: 890_000, rule: 'pro_rata' },
  { slug: 'sau-rieng-chin-hoa', weeks: 1, kilograms: 600, price: 79_000, rule: 'oldest_first' },
  { slug: 'sau-rieng-musang-king', weeks: 2, kilograms: 90, price: 235_000, rule: 'oldest_first' },
] as const;

/** Fruit ordered ahead: some shared out already, some that waits with its deposit, without it, and called off. */
export async function orderAhead(tx: Tx, chance: Chance, now: Date, staff: DemoStaff): Promise<void> {
  const ago = (hours: number) => new Date(+now - hours * HOUR_MS);
  const thisMonday = mondayOf(vietnamDay(now));
  const ids: string[] = [];
  for (const offer of OFFERS)
    ids.push(await offerWeek(tx, chance, { at: ago(30), monday: thisMonday }, staff, offer));
  const [thisWeek = '', nextWeek = '', , later = ''] = ids;
  const order = (hours: number, offerId: string, quantity: number) =>
    preorder(tx, chance, ago(hours), offerId, quantity);
  for (const quantity of [2, 3]) await payDeposit(tx, chance, ago(19), await order(20, thisWeek, quantity));
  done(await shareOut(tx, chance.at(ago(6)), staff, thisWeek));
  await payDeposit(tx, chance, ago(3), await order(4, thisWeek, 4));
  await payDeposit(tx, chance, ago(7), await order(8, nextWeek, 3));
  await order(2, nextWeek, 2);
  for (const quantity of [18, 14]) await payDeposit(tx, chance, ago(4), await order(5, later, quantity));
  await expectLess(tx, chance, { at: ago(1), monday: plusDays(thisMonday, 14) }, staff);
  const gone = await order(9, nextWeek, 1);
  const why = 'Đặt nhầm tuần (minh họa)';
  done(await cancelOrder(tx, chance.at(ago(8)), { orderId: gone, byUser: null, why }));
}

async function offerWeek(
  tx: Tx,
  chance: Chance,
  { at, monday: first }: { at: Date; monday: Date },
  staff: DemoStaff,
  { slug, weeks, kilograms, price, rule }: (typeof OFFERS)[number],
): Promise<string> {
  const { id: productId, varietyCode } = await tx.product.findUniqueOrThrow({ where: { slug } });
  const monday = plusDays(first, 7 * weeks);
  const { plotId } = await tx.plotTrees.findFirstOrThrow({
    where: { varietyCode, plot: { closedAt: null } },
    orderBy: { plotId: 'asc' },
  });
  const by = { userId: staff.userId, memberId: null };
  const said = { plotId, varietyCode, monday, grams: kilograms * 1000 };
  done(await sayForecast(tx, chance.at(at), by, said));
  const terms = { price: dong(price), depositPercent: 30, forecastPercent: 70, rule };
  const offer = { productId, week: monday, lastDay: plusDays(monday, 6), ...terms };
  return done(await openOffer(tx, chance.at(at), staff, offer)).offerId;
}

/** After rain growers expect less Musang King of a week than was ordered ahead: fruit may be short, as the office sees. */
async function expectLess(
  tx: Tx,
  chance: Chance,
  { at, monday }: { at: Date; monday: Date },
  staff: DemoStaff,
): Promise<void> {
  const said = await tx.forecast.findMany({
    where: { varietyCode: 'MUSANG', monday },
    orderBy: { plotId: 'asc' },
  });
  for (const [index, { plotId, varietyCode }] of said.entries()) {
    const less = { plotId, varietyCode, monday, grams: index === 0 ? 20_000 : 0 };
    done(await sayForecast(tx, chance.at(at), { userId: staff.userId, memberId: null }, less));
  }
}

async function preorder(
  tx: Tx,
  chance: Chance,
  at: Date,
  offerId: string,
  quantity: number,
): Promise<string> {
  const number = 1 + (await tx.forecastPromise.count());
  const [offer] = await offersOnSale(tx, at, { offerId });
  if (!offer) throw new Error('demo offer is not on sale');
  const { provinceCode, code: wardCode } = await tx.ward.findFirstOrThrow({
    where: { provinceCode: '75' },
    orderBy: { code: 'asc' },
  });
  const placed = done(
    await placePreorder(tx, chance.at(at), {
      ...{ offerId, quantity, provinceCode, wardCode, note: null, locale: 'vi' },
      buyerName: `Khách đặt trước minh họa ${number}`,
      phone: `+84900009${String(number).padStart(3, '0')}`,
      street: `Số ${chance.whole(1, 300)}, đường minh họa`,
      method: number % 2 ? 'cod' : 'vietqr',
      seenTotal: (await preorderSums(tx, at, offer, quantity, provinceCode)).total,
    }),
  );
  await tx.order.update({ where: { id: placed.orderId }, data: { demo: true } });
  return placed.orderId;
}

async function payDeposit(tx: Tx, chance: Chance, at: Date, orderId: string): Promise<void> {
  const { amountDong, purpose } = await tx.payment.findUniqueOrThrow({ where: { orderId } });
  const money = { orderId, source: 'staff', reference: `FT${purpose}COC`, amount: dong(amountDong) };
  done(await takeMoney(tx, chance.at(at), { ...money, into: 'bank', byUser: null }));
}

function done<T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!result.ok) throw new Error(`demo step refused: ${result.error.code}`);
  return result.value;
}
