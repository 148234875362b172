import { addressesRouter } from './addresses.ts';
import { boxesRouter } from './boxes.ts';
import { checkoutRouter } from './checkout.ts';
import { correctionsRouter } from './corrections.ts';
import { epcisRouter } from './epcis.ts';
import { evidenceRouter } from './evidence.ts';
import { harvestsRouter } from './harvests.ts';
import { listingsRouter } from './listings.ts';
import { logRouter } from './log.ts';
import { noticesRouter } from './notices.ts';
import { officeOrdersRouter } from './office-orders.ts';
import { productsRouter } from './products.ts';
import { resolverRouter } from './resolver.ts';
import { returnsRouter } from './returns.ts';
import { scansRouter } from './scans.ts';
import { sessionRouter } from './session.ts';
import { stateRouter } from './state.ts';
import { storeRouter } from './store.ts';
import { router } from './trpc.ts';
import { unpackingRouter } from './unpacking.ts';
import { withdrawalsRouter } from './withdrawals.ts';

/** Every read and write that the software can do, each naming who may call it. */
export const apiRouter = router({
  addresses: addressesRouter,
  boxes: boxesRouter,
  checkout: checkoutRouter,
  corrections: correctionsRouter,
  epcis: epcisRouter,
  evidence: evidenceRouter,
  harvests: harvestsRouter,
  listings: listingsRouter,
  log: logRouter,
  notices: noticesRouter,
  officeOrders: officeOrdersRouter,
  products: productsRouter,
  resolver: resolverRouter,
  returns: returnsRouter,
  scans: scansRouter,
  session: sessionRouter,
  unpacking: unpackingRouter,
  withdrawals: withdrawalsRouter,
  state: stateRouter,
  store: storeRouter,
});

/** The type that a client's calls are checked against. */
export type ApiRouter = typeof apiRouter;
