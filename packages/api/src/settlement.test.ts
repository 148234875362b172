import { plusDays, thisMoment, vietnamDay } from '@baunghe/db';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aForm, aShop, type Shop } from './api.builders.ts';
import type { Caller, SmsAnswer } from './index.ts';

let shop: Shop;
let now = new Date();
let people: Record<'manager' | 'accountant' | 'grower' | 'other', Caller>;
const said: SmsAnswer[] = [];
const dayText = (instant: Date) => vietnamDay(instant).toISOString().slice(0, 10);
const key = () => crypto.randomUUID();

/** A box of the named member's is sold and delivered; the day after, it is to be settled. */
beforeAll(async () => {
  shop = await aShop(6, {
    moment: () => ({ ...thisMoment(), now }),
    sms: {
      ...{ webhookKey: null, sendsBy: null, esmsSecret: null },
      words: (answer) => {
        said.push(answer);
        return answer.code;
      },
    },
  });
  const as = async (...who: Parameters<Shop['personWith']>) => shop.as(await shop.personWith(...who));
  people = {
    manager: await as(['manager']),
    accountant: await as(['accountant']),
    grower: await as(['member'], 'mem_named'),
    other: await as(['member'], 'mem_unnamed'),
  };
  await shop.cut('plo_named', 100_000);
  await sell(people.manager);
  now = plusDays(now, 1);
  said.length = 0;
});
afterAll(() => shop.close());

async function sell(manager: Caller): Promise<void> {
  const rule = { keeps: { kind: 'percent', hundredths: 850 }, claimsOnMember: false, note: null } as const;
  const added = await manager.settlement.addRule({
    key: key(),
    fromDay: dayText(plusDays(now, -30)),
    ...rule,
  });
  const placed = await manager.checkout.place(aForm());
  if (!added.ok || !placed.ok) throw new Error('not sold');
  const { id: lineId, orderId } = await shop.db.orderLine.findFirstOrThrow();
  const { id: lotId } = await shop.db.lot.findFirstOrThrow();
  const box = { orderId, lineId, lotId, units: 1, grams: 10_000 };
  const steps = [
    await manager.officeOrders.packBox({ key: key(), ...box }),
    await manager.officeOrders.ship({ key: key(), orderId, carrier: 'Xe thử' }),
    await manager.officeOrders.deliver({ key: key(), orderId }),
  ];
  if (!steps.every(({ ok }) => ok)) throw new Error('not delivered');
}

it('is prepared by one, approved by another, told to its member, and read by nobody else of the growers', async () => {
  const { manager, accountant, grower, other } = people;
  const sold = dayText(plusDays(now, -1));
  const prepared = await accountant.settlement.prepare({ key: key(), fromDay: sold, toDay: sold });
  if (!prepared.ok) throw new Error(prepared.error.code);
  const { id } = prepared.value;
  expect(await grower.statements.list()).toEqual([]);
  const own = await accountant.settlement.approve({ key: key(), id });
  expect(own).toMatchObject({ error: { code: 'prepared_by_you' } });
  expect(said).toEqual([]);
  const approved = await manager.settlement.approve({ key: key(), id });
  expect(approved.ok).toBe(true);
  expect(said).toMatchObject([{ code: 'statement_ready', pay: 823_500, left: 0 }]);
  const [statement] = await grower.statements.list();
  expect(statement).toMatchObject({ memberCode: 'XV01', pay: 823_500 });
  const one = { id: statement?.id ?? '' };
  expect(await grower.statements.one(one)).toMatchObject({ ok: true });
  expect(await other.statements.one(one)).toMatchObject({ error: { code: 'statement_unknown' } });
  expect(await other.statements.list()).toEqual([]);
});

it('keeps an account of digits alone, shown to its member on the statement', async () => {
  const { accountant, grower } = people;
  const account = { memberId: 'mem_named', bin: '970405', holder: 'NGUOI TRONG THU' };
  const keep = (number: string) =>
    accountant.settlement.keepAccount({ key: key(), ...account, account: number });
  await expect(keep('12 34x')).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  expect(await keep('0000 000 001')).toMatchObject({ ok: true });
  const [own] = await grower.statements.list();
  expect(await grower.statements.one({ id: own?.id ?? '' })).toMatchObject({
    value: { account: { account: '0000000001', bankName: 'Agribank' } },
  });
  const journal = await accountant.books.journal({ account: 'members_owed', after: null });
  expect(journal.rows).toHaveLength(1);
});
