import type { PhonePerson } from '@baunghe/coop';
import { type Moment, plusDays, type Tx, vietnamDay } from '@baunghe/db';
import { type NamedPlot, namedPlots, recordHarvest, UNDO_MINUTES, undoHarvest } from '@baunghe/farm';
import {
  freshUndoCode,
  parseCommand,
  type RecordedBySms,
  recordedBySms,
  type SmsCommand,
  sameWordsBefore,
  type Vocabulary,
} from '@baunghe/notices';
import { ordersToDo } from '@baunghe/orders';
import { lotsInStore, wentOut } from '@baunghe/stock';
import type { Pile, SmsAnswer } from './sms-answers.ts';

/** What came of a command: the answer, and the harvest that it recorded. */
export interface SmsAct {
  answer: SmsAnswer;
  recorded: RecordedBySms | null;
}

/** Who asks, when their telephone sent it, and where the cooperative is. */
export interface SmsAsked {
  person: PhonePerson;
  message: string;
  sender: string;
  receivedAt: Date;
  gln: string;
}

type Of<K extends SmsCommand['kind']> = Extract<SmsCommand, { kind: K }>;

/** Most lots, and orders, that are looked through for one message. */
const MOST_LOTS = 500;
const MOST_ORDERS = 200;

/**
 * Does what a registered number asks for, by the same rules as the pages: growers record and undo harvests and see their
 * own fruit, staff see all of the store and what is to be packed.
 */
export async function actOnSms(tx: Tx, moment: Moment, asked: SmsAsked): Promise<SmsAct> {
  const { person } = asked;
  const grows = hasRole(person, 'member', 'manager');
  const plots = grows ? await namedPlots(tx, ownOnly(person)) : [];
  const command = parseCommand(asked.message, vocabularyOf(plots));
  switch (command.kind) {
    case 'harvest':
      return grows ? harvest(tx, moment, asked, command, plots) : said({ code: 'may_not' });
    case 'unclear_harvest':
      return said(grows ? { code: 'harvest_unclear', unclear: command } : { code: 'may_not' });
    case 'undo':
      return said(grows ? await undo(tx, moment, person, command) : { code: 'may_not' });
    case 'store':
      return said({ code: 'store', piles: await pilesOf(tx, person) });
    case 'orders':
      return said(await ordersOf(tx, moment, person));
    case 'help':
      return said({ code: 'help', grows, packs: hasRole(person, 'packer', 'manager') });
    default:
      return said({ code: 'unclear' });
  }
}

const said = (answer: SmsAnswer): SmsAct => ({ answer, recorded: null });

function hasRole({ roles }: PhonePerson, ...wanted: PhonePerson['roles']): boolean {
  return roles.some((role) => wanted.includes(role));
}

/** As on the pages: a manager is not bound to their own plots, a grower without a member's record has none. */
function ownOnly(person: PhonePerson): { memberId?: string } {
  return hasRole(person, 'manager') ? {} : { memberId: person.memberId ?? 'none' };
}

function vocabularyOf(plots: NamedPlot[]): Vocabulary {
  const varieties = new Map(
    plots.flatMap((plot) => plot.varieties.map((variety) => [variety.code, variety])),
  );
  return {
    plots: plots.map(({ id, code }) => ({ id, code })),
    varieties: [...varieties.values()].map(({ code, nameVi, nameEn }) => ({ code, names: [nameVi, nameEn] })),
  };
}

/** The day is the one on which the telephone got the message, which may come through only the day after. */
async function harvest(
  tx: Tx,
  moment: Moment,
  { person, sender, message, receivedAt, gln }: SmsAsked,
  command: Of<'harvest'>,
  plots: NamedPlot[],
): Promise<SmsAct> {
  const { plotId, plotCode, varietyCode, grade, grams } = command;
  const by = { userId: person.userId, memberId: ownOnly(person).memberId ?? null, gln };
  const cutOn = vietnamDay(receivedAt < moment.now ? receivedAt : moment.now);
  const entry = { plotId, varietyCode, grade, grams, cutOn, photoId: null };
  const same = await standingHarvest(tx, await sameWordsBefore(tx, { sender, message, receivedAt }));
  if (same) return said({ code: 'harvest_same', batch: same });
  const done = await recordHarvest(tx, moment, by, entry);
  const growing = plots.find(({ id }) => id === plotId)?.varieties ?? [];
  if (!done.ok) {
    const fruits = growing.map(({ nameVi }) => nameVi);
    return said({ code: 'harvest_refused', refusal: done.error, plotCode, fruits });
  }
  const { harvestId, batch, heldBy } = done.value;
  const before = await recordedBySms(tx, person.userId, plusDays(moment.now, -1));
  const undoCode = freshUndoCode(
    moment,
    before.map((each) => each.undoCode),
  );
  const fruit = growing.find(({ code }) => code === varietyCode)?.nameVi ?? varietyCode;
  const answer = {
    code: 'harvest_recorded',
    fruit,
    grade,
    grams,
    plotCode,
    batch,
    undoCode,
    heldBy,
  } as const;
  return { answer, recorded: { harvestId, undoCode } };
}

/** The batch code of a harvest that was not undone. */
async function standingHarvest(tx: Tx, harvestId: string | null): Promise<string | null> {
  if (harvestId === null || (await tx.harvestUndone.findUnique({ where: { harvestId } }))) return null;
  const lot = await tx.lot.findFirst({ where: { harvestId }, orderBy: { id: 'asc' } });
  return lot?.batch ?? null;
}

/** By its code, or without one the only harvest that can be meant. */
async function undo(tx: Tx, moment: Moment, person: PhonePerson, { code }: Of<'undo'>): Promise<SmsAnswer> {
  const since = (minutes: number) => new Date(moment.now.getTime() - minutes * 60_000);
  const known = await recordedBySms(tx, person.userId, since(code === null ? UNDO_MINUTES : 24 * 60));
  const undone = await tx.harvestUndone.findMany({
    where: { harvestId: { in: known.map(({ harvestId }) => harvestId) } },
  });
  const isUndone = ({ harvestId }: RecordedBySms) => undone.some((each) => each.harvestId === harvestId);
  const meant = known.filter((each) => (code === null ? !isUndone(each) : each.undoCode === code));
  const [only, ...others] = meant;
  if (!only) return { code: 'not_undone', why: { code: 'nothing_to_undo' } };
  if (others.length > 0) return { code: 'undo_which', undoCodes: meant.map(({ undoCode }) => undoCode) };
  const { userId: byUser } = person;
  const done = await undoHarvest(tx, moment, { harvestId: only.harvestId, byUser });
  return done.ok ? { code: 'undone', batch: done.value.join(' ') } : { code: 'not_undone', why: done.error };
}

async function pilesOf(tx: Tx, person: PhonePerson): Promise<Pile[]> {
  const staff = hasRole(person, 'packer', 'manager');
  const own = person.memberId === null ? null : { memberId: person.memberId };
  const of = own ?? (staff ? {} : { memberId: 'none' });
  const piles = new Map<string, Pile>();
  for (const lot of await lotsInStore(tx, { ...of, limit: MOST_LOTS })) {
    if (lot.onHandGrams === 0) continue;
    const held = lot.heldReason !== null;
    const key = [lot.varietyCode, lot.grade, held].join(' ');
    const pile = piles.get(key) ?? { fruit: lot.varietyVi, grade: lot.grade, grams: 0, held };
    piles.set(key, { ...pile, grams: pile.grams + lot.onHandGrams });
  }
  return [...piles.values()].sort((a, b) => b.grams - a.grams);
}

async function ordersOf(tx: Tx, moment: Moment, person: PhonePerson): Promise<SmsAnswer> {
  const { memberId } = person;
  const grown = memberId === null ? null : await wentOut(tx, memberId, vietnamDay(moment.now));
  if (!hasRole(person, 'packer', 'manager'))
    return grown ? { code: 'orders', grown, toPack: null } : { code: 'may_not' };
  const { toPack } = await ordersToDo(tx, MOST_ORDERS);
  const codes = toPack.map(({ code }) => code);
  return { code: 'orders', grown, toPack: { count: codes.length, codes } };
}
