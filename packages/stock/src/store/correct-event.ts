import { type CorrectionReason, fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import { recordCorrection, type TraceEventBody } from '@baunghe/trace';
import type { Hand, LotUnknown, NotFree } from './lot-at-hand.ts';
import { spoil } from './spoil.ts';

/** What was wrong with an event, in a word of the CBV's and in the manager's own. */
export interface EventCorrection {
  eventId: string;
  reason: CorrectionReason;
  words: string;
  /** Of an event about spoiled fruit with a wrong weight: the right one. */
  rightGrams: number | null;
  /** A later event that tells it rightly, where there is one. */
  rightEventId: string | null;
}

/** Why an event is not declared wrong. */
export type CorrectRefusal =
  | { code: 'event_unknown' }
  | { code: 'event_corrected'; at: Date }
  /** Boxes or lots came of it: it may have been told wrongly, but it did occur. */
  | { code: 'event_did_occur' }
  | { code: 'right_event_unknown' }
  | LotUnknown
  | NotFree;

/** Which events may be said never to have occurred: nothing but the ledger's own row hangs on them. */
export const mayNotHaveOccurred = (event: {
  bizStep: string;
  moves: readonly { kind: string }[];
  placing: object | null;
  inspection: object | null;
}): boolean =>
  event.moves.some(({ kind }) => kind === 'spoil') ||
  event.placing !== null ||
  event.inspection !== null ||
  event.bizStep === 'sensor_reporting';

const PARTS = {
  about: true,
  moves: { include: { lot: { select: { batch: true } } } },
  placing: true,
  inspection: true,
  correction: true,
} as const;

type Wrong = NonNullable<Awaited<ReturnType<typeof find>>>;

const find = (tx: Tx, id: string) => tx.traceEvent.findUnique({ where: { id }, include: PARTS });

/**
 * Declares an event wrong by a later one (EPCIS 2.0, 7.4.1.2), once. Fruit that was written off by mistake comes back as
 * a row of the ledger; with `rightGrams` the right weight is written off in its place, by an event that the declaration
 * names. Returns the row id of the declaration.
 */
export async function correctEvent(
  tx: Tx,
  moment: Moment,
  by: Hand,
  correction: EventCorrection,
): Promise<Result<string, CorrectRefusal>> {
  const { eventId, reason, words, rightEventId } = correction;
  await tx.$queryRaw`SELECT FROM "trace_event" WHERE "id" = ${eventId} FOR NO KEY UPDATE`;
  const wrong = await find(tx, eventId);
  if (!wrong || bodyOf(wrong).errorDeclaration) return fail({ code: 'event_unknown' });
  if (wrong.correction) return fail({ code: 'event_corrected', at: wrong.correction.at });
  if (reason === 'did_not_occur' && !mayNotHaveOccurred(wrong)) return fail({ code: 'event_did_occur' });
  if (rightEventId !== null && !(await isLater(tx, wrong, rightEventId))) {
    return fail({ code: 'right_event_unknown' });
  }
  const undone = await undo(tx, moment, by, wrong, correction);
  if (!undone.ok) return undone;
  const { right, ...moves } = undone.value;
  const correctedBy = [rightEventId, right].flatMap((id) => (id === null ? [] : [id]));
  const declared = await recordCorrection(tx, moment, { eventId, reason, correctedBy });
  if (!declared.ok) return declared;
  const row = { eventId, declarationId: declared.value, reason, words, ...moves };
  await tx.traceCorrection.create({ data: { ...row, at: moment.now, byUser: by.userId } });
  return declared;
}

const bodyOf = (event: { body: unknown }): TraceEventBody => event.body as TraceEventBody;

/** Whether another event about the same thing was recorded after it. */
async function isLater(tx: Tx, wrong: Wrong, id: string): Promise<boolean> {
  const same = wrong.about.map(({ subject, subjectId }) => ({ subject, subjectId }));
  const where = { id, position: { gt: wrong.position }, about: { some: { OR: same } } };
  const later = await tx.traceEvent.findFirst({ where });
  return later !== null && bodyOf(later).errorDeclaration === undefined;
}

interface Undone {
  undoneMoveId: bigint | null;
  undoMoveId: bigint | null;
  /** The event that writes the right weight off. */
  right: string | null;
}

async function undo(
  tx: Tx,
  moment: Moment,
  by: Hand,
  wrong: Wrong,
  { reason, words, rightGrams }: EventCorrection,
): Promise<Result<Undone, LotUnknown | NotFree>> {
  const move = wrong.moves.find(({ kind }) => kind === 'spoil');
  const weighsOther = reason === 'incorrect_data' && rightGrams !== null;
  if (!move || !(reason === 'did_not_occur' || weighsOther)) {
    return ok({ undoneMoveId: null, undoMoveId: null, right: null });
  }
  const row = { lotId: move.lotId, kind: 'adjust', grams: -move.grams, reason: words } as const;
  const back = await tx.stockMove.create({ data: { ...row, at: moment.now, byUser: by.userId } });
  const undone = { undoneMoveId: move.id, undoMoveId: back.id };
  if (!weighsOther) return ok({ ...undone, right: null });
  const uri = bodyOf(wrong)['baunghe:photo'];
  const photo = move.photoId && uri ? { photoId: move.photoId, uri } : null;
  const again = { batch: move.lot.batch, grams: rightGrams, cause: move.cause ?? 'other', words, photo };
  const spoiled = await spoil(tx, moment, by, again);
  return spoiled.ok ? ok({ ...undone, right: spoiled.value }) : spoiled;
}
