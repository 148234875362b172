import {
  fail,
  lockRows,
  type MembershipKind,
  type Moment,
  newId,
  ok,
  plusDays,
  type Result,
  type Tx,
} from '@baunghe/db';
import { saidCode } from '../said-code.ts';

/** So many applications a day are begun from one number and from one network. */
const MOST_A_DAY = { phone: 3, network: 20 } as const;

const BEGIN_LOCK = 6962_0188;

/** Who wants to become a member, and as what. Texts in NFC, phone in E.164. */
export interface NewApplication {
  name: string;
  phone: string;
  kind: MembershipKind;
  /** Hamlet and commune, in their words. */
  place: string;
  locale: string;
  /** A mark of the sender's network; null where it is not known. */
  network: string | null;
  demo?: boolean;
}

/** Why an application is not begun. */
export type BeginRefusal = { code: 'too_many_applications' };

/** Begins a draft, whose owner agreed just now that it is kept. Returns its code. */
export async function beginApplication(
  tx: Tx,
  moment: Moment,
  who: NewApplication,
): Promise<Result<{ id: string; code: string }, BeginRefusal>> {
  if (await begunTooMany(tx, moment.now, who)) return fail({ code: 'too_many_applications' });
  const id = newId('apl', moment);
  const code = saidCode('GN', moment);
  const { now } = moment;
  await tx.application.create({ data: { id, code, ...who, consentAt: now, createdAt: now } });
  return ok({ id, code });
}

/** Of one number, and of one network, one is counted at a time. */
async function begunTooMany(
  tx: Tx,
  now: Date,
  { phone, network }: Pick<NewApplication, 'phone' | 'network'>,
): Promise<boolean> {
  for (const mark of [phone, ...(network === null ? [] : [network])].sort())
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${BEGIN_LOCK}::int, hashtext(${mark}))`;
  const createdAt = { gt: plusDays(now, -1) };
  if ((await tx.application.count({ where: { phone, createdAt } })) >= MOST_A_DAY.phone) return true;
  if (network === null) return false;
  return (await tx.application.count({ where: { network, createdAt } })) >= MOST_A_DAY.network;
}

/** Land as an applicant tells of it. */
export interface ToldPlot {
  crop: string;
  areaM2: number;
  place: string;
  position: { latitude: number; longitude: number } | null;
}

/** Why a draft stays as it is. */
export type DraftRefusal = {
  code: 'application_unknown' | 'application_sent' | 'land_missing' | 'capital_missing';
};

/** Says anew what land an applicant would bring and what capital they would give. */
export async function tellLand(
  tx: Tx,
  { id, plots, capitalDong }: { id: string; plots: readonly ToldPlot[]; capitalDong: number | null },
): Promise<Result<undefined, DraftRefusal>> {
  const draft = await lockedDraft(tx, id);
  if (!draft.ok) return draft;
  if (plots.length === 0) return fail({ code: 'land_missing' });
  const { kind } = draft.value;
  if (kind !== 'non_capital' && capitalDong === null) return fail({ code: 'capital_missing' });
  await tx.applicationPlot.deleteMany({ where: { applicationId: id } });
  await tx.applicationPlot.createMany({
    data: plots.map(({ position, ...plot }, at) => ({
      applicationId: id,
      position: at,
      ...plot,
      ...position,
    })),
  });
  const given = kind === 'non_capital' || capitalDong === null ? null : BigInt(capitalDong);
  await tx.application.update({ where: { id }, data: { capitalDong: given }, select: { id: true } });
  return ok(undefined);
}

/** Throws a draft away, with all that was in it. */
export async function dropDraft(tx: Tx, id: string): Promise<Result<undefined, DraftRefusal>> {
  const draft = await lockedDraft(tx, id);
  if (!draft.ok) return draft;
  await tx.application.delete({ where: { id }, select: { id: true } });
  return ok(undefined);
}

/** A draft, locked. */
export async function lockedDraft(tx: Tx, id: string) {
  await lockRows(tx, 'application', [id]);
  const found = await tx.application.findUnique({ where: { id } });
  if (!found) return fail({ code: 'application_unknown' } as const);
  return found.state === 'draft' ? ok(found) : fail({ code: 'application_sent' } as const);
}
