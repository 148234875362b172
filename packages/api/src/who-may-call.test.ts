import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aShop, type Shop } from './api.builders.ts';
import { apiRouter } from './router.ts';
import { type Access, mayCall } from './trpc.ts';

const ROLES = ['member', 'packer', 'manager'] as const;
/** Everybody who may knock; `newcomer` is signed in and has no role, `buyer` in the shop alone, by a manager's number. */
const CALLERS = ['guest', 'newcomer', ...ROLES, 'accountant', 'auditor', 'buyer'] as const;
type Who = (typeof CALLERS)[number];

const EVERYBODY = CALLERS;
const GROWERS = ['member', 'manager'] as const;
const STAFF = ['packer', 'manager'] as const;
const MANAGER = ['manager'] as const;
/** Whoever works here. */
const WORKERS = [...ROLES, 'accountant', 'auditor'] as const;
/** Who sees to the money. */
const MONEY = ['manager', 'accountant'] as const;
/** Who reads orders. */
const ORDERS = ['packer', 'manager', 'accountant'] as const;
const BUYER = ['buyer'] as const;
const MEMBER = ['member'] as const;

/** Who may call what; what managers may read, auditors may too (below). A new procedure fails this file until somebody has written here who it is for. */
const MAY_CALL: Record<string, readonly Who[]> = {
  'addresses.findProvinces': EVERYBODY,
  'addresses.findWards': EVERYBODY,
  'addresses.provinces': EVERYBODY,
  'addresses.settle': EVERYBODY,
  'bank.assign': MONEY,
  'bank.lines': MONEY,
  'bank.readStatement': MONEY,
  'bank.receive': EVERYBODY,
  'bank.setAside': MONEY,
  'bank.takeStatement': MONEY,
  'bank.undo': MONEY,
  'books.balance': MONEY,
  'books.export': MONEY,
  'books.journal': MONEY,
  'boxes.lot': EVERYBODY,
  'boxes.story': EVERYBODY,
  'bulk.accept': EVERYBODY,
  'bulk.board': STAFF,
  'bulk.choices': EVERYBODY,
  'bulk.decline': MANAGER,
  'bulk.find': EVERYBODY,
  'bulk.follow': EVERYBODY,
  'bulk.one': STAFF,
  'bulk.quote': MANAGER,
  'bulk.send': EVERYBODY,
  'bulk.withdraw': EVERYBODY,
  'applications.askMore': MANAGER,
  'applications.decide': MANAGER,
  'applications.inviteAgain': MANAGER,
  'applications.list': MANAGER,
  'applications.look': MANAGER,
  'applications.one': MANAGER,
  'applications.openPaper': MANAGER,
  'applications.vote': MANAGER,
  'joining.addPaper': EVERYBODY,
  'joining.answer': EVERYBODY,
  'joining.askCode': EVERYBODY,
  'joining.begin': EVERYBODY,
  'joining.dropPaper': EVERYBODY,
  'joining.find': EVERYBODY,
  'joining.follow': EVERYBODY,
  'joining.prove': EVERYBODY,
  'joining.rule': EVERYBODY,
  'joining.send': EVERYBODY,
  'joining.tellLand': EVERYBODY,
  'joining.withdraw': EVERYBODY,
  'memberRequests.answer': MANAGER,
  'memberRequests.askCopy': MEMBER,
  'memberRequests.askCorrection': MEMBER,
  'memberRequests.copy': GROWERS,
  'memberRequests.list': MANAGER,
  'memberRequests.mine': MEMBER,
  'memberRequests.offers': MEMBER,
  'memberRequests.one': GROWERS,
  'memberRequests.withdraw': MEMBER,
  'bulkSteps.deliver': STAFF,
  'bulkSteps.ship': STAFF,
  'bulkSteps.want': STAFF,
  'buyerData.consents': EVERYBODY,
  'buyerData.erase': EVERYBODY,
  'buyerData.export': EVERYBODY,
  'buyerData.requests': MANAGER,
  'buyerData.wordings': EVERYBODY,
  'buyerData.withdraw': EVERYBODY,
  'buyers.addresses': EVERYBODY,
  'buyers.askCode': EVERYBODY,
  'buyers.cart': EVERYBODY,
  'buyers.changeCart': BUYER,
  'buyers.changeDetails': BUYER,
  'buyers.dropAddress': BUYER,
  'buyers.endSessions': BUYER,
  'buyers.enter': EVERYBODY,
  'buyers.erase': BUYER,
  'buyers.export': BUYER,
  'buyers.keepAddress': BUYER,
  'buyers.me': EVERYBODY,
  'buyers.orders': BUYER,
  'buyers.passkeys.add': BUYER,
  'buyers.passkeys.begin': BUYER,
  'buyers.passkeys.beginEntry': EVERYBODY,
  'buyers.passkeys.drop': BUYER,
  'buyers.passkeys.enter': EVERYBODY,
  'buyers.passkeys.list': BUYER,
  'buyers.sessions': BUYER,
  'buyers.signOut': EVERYBODY,
  'certificates.ending': STAFF,
  'certificates.keep': MANAGER,
  'certificates.list': STAFF,
  'cards.ask': EVERYBODY,
  'cards.openPage': EVERYBODY,
  'cards.told': EVERYBODY,
  'carriers.cash': MONEY,
  'carriers.lookedAt': STAFF,
  'carriers.nameWard': STAFF,
  'carriers.takePayout': MONEY,
  'carriers.undoPayout': MONEY,
  'carriers.wardsFor': STAFF,
  'carriers.ofOrder': ORDERS,
  'carriers.offered': ORDERS,
  'carriers.ownPhoto': EVERYBODY,
  'carriers.ownWay': EVERYBODY,
  'carriers.photo': ORDERS,
  'carriers.told': EVERYBODY,
  'carriers.unwant': STAFF,
  'carriers.want': STAFF,
  'checkout.find': EVERYBODY,
  'checkout.follow': EVERYBODY,
  'checkout.heldUntil': EVERYBODY,
  'checkout.hold': EVERYBODY,
  'checkout.methods': EVERYBODY,
  'checkout.payoutBanks': EVERYBODY,
  'checkout.place': EVERYBODY,
  'checkout.tellAccount': EVERYBODY,
  'checkout.transferPicture': EVERYBODY,
  'givings.addRule': MANAGER,
  'givings.approve': MONEY,
  'givings.board': MONEY,
  'givings.decline': ORDERS,
  'givings.waiting': MONEY,
  'claims.answer': STAFF,
  'claims.board': STAFF,
  'claims.erase': MANAGER,
  'claims.make': EVERYBODY,
  'claims.ofLot': STAFF,
  'claims.open': STAFF,
  'claims.ownPhoto': EVERYBODY,
  'claims.photo': STAFF,
  'credit.board': MONEY,
  'credit.grant': MONEY,
  'credit.keep': EVERYBODY,
  'credit.payOut': MONEY,
  'corrections.declare': MANAGER,
  'corrections.ofLot': MANAGER,
  'delivery.board': MANAGER,
  'delivery.closeDays': MANAGER,
  'delivery.keepArea': MANAGER,
  'delivery.openDay': MANAGER,
  'delivery.removeArea': MANAGER,
  'diary.entries': ROLES,
  'diary.entry': ROLES,
  'diary.offers': GROWERS,
  'diary.record': GROWERS,
  'epcis.capture': MANAGER,
  'epcis.captureEvent': MANAGER,
  'epcis.captureJob': MANAGER,
  'epcis.captureJobs': MANAGER,
  'epcis.createQuery': MANAGER,
  'epcis.endKey': MANAGER,
  'epcis.event': EVERYBODY,
  'epcis.events': EVERYBODY,
  'epcis.holdsValue': EVERYBODY,
  'epcis.keys': MANAGER,
  'epcis.makeKey': MANAGER,
  'epcis.queries': MANAGER,
  'epcis.query': MANAGER,
  'epcis.queryEvents': MANAGER,
  'epcis.removeQuery': MANAGER,
  'epcis.values': EVERYBODY,
  'evidence.ofLot': STAFF,
  'evidence.ofOrder': ORDERS,
  'coopDetails.list': MANAGER,
  'coopDetails.write': MANAGER,
  'exports.choice': MANAGER,
  'exports.events': MANAGER,
  'exports.season': MANAGER,
  'exports.steps': MANAGER,
  'exports.unit': MANAGER,
  'farmImports.start': GROWERS,
  'farmImports.state': GROWERS,
  'farmImports.titles': GROWERS,
  'forecasts.say': GROWERS,
  'forecasts.weeks': ROLES,
  'harvests.lot': ROLES,
  'harvests.lots': ROLES,
  'harvests.photo': EVERYBODY,
  'harvests.plots': GROWERS,
  'harvests.undo': GROWERS,
  'harvests.record': GROWERS,
  'listings.add': MANAGER,
  'listings.addVariety': MANAGER,
  'listings.all': MONEY,
  'listings.change': MANAGER,
  'listings.changeVariety': MANAGER,
  'inputs.list': ROLES,
  'inputs.one': MANAGER,
  'inputs.put': MANAGER,
  'lab.cadmiumLimit': ROLES,
  'lab.document': ROLES,
  'lab.record': MANAGER,
  'lab.results': ROLES,
  'markdowns.begin': MANAGER,
  'markdowns.end': MANAGER,
  'markdowns.ofLot': STAFF,
  'me.beginFactor': WORKERS,
  'me.changePassword': WORKERS,
  'me.confirmFactor': WORKERS,
  'me.dropFactor': WORKERS,
  'me.endSessions': WORKERS,
  'me.prove': WORKERS,
  'me.provesBy': WORKERS,
  'me.state': WORKERS,
  'me.passkeys.add': WORKERS,
  'me.passkeys.begin': WORKERS,
  'me.passkeys.beginProof': WORKERS,
  'me.passkeys.drop': WORKERS,
  'me.passkeys.list': WORKERS,
  'me.passkeys.prove': WORKERS,
  'people.accept': EVERYBODY,
  'people.board': MANAGER,
  'people.changeRoles': MANAGER,
  'people.dropFactor': MANAGER,
  'people.endSessions': MANAGER,
  'people.invitation': EVERYBODY,
  'people.invite': MANAGER,
  'people.switch': MANAGER,
  'people.withdrawInvitation': MANAGER,
  'members.add': MANAGER,
  'members.all': MANAGER,
  'members.change': MANAGER,
  'memberAccounts.confirm': MANAGER,
  'memberAccounts.drop': ['member', ...MONEY],
  'memberAccounts.of': MONEY,
  'memberAccounts.own': ['member'],
  'memberAccounts.propose': ['member', ...MONEY],
  'money.books': MONEY,
  'money.board': MONEY,
  'money.drop': MONEY,
  'money.ofOrder': MONEY,
  'money.refund': MONEY,
  'money.refunds': MONEY,
  'money.settle': MONEY,
  'log.head': EVERYBODY,
  'log.keys': EVERYBODY,
  'log.tile': EVERYBODY,
  'notices.board': MANAGER,
  'notices.receive': EVERYBODY,
  'notices.receiveEsms': EVERYBODY,
  'notices.sendAgain': MANAGER,
  'officeOrders.board': ORDERS,
  'officeOrders.boardCounts': ORDERS,
  'officeOrders.cancel': MANAGER,
  'officeOrders.counts': ORDERS,
  'officeOrders.deliver': STAFF,
  'officeOrders.hasCamera': ORDERS,
  'officeOrders.labels': STAFF,
  'officeOrders.lotsForLine': ORDERS,
  'officeOrders.one': ORDERS,
  'officeOrders.packBox': STAFF,
  'officeOrders.receiveTransfer': MONEY,
  'officeOrders.pickList': STAFF,
  'officeOrders.ship': STAFF,
  'officeOrders.toDo': ORDERS,
  'orchards.keepStory': MANAGER,
  'orchards.list': EVERYBODY,
  'orchards.one': EVERYBODY,
  'orchards.story': MANAGER,
  'orderChanges.address': MANAGER,
  'orderChanges.choices': MANAGER,
  'orderChanges.day': MANAGER,
  'orderChanges.quantities': MANAGER,
  'orderChanges.wishes': MANAGER,
  'orderStory.one': MONEY,
  'ownOrder.byLink': EVERYBODY,
  'ownOrder.cancel': EVERYBODY,
  'ownOrder.changeAddress': EVERYBODY,
  'ownOrder.changeDay': EVERYBODY,
  'ownOrder.changeQuantities': EVERYBODY,
  'ownOrder.changeWishes': EVERYBODY,
  'ownOrder.choices': EVERYBODY,
  'phoneEntries.ofPage': ORDERS,
  'packing.crate': STAFF,
  'packing.handovers': STAFF,
  'packing.labelsZpl': STAFF,
  'packing.lastBoxes': STAFF,
  'packing.loadLabel': STAFF,
  'packing.packScanned': STAFF,
  'packing.papers': ORDERS,
  'packing.queue': STAFF,
  'phoneEntries.say': ROLES,
  'plots.close': MANAGER,
  'plots.keep': GROWERS,
  'plots.list': ROLES,
  'plots.offers': GROWERS,
  'preorders.close': MANAGER,
  'preorders.inOffice': STAFF,
  'preorders.offer': EVERYBODY,
  'preorders.onSale': EVERYBODY,
  'preorders.oneInOffice': STAFF,
  'preorders.open': MANAGER,
  'preorders.place': EVERYBODY,
  'preorders.shareOut': MANAGER,
  'products.deliveryPrices': EVERYBODY,
  'products.find': EVERYBODY,
  'products.list': EVERYBODY,
  'products.one': EVERYBODY,
  'products.priceCart': EVERYBODY,
  'products.seasons': EVERYBODY,
  'ratings.act': MANAGER,
  'ratings.erase': EVERYBODY,
  'ratings.give': EVERYBODY,
  'ratings.inOffice': MANAGER,
  'ratings.ofProduct': EVERYBODY,
  'recalls.answer': EVERYBODY,
  'recalls.drill': MANAGER,
  'recalls.end': MANAGER,
  'recalls.extend': MANAGER,
  'recalls.find': MANAGER,
  'recalls.heard': MANAGER,
  'recalls.letGo': MANAGER,
  'recalls.list': MANAGER,
  'recalls.mine': EVERYBODY,
  'recalls.one': MANAGER,
  'recalls.preview': MANAGER,
  'recalls.reach': MANAGER,
  'recalls.reachFile': MANAGER,
  'recalls.report': MANAGER,
  'recalls.start': MANAGER,
  'resolver.item': EVERYBODY,
  'resolver.load': EVERYBODY,
  'resolver.place': EVERYBODY,
  'resolver.recall': EVERYBODY,
  'returns.takeBack': STAFF,
  'scans.board': MANAGER,
  'scans.count': EVERYBODY,
  'scans.eraseReport': MANAGER,
  'scans.enterPin': EVERYBODY,
  'scans.lookAtFlag': MANAGER,
  'scans.lookAtReport': MANAGER,
  'scans.ofBox': EVERYBODY,
  'scans.report': EVERYBODY,
  'scans.slips': STAFF,
  'seeing.look': MONEY,
  'seeing.rows': MONEY,
  'session.askCode': EVERYBODY,
  'session.beginEntry': EVERYBODY,
  'session.demoSignIns': EVERYBODY,
  'session.enterByCode': EVERYBODY,
  'session.enterByPasskey': EVERYBODY,
  'session.me': EVERYBODY,
  'session.signIn': EVERYBODY,
  'session.signOut': EVERYBODY,
  'session.ways': EVERYBODY,
  'unpacking.ofOrder': ORDERS,
  'unpacking.unpack': STAFF,
  'withdrawals.end': MANAGER,
  'withdrawals.withdraw': MANAGER,
  'state.lot': MANAGER,
  'state.putStamp': MANAGER,
  'state.stamp': MANAGER,
  'store.addPlace': MANAGER,
  'store.grade': STAFF,
  'store.inspect': STAFF,
  'settlement.addRule': MANAGER,
  'settlement.approve': MONEY,
  'settlement.board': MONEY,
  'settlement.drop': MONEY,
  'settlement.one': MONEY,
  'settlement.payAdvance': MONEY,
  'settlement.payOut': MONEY,
  'settlement.prepare': MONEY,
  'settlement.preview': MONEY,
  'invoices.list': MONEY,
  'vat.addRule': MONEY,
  'vat.list': MONEY,
  'vat.kept': MONEY,
  'vat.lower': MONEY,
  'yearEnd.addDealing': MONEY,
  'yearEnd.addRule': MANAGER,
  'yearEnd.approve': MONEY,
  'yearEnd.correctSide': MONEY,
  'yearEnd.drop': MONEY,
  'yearEnd.one': MONEY,
  'yearEnd.payShare': MONEY,
  'yearEnd.prepare': MONEY,
  'yearEnd.undoDealing': MONEY,
  'yearEnd.unpaid': MONEY,
  'capital.add': MONEY,
  'capital.addCharter': MANAGER,
  'capital.board': MONEY,
  'statements.list': ['member', ...MONEY],
  'statements.one': ['member', ...MONEY],
  'statements.standing': MEMBER,
  'store.ledger': ROLES,
  'store.move': STAFF,
  'store.places': STAFF,
  'store.readTemperature': STAFF,
  'store.saveStocktake': STAFF,
  'store.sheet': STAFF,
  'store.spoil': STAFF,
  'terms.history': EVERYBODY,
  'terms.inForce': EVERYBODY,
  'terms.ofOrder': EVERYBODY,
  'terms.one': EVERYBODY,
  'terms.publish': MANAGER,
  'trail.acts': MANAGER,
  'trail.export': MANAGER,
  'vouchers.list': MONEY,
  'vouchers.make': MONEY,
  'vouchers.switch': MONEY,
};

const procedures = apiRouter._def.procedures as unknown as Record<
  string,
  { _def: { type: 'query' | 'mutation'; inputs: unknown[]; meta?: Access } }
>;

/** An auditor reads whatever a manager reads, and writes nothing. */
function callersOf(path: string): readonly Who[] {
  const may = MAY_CALL[path] ?? [];
  const reads = procedures[path]?._def.type === 'query' && may.includes('manager');
  return CALLERS.filter((who) => may.includes(who) || (who === 'auditor' && reads));
}

let shop: Shop;
const cookies = new Map<Who, Headers>();

beforeAll(async () => {
  shop = await aShop();
  for (const who of CALLERS) cookies.set(who, await headersOf(who));
  // What a second factor opens is another test's: here everybody has just given its code.
  await shop.db.session.updateMany({ data: { provedAt: new Date() } });
});
afterAll(() => shop.close());

function headersOf(who: Who): Promise<Headers> {
  if (who === 'guest') return Promise.resolve(new Headers());
  if (who === 'buyer') return shop.buyerOf('0900000103');
  return shop.personWith(who === 'newcomer' ? [] : [who], who === 'member' ? 'mem_named' : undefined);
}

/** Calls a procedure over HTTP with input that no procedure takes. Returns the answer's code. */
async function knock(path: string, headers: Headers): Promise<string> {
  const nonsense = JSON.stringify({ json: 7 });
  const url = `https://shop.example/api/trpc/${path}`;
  const request =
    procedures[path]?._def.type === 'mutation'
      ? new Request(url, {
          method: 'POST',
          body: nonsense,
          headers: { 'content-type': 'application/json', cookie: headers.get('cookie') ?? '' },
        })
      : new Request(`${url}?input=${encodeURIComponent(nonsense)}`, { headers });
  const answer = (await (await shop.gate.answer(request)).json()) as {
    error?: { json: { data: { code: string } } };
  };
  return answer.error?.json.data.code ?? 'OK';
}

describe('who may call', () => {
  it('is written down for every procedure, and for none that is gone', () => {
    expect(Object.keys(MAY_CALL).sort()).toEqual(Object.keys(procedures).sort());
  });

  it.each(Object.keys(procedures))('%s is as the procedure itself names it', (path) => {
    const { meta, type } = procedures[path]?._def ?? {};
    const may = meta && type && mayCall(meta.may, type);
    const named = may === 'anyone' ? EVERYBODY : CALLERS.filter((who) => may?.some((role) => role === who));
    expect(named).toEqual(callersOf(path));
  });

  it.each(Object.keys(MAY_CALL))('%s opens to those alone, and looks at no input of others', async (path) => {
    const may = callersOf(path);
    const takesInput = (procedures[path]?._def.inputs.length ?? 0) > 0;
    for (const who of CALLERS) {
      const headers = path === 'session.signOut' ? await headersOf(who) : (cookies.get(who) as Headers);
      const refused = who === 'guest' || who === 'buyer' ? 'UNAUTHORIZED' : 'FORBIDDEN';
      const opened = takesInput ? 'BAD_REQUEST' : 'OK';
      expect([who, await knock(path, headers)]).toEqual([who, may.includes(who) ? opened : refused]);
    }
  });

  it('changes with the roles, in sessions that are open already', async () => {
    const headers = await shop.personWith(['packer']);
    expect(await knock('officeOrders.counts', headers)).toBe('OK');
    const me = await (await shop.as(headers)).session.me();
    if (me.kind !== 'person') throw new Error('a guest');
    await shop.db.userRole.deleteMany({ where: { userId: me.userId } });
    expect(await knock('officeOrders.counts', headers)).toBe('FORBIDDEN');
  });

  it('is not opened by a cookie that nobody was given', async () => {
    const forged = new Headers({ cookie: 'baunghe.session_token=abc.def' });
    expect(await knock('officeOrders.counts', forged)).toBe('UNAUTHORIZED');
  });
});
