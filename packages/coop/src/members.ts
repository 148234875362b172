import { fail, type MemberShown, type Moment, newId, ok, type Result, refusalOf, type Tx } from '@baunghe/db';

/** A member as the office writes them down. */
export interface NewMember {
  /** Short code painted on crates, such as XV03. */
  code: string;
  /** Full name, family name first. */
  name: string;
  /** What they agreed to show on a public page. */
  shown: MemberShown;
  joinedOn: Date;
}

/** A member as the office sees them. */
export interface MemberInOffice extends NewMember {
  id: string;
  plots: number;
  /** Whether they sign in with an account of their own. */
  signsIn: boolean;
  /** When they last said what may be shown; null where only the beginning is known. */
  agreedAt: Date | null;
}

/** Why a member was not written down. */
export type MemberRefusal = { code: 'member_code_taken' | 'member_unknown' };

type By = { userId: string };

/** All members, by code. */
export async function membersInOffice(tx: Tx): Promise<MemberInOffice[]> {
  const members = await tx.member.findMany({
    include: { _count: { select: { plots: true } }, consents: { orderBy: { id: 'desc' }, take: 1 } },
    orderBy: { code: 'asc' },
  });
  return members.map(({ id, code, name, shown, joinedOn, userId, _count, consents }) => ({
    ...{ id, code, name, shown, joinedOn },
    plots: _count.plots,
    signsIn: userId !== null,
    agreedAt: consents[0]?.at ?? null,
  }));
}

/** Writes a new member down. After `member_code_taken` the transaction can only be rolled back. */
export async function addMember(
  tx: Tx,
  moment: Moment,
  by: By,
  member: NewMember,
): Promise<Result<{ id: string }, MemberRefusal>> {
  const id = newId('mem', moment);
  try {
    await tx.member.create({ data: { id, ...member } });
  } catch (error) {
    if (refusalOf(error)?.sqlState !== '23505') throw error;
    return fail({ code: 'member_code_taken' });
  }
  await tx.memberConsent.create({
    data: { memberId: id, shown: member.shown, at: moment.now, byUser: by.userId },
  });
  return ok({ id });
}

/** Says a member's name anew, or what they agree to show; their code stays on the crates. */
export async function changeMember(
  tx: Tx,
  moment: Moment,
  by: By,
  { id, name, shown }: Pick<MemberInOffice, 'id' | 'name' | 'shown'>,
): Promise<Result<{ id: string }, MemberRefusal>> {
  const before = await tx.member.findUnique({ where: { id } });
  if (!before) return fail({ code: 'member_unknown' });
  await tx.member.update({ where: { id }, data: { name, shown } });
  if (shown !== before.shown)
    await tx.memberConsent.create({ data: { memberId: id, shown, at: moment.now, byUser: by.userId } });
  return ok({ id });
}
