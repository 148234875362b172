import { addressesRouter } from './addresses.ts';
import { boxesRouter } from './boxes.ts';
import { certificatesRouter } from './certificates.ts';
import { checkoutRouter } from './checkout.ts';
import { diaryRouter } from './diary.ts';
import { epcisRouter } from './epcis.ts';
import { farmImportsRouter } from './farm-imports.ts';
import { forecastsRouter } from './forecasts.ts';
import { harvestsRouter } from './harvests.ts';
import { inputsRouter } from './inputs.ts';
import { labRouter } from './lab.ts';
import { logRouter } from './log.ts';
import { officeOrdersRouter } from './office-orders.ts';
import { plotsRouter } from './plots.ts';
import { productsRouter } from './products.ts';
import { resolverRouter } from './resolver.ts';
import { scansRouter } from './scans.ts';
import { sessionRouter } from './session.ts';
import { stateRouter } from './state.ts';
import { router } from './trpc.ts';
import { withdrawalsRouter } from './withdrawals.ts';

/** Every read and write that the software can do, each naming who may call it. */
export const apiRouter = router({
  addresses: addressesRouter,
  boxes: boxesRouter,
  certificates: certificatesRouter,
  checkout: checkoutRouter,
  diary: diaryRouter,
  epcis: epcisRouter,
  farmImports: farmImportsRouter,
  forecasts: forecastsRouter,
  harvests: harvestsRouter,
  inputs: inputsRouter,
  lab: labRouter,
  log: logRouter,
  officeOrders: officeOrdersRouter,
  plots: plotsRouter,
  products: productsRouter,
  resolver: resolverRouter,
  scans: scansRouter,
  session: sessionRouter,
  withdrawals: withdrawalsRouter,
  state: stateRouter,
});

/** The type that a client's calls are checked against. */
export type ApiRouter = typeof apiRouter;
