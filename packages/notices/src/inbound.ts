import { type Moment, newId, plusDays, type SmsOutcome, type Tx } from '@baunghe/db';

/** How long messages are kept, in days. */
const KEPT_DAYS = 400;

/** An SMS that came in, and what became of it. */
export interface InboundSms {
  gatewayId: string;
  sender: string;
  userId: string | null;
  message: string;
  receivedAt: Date;
  outcome: SmsOutcome;
  /** Set when it recorded a harvest: what undoes it is the code. */
  recorded: { harvestId: string; undoCode: string } | null;
}

/** How far apart the same words of one sender may have come in to be asked about, in milliseconds. */
const SAME_WORDS_MS = 2 * 60_000;

/** An SMS as a gateway tells of it. */
interface Told {
  id: string;
  sender: string;
  message: string;
  receivedAt: Date;
}

/**
 * Lets one message of a sender be dealt with at a time, until the transaction ends, and tells whether this one was
 * dealt with before: by the gateway's id of its telling, or, where two webhooks of a telephone lead here, by the very
 * same sender, words and time of receipt, which two messages do not share.
 */
export async function isKnownTelling(tx: Tx, told: Told): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sms ${told.sender}`}, 0))`;
  const { id: gatewayId, sender, message, receivedAt } = told;
  const same = { sender, message, receivedAt };
  return (await tx.smsInbound.count({ where: { OR: [{ gatewayId }, same] } })) > 0;
}

/**
 * The harvest that a sender recorded by the very same words within two minutes, before or after by the telephone's
 * clock. Networks deliver a message twice, and people send one twice: which it was cannot be known.
 */
export async function sameWordsBefore(
  tx: Tx,
  { sender, message, receivedAt }: Omit<Told, 'id'>,
): Promise<string | null> {
  const near = (ms: number) => new Date(receivedAt.getTime() + ms);
  const before = await tx.smsInbound.findFirst({
    where: {
      ...{ sender, message, harvestId: { not: null } },
      receivedAt: { gte: near(-SAME_WORDS_MS), lte: near(SAME_WORDS_MS) },
    },
    orderBy: [{ arrivedAt: 'desc' }, { id: 'desc' }],
  });
  return before?.harvestId ?? null;
}

/** Keeps what came in, and now and then clears what is older than 400 days. Returns its id. */
export async function keepInbound(tx: Tx, moment: Moment, sms: InboundSms): Promise<string> {
  if (moment.random(1)[0] === 0) await clearOld(tx, plusDays(moment.now, -KEPT_DAYS));
  const { recorded, ...told } = sms;
  const id = newId('smi', moment);
  await tx.smsInbound.create({ data: { id, ...told, ...recorded, arrivedAt: moment.now } });
  return id;
}

async function clearOld(tx: Tx, until: Date): Promise<void> {
  await tx.smsOutbound.deleteMany({ where: { createdAt: { lt: until } } });
  await tx.smsInbound.deleteMany({ where: { arrivedAt: { lt: until } } });
}

/** A harvest that somebody recorded by SMS. */
export interface RecordedBySms {
  harvestId: string;
  undoCode: string;
}

/** The harvests that somebody recorded by SMS since an instant, the last first. */
export async function recordedBySms(tx: Tx, userId: string, since: Date): Promise<RecordedBySms[]> {
  const rows = await tx.smsInbound.findMany({
    where: { userId, arrivedAt: { gte: since }, harvestId: { not: null } },
    orderBy: [{ arrivedAt: 'desc' }, { id: 'desc' }],
  });
  return rows.flatMap(({ harvestId, undoCode }) => (harvestId && undoCode ? [{ harvestId, undoCode }] : []));
}

/** Four figures that none of the taken codes has. */
export function freshUndoCode(moment: Moment, taken: readonly string[]): string {
  for (;;) {
    const [high = 0, low = 0] = moment.random(2);
    const code = String(((high << 8) | low) % 10_000).padStart(4, '0');
    if (!taken.includes(code)) return code;
  }
}
