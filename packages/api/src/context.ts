import type { Accounts, Actor, Buyer } from '@baunghe/coop';
import type { Database, Moment, Role } from '@baunghe/db';
import type { SmsGateway } from '@baunghe/notices';
import type { BankFeed, CardGateway } from '@baunghe/payments';
import type { KnownNodes, NetworkMark, SignPayload } from '@baunghe/trace';
import type { SmsWords } from './sms-answers.ts';

/** What the procedures need to know of the place they run in; parsed and checked before. */
export interface ApiSettings {
  /** Where boxes' codes lead, without a slash at the end. */
  publicUrl: string;
  /** The cooperative's Global Location Number, 13 digits. */
  gln: string;
  /** The cooperative's GS1 company prefix, 4 to 12 digits. */
  gs1Prefix: string;
  /** The account that transfers go to; null: VietQR is not offered. */
  bank: { bin: string; account: string; accountName: string } | null;
  /** Who tells of the account's movements; left out: nobody does. */
  bankFeed?: BankFeed;
  /** Signs the keys of orders' pages, and makes the numbers under boxes' lids. */
  secret: string;
  /** The most cadmium that fruit may hold, in nanograms a kilogram; not set: CADMIUM_LIMIT of packages/farm. */
  cadmiumLimit?: number;
  /** Whether nobody touches money without a second factor; left out: who has set one up is asked, and no one else. */
  secondFactor?: boolean;
  /** Whether the demo season is what is shown. */
  demo: boolean;
  /** Sign-ins of the demo season, shown to everyone; empty outside demo mode. */
  demoSignIns: readonly DemoSignIn[];
  /** How the board decides on new members, and for how long who was refused is kept; left out: two votes, thirty days. */
  joining?: { votes: number; keepDays: number };
  /** Where the packing house's camera gives a JPEG, its password in it; none is asked without one. */
  packingCamera?: string;
  /** Left out: no SMS comes in, and none goes out. */
  sms?: SmsSettings;
}

/** What SMS need: either way may be set up without the other. */
export interface SmsSettings {
  /** Signs what the gateway tells of; null: nothing is believed. */
  webhookKey: string | null;
  /** Through what messages leave; null: they stay in the outbox. */
  sendsBy: SmsGateway['name'] | null;
  /** Marks the addresses at which eSMS reports; null: nobody is believed there. */
  esmsSecret: string | null;
  words: SmsWords;
}

/** An account that anyone may look around with. */
export interface DemoSignIn {
  name: string;
  role: Role;
  phone: string;
  password: string;
}

/** What every procedure runs with. */
export interface ApiContext {
  database: Database;
  accounts: Accounts;
  settings: ApiSettings;
  actor: Actor;
  /** The buyer who is signed in, beside and apart from `actor`: no role comes of it. */
  buyer: Buyer | null;
  /** The log's verifier keys, `name+id+key`, the newest first. */
  logKeys: readonly string[];
  /** The keys of the witnesses that are asked to cosign. */
  witnessKeys: readonly string[];
  /** Nodes of the log's tree that were read before. */
  knownNodes: KnownNodes;
  /** Through whom cards are taken; null: they are not offered. */
  cardGateway: CardGateway | null;
  /** Signs bytes with the log's keys. */
  signPayload: SignPayload;
  headers: Headers;
  /** The visitor's network as a mark that is forgotten within a day; null where the address is not known. */
  network: NetworkMark | null;
  /** Values for `Set-Cookie` that the answer must carry. */
  setCookie: string[];
  moment: () => Moment;
  /** In an act of the office: whether the trail has it already. */
  act?: { noted: boolean };
  /** Told after every write that was kept, so that cached pages are dropped. */
  written: () => void;
}
