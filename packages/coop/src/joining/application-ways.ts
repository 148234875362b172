import type { ApplicationState, Moment, Tx } from '@baunghe/db';

/** The ways of an application, as the database's `application_way` table holds them; a test says that both agree. */
export const APPLICATION_WAYS: Readonly<Record<ApplicationState, readonly ApplicationState[]>> = {
  draft: ['received'],
  received: ['looked_at', 'withdrawn'],
  looked_at: ['more_asked', 'accepted', 'refused', 'withdrawn'],
  more_asked: ['looked_at', 'withdrawn'],
  accepted: [],
  refused: [],
  withdrawn: [],
};

/** Whether an application may go from one state to another. */
export function mayApplicationGo(from: ApplicationState, to: ApplicationState): boolean {
  return APPLICATION_WAYS[from].includes(to);
}

const ENDS: readonly ApplicationState[] = ['accepted', 'refused', 'withdrawn'];

/** Moves an application one step and keeps who, when and in which words. The row must be locked and the way checked. */
export async function takeApplicationStep(
  tx: Tx,
  moment: Moment,
  step: {
    id: string;
    from: ApplicationState;
    to: ApplicationState;
    byUser: string | null;
    words: string | null;
    memberId?: string;
  },
): Promise<void> {
  const { id, from, to, byUser, words, memberId } = step;
  await tx.applicationStep.create({
    data: { applicationId: id, fromState: from, toState: to, at: moment.now, byUser, words },
  });
  const opensRound = from === 'more_asked' && to === 'looked_at';
  await tx.application.update({
    where: { id },
    data: {
      state: to,
      ...(from === 'draft' ? { sentAt: moment.now } : {}),
      ...(ENDS.includes(to) ? { endedAt: moment.now } : {}),
      ...(opensRound ? { round: { increment: 1 } } : {}),
      ...(memberId ? { memberId } : {}),
    },
    select: { id: true },
  });
}
