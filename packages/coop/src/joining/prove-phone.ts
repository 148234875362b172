import { fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import type { Phone } from '../phone-number.ts';
import { type DraftRefusal, lockedDraft } from './begin-application.ts';

/** Says another number of a draft, which is to be proved anew; the same one stays as it is. */
export async function changeDraftPhone(
  tx: Tx,
  { id, phone }: { id: string; phone: Phone },
): Promise<Result<undefined, DraftRefusal>> {
  const draft = await lockedDraft(tx, id);
  if (!draft.ok) return draft;
  if (draft.value.phone !== phone)
    await tx.application.update({
      where: { id },
      data: { phone, phoneProvedAt: null },
      select: { id: true },
    });
  return ok(undefined);
}

/** Keeps that a code was typed which went to a draft's number: `phone` is whose code it was. */
export async function notePhoneProved(
  tx: Tx,
  moment: Moment,
  { id, phone }: { id: string; phone: Phone },
): Promise<Result<undefined, DraftRefusal | { code: 'code_wrong' }>> {
  const draft = await lockedDraft(tx, id);
  if (!draft.ok) return draft;
  if (draft.value.phone !== phone) return fail({ code: 'code_wrong' });
  const data = { phoneProvedAt: moment.now };
  await tx.application.update({ where: { id }, data, select: { id: true } });
  return ok(undefined);
}
