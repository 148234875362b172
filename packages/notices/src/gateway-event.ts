import { fail, ok, type Result } from '@baunghe/db';
import { z } from 'zod';

/** What a gateway tells of. `id` is the same each time it tells of the same. */
export type GatewayEvent =
  | { kind: 'received'; id: string; sender: string; message: string; receivedAt: Date }
  | { kind: 'sent' | 'delivered' | 'failed'; id: string; messageId: string; reason: string | null }
  | { kind: 'other'; id: string };

/** Why a body is no telling of a gateway. `where` is the field that is not as it should be. */
export type EventRefusal = { code: 'not_json' } | { code: 'event_malformed'; where: string };

const MOST_CHARACTERS = 2000;

/** What PostgreSQL can hold and a page can show: no U+0000, no half of a character. */
const mended = (text: string) => text.replace(/\p{Cs}|\0/gu, '\ufffd');
const words = z.string().transform(mended);
const name = words.pipe(z.string().min(1).max(100));
const shortened = z.string().transform((text) => mended(text.slice(0, MOST_CHARACTERS)));
const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

const envelope = z.object({ id: name, event: name, payload: z.unknown() });

/** The sender stands in `sender`, in versions of before 2026 in `phoneNumber` alone. */
const received = z
  .object({
    message: shortened,
    sender: words.nullish(),
    phoneNumber: words.nullish(),
    receivedAt: instant,
  })
  .transform((payload) => ({ ...payload, from: (payload.sender || payload.phoneNumber || '').trim() }))
  .pipe(z.object({ message: z.string(), from: z.string().min(1).max(40), receivedAt: z.date() }));

const ofOurs = z.object({ messageId: name, reason: shortened.nullish() });

const STATES = { 'sms:sent': 'sent', 'sms:delivered': 'delivered', 'sms:failed': 'failed' } as const;

/** Reads what android-sms-gateway posts. Fields and events that nothing is known of are passed over. */
export function readGatewayEvent(body: string): Result<GatewayEvent, EventRefusal> {
  const json = parsed(body);
  if (json === undefined) return fail({ code: 'not_json' });
  const outer = envelope.safeParse(json);
  if (!outer.success) return malformed(outer.error);
  const { id, event, payload } = outer.data;
  if (event === 'sms:received') {
    const read = received.safeParse(payload);
    if (!read.success) return malformed(read.error, 'payload');
    const { from: sender, message, receivedAt } = read.data;
    return ok({ kind: 'received', id, sender, message, receivedAt });
  }
  const kind = STATES[event as keyof typeof STATES];
  if (!Object.hasOwn(STATES, event) || !kind) return ok({ kind: 'other', id });
  const read = ofOurs.safeParse(payload);
  if (!read.success) return malformed(read.error, 'payload');
  return ok({ kind, id, messageId: read.data.messageId, reason: read.data.reason ?? null });
}

/** Undefined for what is no JSON, and for what is nested so deeply that it cannot be read. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function malformed({ issues }: z.ZodError, within?: string) {
  const path = [within, ...(issues[0]?.path ?? [])].filter((part) => part !== undefined);
  return fail({ code: 'event_malformed', where: path.join('.') || 'body' });
}
