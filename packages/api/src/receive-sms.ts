import { type PhonePerson, personOfPhone, phoneNumber } from '@baunghe/coop';
import { type Moment, type SmsOutcome, type Tx, vietnamDay } from '@baunghe/db';
import {
  type GatewayEvent,
  isKnownTelling,
  keepInbound,
  noteDelivery,
  parseRecallReply,
  queueSms,
  type RecordedBySms,
  strangerWasTold,
  timesNotUnderstood,
} from '@baunghe/notices';
import { answerRecall, recallsOfPhone } from '@baunghe/orders';
import { actOnSms } from './act-on-sms.ts';
import type { ApiSettings, SmsSettings } from './context.ts';
import type { SmsAnswer } from './sms-answers.ts';

/** What became of a gateway's telling: dealt with, dealt with before, a message of ours noted, or nothing for us. */
export type Received = 'kept' | 'again' | 'noted' | 'ignored';

type Told = Extract<GatewayEvent, { kind: 'received' }>;

/** Whom a text is from: a person's registered number, a number that can be answered, or neither. */
interface From {
  phone: string | null;
  person: PhonePerson | null;
}

interface Outcome {
  outcome: SmsOutcome;
  answer: SmsAnswer | null;
  recorded: RecordedBySms | null;
}

/** A number that writes what nobody understands is told so this often an hour: two machines do not talk for ever. */
const TOLD_UNCLEAR = 5;

const SILENT: Outcome = { outcome: 'silent', answer: null, recorded: null };

/** Deals with what a gateway told of, once by its id: the act, what came in and its answer are one transaction. */
export async function receiveSms(
  tx: Tx,
  moment: Moment,
  settings: ApiSettings & { sms: SmsSettings },
  event: GatewayEvent,
): Promise<Received> {
  if (event.kind === 'other') return 'ignored';
  if (event.kind !== 'received') {
    await noteDelivery(tx, moment, event);
    return 'noted';
  }
  if (await isKnownTelling(tx, event)) return 'again';
  const from = await whoWrote(tx, event.sender);
  const { outcome, answer, recorded } = await dealWith(tx, moment, settings, event, from);
  const { id: gatewayId, sender, message, receivedAt } = event;
  const userId = from.person?.userId ?? null;
  const inbound = { gatewayId, sender, userId, message, receivedAt, outcome, recorded };
  const answersId = await keepInbound(tx, moment, inbound);
  if (answer === null || from.phone === null) return 'kept';
  await queueSms(tx, moment, {
    kind: outcome === 'stranger' || outcome === 'unclear' ? outcome : 'answer',
    phone: from.phone,
    text: settings.sms.words(answer),
    answersId,
    strangerDay: outcome === 'stranger' ? vietnamDay(moment.now) : null,
    demo: settings.demo || (from.person?.demo ?? false),
  });
  return 'kept';
}

/** A fixed line, a short code or a name cannot be answered; a number abroad is not, unless it is registered. */
async function whoWrote(tx: Tx, sender: string): Promise<From> {
  const read = phoneNumber(sender);
  if (!read.ok || !read.value.mobile) return { phone: null, person: null };
  const { e164 } = read.value;
  const person = await personOfPhone(tx, e164);
  return { phone: person || e164.startsWith('+84') ? e164 : null, person };
}

async function dealWith(
  tx: Tx,
  moment: Moment,
  { gln, demo }: ApiSettings,
  { sender, message, receivedAt }: Told,
  { phone, person }: From,
): Promise<Outcome> {
  if (phone === null || (person?.demo && !demo)) return SILENT;
  const recalled = await replyToRecall(tx, moment, phone, message);
  if (recalled) return recalled;
  if (!person || person.roles.length === 0) {
    if (await strangerWasTold(tx, phone, vietnamDay(moment.now))) return SILENT;
    return { outcome: 'stranger', answer: { code: 'stranger' }, recorded: null };
  }
  const { answer, recorded } = await actOnSms(tx, moment, { person, sender, message, receivedAt, gln });
  const outcome = outcomeOf(answer);
  const anHourAgo = new Date(moment.now.getTime() - 3_600_000);
  if (outcome === 'unclear' && (await timesNotUnderstood(tx, phone, anHourAgo)) >= TOLD_UNCLEAR)
    return SILENT;
  return { outcome, answer, recorded };
}

/** What a number that was told of a recall says of its fruit; null when it says nothing of it, or was not told. */
async function replyToRecall(
  tx: Tx,
  moment: Moment,
  phone: string,
  message: string,
): Promise<Outcome | null> {
  const fate = parseRecallReply(message);
  const buyers = fate ? await recallsOfPhone(tx, phone) : [];
  if (fate === null || buyers.length === 0) return null;
  for (const buyerId of buyers) await answerRecall(tx, moment, { buyerId, fate, via: 'sms', byUser: null });
  return { outcome: 'done', answer: { code: 'recall_heard', fate }, recorded: null };
}

function outcomeOf({ code }: SmsAnswer): SmsOutcome {
  switch (code) {
    case 'unclear':
    case 'harvest_unclear':
    case 'undo_which':
      return 'unclear';
    case 'harvest_same':
      return 'asked';
    case 'harvest_refused':
    case 'not_undone':
    case 'may_not':
      return 'refused';
    default:
      return 'done';
  }
}
