import { type ApplicationState, fail, lockRows, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import { mayApplicationGo, takeApplicationStep } from './application-ways.ts';
import { lockedDraft } from './begin-application.ts';

/** Why an application is not sent. */
export type SendRefusal = {
  code:
    | 'application_unknown'
    | 'application_sent'
    | 'land_missing'
    | 'capital_missing'
    | 'identity_missing'
    /** All else is there. */
    | 'phone_unproved';
};

/** Sends a draft that has all it needs; `mustProve` tells of its number whether a code could have proved it. */
export async function sendApplication(
  tx: Tx,
  moment: Moment,
  { id, mustProve }: { id: string; mustProve: (phone: string) => boolean },
): Promise<Result<{ code: string }, SendRefusal>> {
  const draft = await lockedDraft(tx, id);
  if (!draft.ok) return draft;
  const { code, kind, capitalDong, phone, phoneProvedAt } = draft.value;
  if ((await tx.applicationPlot.count({ where: { applicationId: id } })) === 0)
    return fail({ code: 'land_missing' });
  if (kind !== 'non_capital' && capitalDong === null) return fail({ code: 'capital_missing' });
  const identity = { applicationId: id, kind: 'identity' } as const;
  if ((await tx.applicationPaper.count({ where: identity })) === 0) return fail({ code: 'identity_missing' });
  if (phoneProvedAt === null && mustProve(phone)) return fail({ code: 'phone_unproved' });
  await takeApplicationStep(tx, moment, { id, from: 'draft', to: 'received', byUser: null, words: null });
  return ok({ code });
}

/** Why an application does not move. */
export type MoveRefusal = { code: 'application_unknown' | 'application_state' };

/**
 * Moves an application along one of its ways that asks for nothing but words: the office looks at it (`looked_at`) or
 * asks for more; the applicant answers that (`looked_at` again, by nobody of the office) or withdraws.
 */
export async function moveApplication(
  tx: Tx,
  moment: Moment,
  step: {
    id: string;
    from: readonly ApplicationState[];
    to: 'looked_at' | 'more_asked' | 'withdrawn';
    byUser: string | null;
    words: string | null;
  },
): Promise<Result<{ code: string }, MoveRefusal>> {
  const { id, to, byUser, words } = step;
  await lockRows(tx, 'application', [id]);
  const found = await tx.application.findUnique({ where: { id } });
  if (!found || found.state === 'draft') return fail({ code: 'application_unknown' });
  const { state: from, code } = found;
  if (!step.from.includes(from) || !mayApplicationGo(from, to)) return fail({ code: 'application_state' });
  await takeApplicationStep(tx, moment, { id, from, to, byUser, words });
  return ok({ code });
}
