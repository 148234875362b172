import { addressesRouter } from './addresses.ts';
import { applicationsRouter } from './applications.ts';
import { bankRouter } from './bank.ts';
import { booksRouter } from './books.ts';
import { boxesRouter } from './boxes.ts';
import { bulkRouter } from './bulk.ts';
import { bulkStepsRouter } from './bulk-steps.ts';
import { buyerDataRouter } from './buyer-data.ts';
import { buyersRouter } from './buyers.ts';
import { capitalRouter } from './capital.ts';
import { cardsRouter } from './cards.ts';
import { carriersRouter } from './carriers.ts';
import { certificatesRouter } from './certificates.ts';
import { checkoutRouter } from './checkout.ts';
import { claimsRouter } from './claims.ts';
import { coopDetailsRouter } from './coop-details.ts';
import { correctionsRouter } from './corrections.ts';
import { creditRouter } from './credit.ts';
import { deliveryRouter } from './delivery.ts';
import { diaryRouter } from './diary.ts';
import { epcisRouter } from './epcis.ts';
import { evidenceRouter } from './evidence.ts';
import { exportsRouter } from './exports.ts';
import { farmImportsRouter } from './farm-imports.ts';
import { forecastsRouter } from './forecasts.ts';
import { givingsRouter } from './givings.ts';
import { harvestsRouter } from './harvests.ts';
import { inputsRouter } from './inputs.ts';
import { invoicesRouter } from './invoices.ts';
import { joiningRouter } from './joining.ts';
import { labRouter } from './lab.ts';
import { listingsRouter } from './listings.ts';
import { logRouter } from './log.ts';
import { markdownsRouter } from './markdowns.ts';
import { meRouter } from './me.ts';
import { memberAccountsRouter } from './member-accounts.ts';
import { memberRequestsRouter } from './member-requests.ts';
import { membersRouter } from './members.ts';
import { moneyRouter } from './money.ts';
import { noticesRouter } from './notices.ts';
import { officeOrdersRouter } from './office-orders.ts';
import { orchardsRouter } from './orchards.ts';
import { orderChangesRouter } from './order-changes.ts';
import { orderStoryRouter } from './order-story/index.ts';
import { ownOrderRouter } from './own-order.ts';
import { packingRouter } from './packing.ts';
import { peopleRouter } from './people.ts';
import { phoneEntriesRouter } from './phone-entries.ts';
import { plotsRouter } from './plots.ts';
import { preordersRouter } from './preorders.ts';
import { productsRouter } from './products.ts';
import { ratingsRouter } from './ratings.ts';
import { recallsRouter } from './recalls.ts';
import { resolverRouter } from './resolver.ts';
import { returnsRouter } from './returns.ts';
import { scansRouter } from './scans.ts';
import { seeingRouter } from './seeing.ts';
import { sessionRouter } from './session.ts';
import { settlementRouter } from './settlement.ts';
import { stateRouter } from './state.ts';
import { statementsRouter } from './statements.ts';
import { storeRouter } from './store.ts';
import { termsRouter } from './terms.ts';
import { trailRouter } from './trail.ts';
import { router } from './trpc.ts';
import { unpackingRouter } from './unpacking.ts';
import { vatRouter } from './vat.ts';
import { vouchersRouter } from './vouchers.ts';
import { withdrawalsRouter } from './withdrawals.ts';
import { yearEndRouter } from './year-end.ts';

/** Every read and write that the software can do, each naming who may call it. */
export const apiRouter = router({
  addresses: addressesRouter,
  applications: applicationsRouter,
  joining: joiningRouter,
  memberRequests: memberRequestsRouter,
  bank: bankRouter,
  books: booksRouter,
  boxes: boxesRouter,
  bulk: bulkRouter,
  bulkSteps: bulkStepsRouter,
  cards: cardsRouter,
  carriers: carriersRouter,
  buyerData: buyerDataRouter,
  buyers: buyersRouter,
  certificates: certificatesRouter,
  checkout: checkoutRouter,
  claims: claimsRouter,
  coopDetails: coopDetailsRouter,
  givings: givingsRouter,
  corrections: correctionsRouter,
  delivery: deliveryRouter,
  diary: diaryRouter,
  epcis: epcisRouter,
  evidence: evidenceRouter,
  exports: exportsRouter,
  farmImports: farmImportsRouter,
  forecasts: forecastsRouter,
  harvests: harvestsRouter,
  inputs: inputsRouter,
  lab: labRouter,
  listings: listingsRouter,
  log: logRouter,
  markdowns: markdownsRouter,
  me: meRouter,
  members: membersRouter,
  memberAccounts: memberAccountsRouter,
  money: moneyRouter,
  notices: noticesRouter,
  officeOrders: officeOrdersRouter,
  orchards: orchardsRouter,
  orderChanges: orderChangesRouter,
  orderStory: orderStoryRouter,
  ownOrder: ownOrderRouter,
  packing: packingRouter,
  people: peopleRouter,
  phoneEntries: phoneEntriesRouter,
  plots: plotsRouter,
  preorders: preordersRouter,
  products: productsRouter,
  ratings: ratingsRouter,
  recalls: recallsRouter,
  resolver: resolverRouter,
  returns: returnsRouter,
  scans: scansRouter,
  seeing: seeingRouter,
  session: sessionRouter,
  unpacking: unpackingRouter,
  withdrawals: withdrawalsRouter,
  state: stateRouter,
  settlement: settlementRouter,
  vat: vatRouter,
  invoices: invoicesRouter,
  yearEnd: yearEndRouter,
  capital: capitalRouter,
  statements: statementsRouter,
  store: storeRouter,
  terms: termsRouter,
  trail: trailRouter,
  vouchers: vouchersRouter,
  credit: creditRouter,
});

/** The type that a client's calls are checked against. */
export type ApiRouter = typeof apiRouter;
