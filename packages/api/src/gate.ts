import { type Accounts, buyerOf, eraseApplications, forgetSpent } from '@baunghe/coop';
import { type Database, type Moment, thisMoment } from '@baunghe/db';
import { importSome } from '@baunghe/farm';
import { type SmsGateway, sendQueued } from '@baunghe/notices';
import {
  cancelOrder,
  endLapsedHolds,
  eraseOldOrders,
  eraseOldRequests,
  forgetBulkNetworks,
  ordersPastTheirTransfer,
  preordersPastTheirDeposit,
} from '@baunghe/orders';
import { type CardGateway, eraseOldCredit, refundsToAsk } from '@baunghe/payments';
import {
  askWitnesses,
  type KnownNodes,
  type LogSigner,
  NetworkMarks,
  sealEvents,
  signerOfPayloads,
  verifierKeys,
  type Witness,
} from '@baunghe/trace';
import type { TRPCError } from '@trpc/server';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { LRUCache } from 'lru-cache';
import type { ApiContext, ApiSettings } from './context.ts';
import { apiRouter } from './router.ts';
import { settleCards } from './settle-cards.ts';
import { joiningOf } from './tell-applicant.ts';
import { tellBuyer } from './tell-buyer.ts';
import { tellCertificates } from './tell-certificates.ts';
import { createCallerFactory } from './trpc.ts';

/** How long a witness may take to answer, in milliseconds: until then, events that come in the meantime wait. */
const WITNESS_MS = 5_000;

/** So many refunds are asked about in one transaction. */
const MOST_ASKED = 100;

/** About 3 MB: the inner nodes of the tiles that boxes' proofs go through, the least asked for forgotten first. */
const MOST_KNOWN_NODES = 20_000;

const createCaller = createCallerFactory(apiRouter);

/** Calls the procedures in this process, as one visitor. */
export type Caller = ReturnType<typeof createCaller>;

/** The one way in, for pages (`callerFor`), machines (`answer`) and the clock (`cancelUnpaid`). */
export interface Gate {
  /**
   * A caller for a request, and the `Set-Cookie` values that its calls gather for the answer. `address` is where the
   * request came from; no procedure gets to see more of it than a mark. `away` is called when a read fails since the
   * storage is away, and may throw what its page throws then.
   */
  callerFor(
    headers: Headers,
    address?: string,
    away?: () => void,
  ): Promise<{ api: Caller; setCookie: string[] }>;
  /** Answers a request to `/api/trpc/*`. */
  answer(request: Request, address?: string): Promise<Response>;
  /** Cancels orders whose transfer did not come in time and gives their fruit back, and that of checkouts whose time is over. Returns how many orders. */
  cancelUnpaid(): Promise<number>;
  /** Takes, lets go and gives back what cards keep. Returns how many it dealt with; 0: nothing waits, or no cards. */
  settleCards(): Promise<number>;
  /** Erases who and where of orders that ended more than three years ago, and what buyers' accounts have spent. Returns how many orders. */
  eraseOldOrders(): Promise<number>;
  /** Asks buyers whom money is owed back to, and whose account nobody knows, for it. Returns how many. */
  askForAccounts(): Promise<number>;
  /** Tells holders of certificates that these end soon, once at 60 days and once at 14. Returns how many. */
  tellCertificates(): Promise<number>;
  /** Works through the next rows of a file that was sent in. Returns how many; 0: nothing waits. */
  importSome(): Promise<number>;
  /**
   * Gives events that wait their place in the log, signs its new head and shows it to the witnesses. Returns how many
   * events were sealed, and what each witness said that did not cosign.
   */
  seal(): Promise<{ sealed: number; unwitnessed: { witness: string; said: string }[] }>;
  /** Hands messages that are due to the SMS gateway, if there is one. Returns how many it tried. */
  sendMessages(): Promise<number>;
}

/** Builds the gate over a database. `written` is told after every write that was kept. */
export function createGate(parts: {
  database: Database;
  accounts: Accounts;
  settings: ApiSettings;
  log: { signer: LogSigner; witnesses: readonly Witness[] };
  /** Through what SMS leave; never given in the demo. */
  smsGateway?: SmsGateway;
  /** Through whom cards are taken; left out: they are not offered. */
  cardGateway?: CardGateway;
  written?: () => void;
  moment?: () => Moment;
}): Gate {
  const { database, accounts, settings, log, written = () => {}, moment = thisMoment } = parts;
  const logKeys = verifierKeys(log.signer.keys);
  const witnessKeys = verifierKeys(log.witnesses.map(({ key }) => key));
  const signPayload = signerOfPayloads(log.signer);
  const knownNodes: KnownNodes = new LRUCache<string, Uint8Array>({ max: MOST_KNOWN_NODES });
  const marks = new NetworkMarks();
  const contextFor = async (headers: Headers, address?: string): Promise<ApiContext> => {
    const actor = await accounts.whoIs(headers);
    const buyer = await buyerOf(database, moment().now, headers);
    const network = marks.of(address, moment());
    const setCookie: string[] = [];
    const ours = {
      database,
      accounts,
      settings,
      logKeys,
      witnessKeys,
      knownNodes,
      signPayload,
      cardGateway: parts.cardGateway ?? null,
      moment,
      written,
    };
    return { ...ours, actor, buyer, headers, network, setCookie };
  };
  return {
    async callerFor(headers, address, away) {
      const context = await contextFor(headers, address);
      const onError = ({ error, type }: { error: TRPCError; type: string }) => {
        if (error.code === 'SERVICE_UNAVAILABLE' && type === 'query') away?.();
      };
      return { api: createCaller(context, { onError }), setCookie: context.setCookie };
    },
    answer(request, address) {
      return fetchRequestHandler({
        endpoint: '/api/trpc',
        req: request,
        router: apiRouter,
        createContext: () => contextFor(request.headers, address),
        responseMeta: ({ ctx }) => ({
          headers: new Headers((ctx?.setCookie ?? []).map((value) => ['set-cookie', value])),
        }),
      });
    },
    async cancelUnpaid() {
      const freed = await database.$transaction((tx) => endLapsedHolds(tx, moment()));
      const late = [
        ...(await ordersPastTheirTransfer(database, moment().now, 100)),
        ...(await preordersPastTheirDeposit(database, moment(), 100)),
      ];
      for (const orderId of late) {
        await database.$transaction(async (tx) => {
          const gone = await cancelOrder(tx, moment(), { orderId, byUser: null, why: 'transfer_late' });
          if (gone.ok) await tellBuyer(tx, moment(), settings, { orderId, kind: 'order_cancelled' });
        });
      }
      if (late.length + freed > 0) written();
      return late.length;
    },
    async settleCards() {
      return parts.cardGateway ? settleCards({ database, moment, written, settings }, parts.cardGateway) : 0;
    },
    async eraseOldOrders() {
      await database.$transaction((tx) => forgetSpent(tx, moment().now));
      await database.$transaction((tx) => forgetBulkNetworks(tx, moment().now));
      const erased = await database.$transaction((tx) => eraseOldOrders(tx, moment()));
      await database.$transaction((tx) => eraseOldRequests(tx, moment()));
      await database.$transaction((tx) => eraseApplications(tx, moment(), joiningOf(settings).keepDays));
      await database.$transaction((tx) => eraseOldCredit(tx, moment()));
      if (erased > 0) written();
      return erased;
    },
    async askForAccounts() {
      if (!settings.sms) return 0;
      const asked = await database.$transaction(async (tx) => {
        const orders = await refundsToAsk(tx, moment(), MOST_ASKED);
        for (const orderId of orders)
          await tellBuyer(tx, moment(), settings, { orderId, kind: 'payout_asked' });
        return orders.length;
      });
      if (asked > 0) written();
      return asked;
    },
    async tellCertificates() {
      const told = await database.$transaction((tx) => tellCertificates(tx, moment(), settings));
      if (told > 0) written();
      return told;
    },
    async importSome() {
      const rows = await database.$transaction((tx) => importSome(tx, moment()), { timeout: 60_000 });
      if (rows > 0) written();
      return rows;
    },
    async seal() {
      const sealed = await sealEvents(database, log.signer, moment);
      const answers = await askWitnesses(database, log.witnesses, (url, request) =>
        fetch(url, { ...request, signal: AbortSignal.timeout(WITNESS_MS) }),
      );
      const cosigned = answers.filter(({ answer }) => answer.kind === 'cosigned');
      if (sealed > 0 || cosigned.length > 0) written();
      const unwitnessed = answers
        .filter(({ answer }) => answer.kind !== 'cosigned')
        .map(({ witness, answer }) => ({ witness, said: answer.kind }));
      return { sealed, unwitnessed };
    },
    async sendMessages() {
      return parts.smsGateway ? sendQueued(database, parts.smsGateway, moment) : 0;
    },
  };
}
