import { type ApplicationState, fail, lockRows, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import type { Phone } from '../phone-number.ts';

/** Why a number is not to be proved. */
export type ProveRefusal = {
  code: 'application_unknown' | 'application_sent' | 'application_state' | 'phone_proved';
};

const OPEN: readonly ApplicationState[] = ['draft', 'received', 'looked_at', 'more_asked'];

/** Whether a code may still prove an application's number: nobody has, and the board has not decided. */
export const mayStillProve = (of: { state: ApplicationState; phoneProvedAt: Date | null }): boolean =>
  of.phoneProvedAt === null && OPEN.includes(of.state);

/**
 * The number that a code goes to. A draft may say another (`phone`), which is to be proved anew; one that was sent keeps
 * its own.
 */
export async function numberToProve(
  tx: Tx,
  { id, phone }: { id: string; phone: Phone | null },
): Promise<Result<Phone, ProveRefusal>> {
  const found = await lockedOpen(tx, id);
  if (!found.ok) return found;
  const { state, phone: kept, phoneProvedAt } = found.value;
  if (phone !== null && phone !== kept) {
    if (state !== 'draft') return fail({ code: 'application_sent' });
    const data = { phone, phoneProvedAt: null };
    await tx.application.update({ where: { id }, data, select: { id: true } });
    return ok(phone);
  }
  if (state !== 'draft' && phoneProvedAt !== null) return fail({ code: 'phone_proved' });
  return ok(kept as Phone);
}

/** Keeps that a code was typed which went to an application's number: `phone` is whose code it was. */
export async function notePhoneProved(
  tx: Tx,
  moment: Moment,
  { id, phone }: { id: string; phone: Phone },
): Promise<Result<undefined, ProveRefusal | { code: 'code_wrong' }>> {
  const found = await lockedOpen(tx, id);
  if (!found.ok) return found;
  if (found.value.phone !== phone) return fail({ code: 'code_wrong' });
  // Whoever was proved since the code left stays so.
  if (found.value.state !== 'draft' && found.value.phoneProvedAt !== null) return ok(undefined);
  const data = { phoneProvedAt: moment.now };
  await tx.application.update({ where: { id }, data, select: { id: true } });
  return ok(undefined);
}

/** An application that the board has not decided, locked. */
async function lockedOpen(tx: Tx, id: string) {
  await lockRows(tx, 'application', [id]);
  const found = await tx.application.findUnique({ where: { id } });
  if (!found || found.erasedAt) return fail({ code: 'application_unknown' } as const);
  return OPEN.includes(found.state) ? ok(found) : fail({ code: 'application_state' } as const);
}
