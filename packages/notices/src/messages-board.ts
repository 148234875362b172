import type { SmsKind, SmsOutcome, SmsState, Tx } from '@baunghe/db';

/** A message that came in, as staff see it. */
export interface InboundRow {
  id: string;
  sender: string;
  /** Whose number it is; null for nobody's. */
  name: string | null;
  message: string;
  arrivedAt: Date;
  outcome: SmsOutcome;
}

/** A message of the outbox, as staff see it. */
export interface OutboundRow {
  id: string;
  phone: string;
  /** Null: wiped, or a code that is nobody's to read. */
  text: string | null;
  kind: SmsKind;
  state: SmsState;
  demo: boolean;
  attempts: number;
  createdAt: Date;
  sentAt: Date | null;
  deliveredAt: Date | null;
  trouble: string | null;
  /** Whether it failed and was not sent again yet. */
  maySendAgain: boolean;
}

/** A page of rows and where the next begins; null at the end. */
export interface Page<Row> {
  rows: Row[];
  next: string | null;
}

/** Messages that came in, newest first, paged by id: ids sort by the time they were made. */
export async function inboundPage(
  tx: Tx,
  of: { after: string | null; limit: number },
): Promise<Page<InboundRow>> {
  const found = await tx.smsInbound.findMany(pageOf(of));
  const users = found.flatMap(({ userId }) => userId ?? []);
  const named = await tx.user.findMany({ where: { id: { in: users } }, select: { id: true, name: true } });
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const rows = found.map(({ id, sender, userId, message, arrivedAt, outcome }) => {
    return { id, sender, name: names.get(userId ?? '') ?? null, message, arrivedAt, outcome };
  });
  return cut(rows, of.limit);
}

/** Messages of the outbox, newest first, paged in the same way. */
export async function outboundPage(
  tx: Tx,
  of: { after: string | null; limit: number },
): Promise<Page<OutboundRow>> {
  const found = await tx.smsOutbound.findMany({
    ...pageOf(of),
    omit: { answersId: true, strangerDay: true, nextAt: true, againOfId: true },
    include: { sentAgain: { select: { id: true } } },
  });
  const rows = found.map(({ sentAgain, wipedAt, ...row }) => {
    const text = wipedAt || row.kind === 'sign_in_code' || row.kind === 'invitation' ? null : row.text;
    const maySendAgain = row.state === 'failed' && !row.demo && !wipedAt && sentAgain === null;
    return { ...row, text, maySendAgain };
  });
  return cut(rows, of.limit);
}

function pageOf({ after, limit }: { after: string | null; limit: number }) {
  return { where: after ? { id: { lt: after } } : {}, orderBy: { id: 'desc' }, take: limit + 1 } as const;
}

function cut<Row extends { id: string }>(found: readonly Row[], limit: number): Page<Row> {
  const rows = found.slice(0, limit);
  return { rows, next: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}
