import {
  applicationsOf,
  type Buyer,
  buyerCookie,
  buyerSessions,
  eraseApplicationsOf,
  eraseBuyer,
  keptAddresses,
  keptCart,
  maskPhone,
} from '@baunghe/coop';
import { type DataRequestKind, newId, ok, type Tx } from '@baunghe/db';
import { wipeWords, wordsTo } from '@baunghe/notices';
import { askErasure, eraseRequestsOf, orderData, requestsOfPhone } from '@baunghe/orders';
import { eraseCredit } from '@baunghe/payments';
import type { ApiContext } from './context.ts';
import { writeOnce } from './write-once.ts';

const PAGE = '/my-data';

/** Everything that is kept of a buyer: the account, and each order of its number. That it was asked for is kept, not the answer. */
export async function accountData(ctx: ApiContext, buyer: Buyer, input: { key: string }) {
  const asked = await writeOnce(ctx, 'buyers.export', input, async (tx) => {
    await note(tx, ctx, buyer, { kind: 'export', erased: [], keptUntil: null });
    return ok(undefined);
  });
  if (!asked.ok) return asked;
  const { database } = ctx;
  const { now } = ctx.moment();
  const codes = await codesOf(database, buyer.phone);
  const orders = await Promise.all(codes.map((code) => orderData(database, code)));
  const passkeys = await database.buyerPasskey.findMany({
    where: { buyerId: buyer.id },
    select: { id: true, device: true, createdAt: true, usedAt: true },
  });
  const { phone, name, locale } = buyer;
  const credit = await database.creditAccount.findUnique({
    where: { phone },
    select: {
      ...{ code: true, balanceDong: true },
      entries: { select: { kind: true, dong: true, at: true }, orderBy: { id: 'asc' } },
    },
  });
  return ok({
    account: { phone, name, locale },
    addresses: await keptAddresses(database, buyer.id),
    cart: await keptCart(database, now, buyer.id),
    sessions: await buyerSessions(database, now, buyer),
    passkeys,
    messages: await wordsTo(database, phone),
    requests: await requestsOfPhone(database, phone),
    credit,
    applications: await applicationsOf(database, phone),
    orders: orders.flatMap((order) => (order.ok ? [order.value] : [])),
  });
}

/**
 * Erases the account with all that hangs on it, the words of messages to its number, and of each order what no law
 * obliges to keep. Answers from when on nothing is kept: the last of its orders' days.
 */
export async function eraseAccount(ctx: ApiContext, buyer: Buyer, input: { key: string; locale: string }) {
  const erased = await writeOnce(ctx, 'buyers.erase', input, async (tx) => {
    const moment = ctx.moment();
    let keptUntil: Date | null = null;
    for (const code of await codesOf(tx, buyer.phone)) {
      const order = await askErasure(tx, moment, { code, locale: input.locale, page: PAGE });
      if (order.ok && (!keptUntil || order.value.keptUntil > keptUntil)) keptUntil = order.value.keptUntil;
    }
    const requests = await eraseRequestsOf(tx, moment, buyer.phone);
    const credit = await eraseCredit(tx, moment, buyer.phone);
    const applications = await eraseApplicationsOf(tx, moment, buyer.phone);
    const words = await wipeWords(tx, moment.now, buyer.phone);
    await eraseBuyer(tx, buyer.id);
    const gone = ['account', ...(words > 0 ? ['messages'] : []), ...(requests > 0 ? ['requests'] : [])];
    if (credit) gone.push('credit');
    if (applications > 0) gone.push('applications');
    await note(tx, ctx, buyer, { kind: 'erase', erased: gone, keptUntil: keptUntil ?? moment.now });
    return ok({ keptUntil });
  });
  ctx.setCookie.push(buyerCookie(null, { secure: ctx.settings.publicUrl.startsWith('https:') }));
  return erased;
}

async function codesOf(tx: Tx, phone: string): Promise<string[]> {
  const orders = await tx.order.findMany({
    where: { phone },
    select: { code: true },
    orderBy: { placedAt: 'desc' },
  });
  return orders.map(({ code }) => code);
}

async function note(
  tx: Tx,
  ctx: ApiContext,
  buyer: Buyer,
  request: { kind: DataRequestKind; erased: string[]; keptUntil: Date | null },
): Promise<void> {
  const moment = ctx.moment();
  await tx.dataRequest.create({
    data: { id: newId('dat', moment), phoneMask: maskPhone(buyer.phone), at: moment.now, ...request },
  });
}
