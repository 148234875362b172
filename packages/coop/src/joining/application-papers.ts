import { fail, lockRows, type Moment, newId, ok, type PaperKind, type Result, type Tx } from '@baunghe/db';
import { type PhotoRefusal, privatePhoto } from '@baunghe/farm';
import { openBytes, sealBytes } from '../seal-bytes.ts';

/** As many photos as an application holds. */
export const MOST_PAPERS = 10;

/** A photo of a paper on its way in; `secret` seals it. */
export interface NewPaper {
  applicationId: string;
  kind: PaperKind;
  original: Uint8Array;
  secret: string;
}

/** Why a photo of a paper is not taken. */
export type PaperRefusal =
  | PhotoRefusal
  | { code: 'application_unknown' }
  | { code: 'application_state' }
  | { code: 'too_many_papers'; most: number };

/** Keeps a photo of a paper, made small and silent and sealed; before it is sent, or when more was asked for. */
export async function addPaper(
  tx: Tx,
  moment: Moment,
  { applicationId, kind, original, secret }: NewPaper,
): Promise<Result<{ paperId: string }, PaperRefusal>> {
  const open = await takesPapers(tx, applicationId);
  if (!open.ok) return open;
  if ((await tx.applicationPaper.count({ where: { applicationId } })) >= MOST_PAPERS)
    return fail({ code: 'too_many_papers', most: MOST_PAPERS });
  const small = await privatePhoto(original);
  if (!small.ok) return small;
  const paperId = newId('app', moment);
  const sealed = sealBytes(moment, secret, 'application-paper', small.value);
  await tx.applicationPaper.create({
    data: { id: paperId, applicationId, kind, sealed, addedAt: moment.now },
    select: { id: true },
  });
  return ok({ paperId });
}

/** Takes a photo out again. One that is not there any more is no fault. */
export async function dropPaper(
  tx: Tx,
  { applicationId, paperId }: { applicationId: string; paperId: string },
): Promise<Result<undefined, PaperRefusal>> {
  const open = await takesPapers(tx, applicationId);
  if (!open.ok) return open;
  if (open.value !== 'draft') return fail({ code: 'application_state' });
  await tx.applicationPaper.deleteMany({ where: { id: paperId, applicationId } });
  return ok(undefined);
}

/** The picture of a paper, WebP; null where there is none, or it was sealed under another secret. */
export async function openPaper(
  tx: Tx,
  { paperId, secret }: { paperId: string; secret: string },
): Promise<{ bytes: Uint8Array<ArrayBuffer>; code: string } | null> {
  const found = await tx.applicationPaper.findUnique({
    where: { id: paperId },
    select: { sealed: true, application: { select: { code: true, state: true } } },
  });
  if (!found || found.application.state === 'draft') return null;
  const bytes = openBytes(secret, 'application-paper', found.sealed);
  return bytes && { bytes, code: found.application.code };
}

async function takesPapers(tx: Tx, id: string) {
  await lockRows(tx, 'application', [id]);
  const found = await tx.application.findUnique({ where: { id }, select: { state: true } });
  if (!found) return fail({ code: 'application_unknown' } as const);
  const { state } = found;
  return state === 'draft' || state === 'more_asked'
    ? ok(state)
    : fail({ code: 'application_state' } as const);
}
