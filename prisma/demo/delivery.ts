import type { Tx } from '@baunghe/db';
import { dong } from '@baunghe/money';
import { type AreaEntry, keepArea, type Wishes } from '@baunghe/orders';
import type { Chance } from './chance.ts';

const SOUTH = ['68', '79', '80', '82', '86', '91', '92', '96'];
const FREE_FROM = dong(2_000_000);

const step = (kilograms: number, fee: number) => ({ upToGrams: kilograms * 1000, fee: dong(fee) });

type DemoArea = Omit<AreaEntry, 'provinceCodes'> & { holds: (code: string) => boolean };

/** The three areas of the demo; fees are invented. What is far away is told first, so that the others' provinces are free. */
const AREAS: readonly DemoArea[] = [
  {
    ...{ id: 'dar_elsewhere', nameVi: 'Miền Trung và miền Bắc', nameEn: 'Central and northern provinces' },
    ...{ nameZh: '中部和北部', position: 2, leaveDays: [1, 3, 5], cutOffHour: 10, daysFrom: 2, daysTo: 3 },
    ...{ steps: [step(5, 60_000), step(15, 90_000), step(40, 180_000)], beyond: null, freeFrom: null },
    holds: (code) => code !== '75' && !SOUTH.includes(code),
  },
  {
    ...{ id: null, nameVi: 'TP. Hồ Chí Minh và các tỉnh phía Nam', nameEn: 'Ho Chi Minh City and the south' },
    ...{
      nameZh: '胡志明市和南部',
      position: 1,
      leaveDays: [1, 2, 3, 4, 5, 6],
      cutOffHour: 12,
      daysFrom: 1,
      daysTo: 2,
    },
    ...{ steps: [step(5, 40_000), step(20, 60_000)], beyond: dong(120_000), freeFrom: FREE_FROM },
    holds: (code) => SOUTH.includes(code),
  },
  {
    ...{ id: 'dar_home', nameVi: 'Trong Đồng Nai', nameEn: 'Within Dong Nai', nameZh: '同奈省内' },
    ...{ position: 0, leaveDays: [1, 2, 3, 4, 5, 6, 7], cutOffHour: 14, daysFrom: 1, daysTo: 1 },
    ...{ steps: [step(50, 30_000)], beyond: dong(80_000), freeFrom: FREE_FROM },
    holds: (code) => code === '75',
  },
];

/** Says where the demo delivers to. */
export async function openAreas(tx: Tx, chance: Chance, now: Date, userId: string): Promise<void> {
  const provinces = await tx.province.findMany({ select: { code: true } });
  for (const { holds, ...area } of AREAS) {
    const provinceCodes = provinces.map(({ code }) => code).filter(holds);
    const kept = await keepArea(tx, chance.at(now), { userId }, { ...area, provinceCodes });
    if (!kept.ok) throw new Error(`demo area refused: ${kept.error.code}`);
  }
}

/** What the buyer of a demo order wishes: some send presents, some want an invoice, some say how ripe. */
export function wishesOf(number: number): Wishes {
  const recipient = { name: 'Người nhận minh họa', phone: '+84900002000' };
  const invoice = {
    company: 'Công ty minh họa',
    taxCode: '0000000017',
    address: 'Số 1, đường minh họa',
    email: 'ke.toan@example.com',
  };
  return {
    ripeness: number % 5 === 1 ? 'eat_now' : number % 5 === 3 ? 'in_days' : null,
    gift: number % 11 === 4 ? { note: 'Chúc cả nhà ngon miệng!', noPrices: true, recipient } : null,
    invoice: number % 13 === 6 ? invoice : null,
  };
}
