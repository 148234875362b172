import { fail, lockRows, type Moment, ok, type Result, type Tx, vietnamDay } from '@baunghe/db';
import { draftPlots } from '@baunghe/farm';
import { addMember, type MemberRefusal } from '../members.ts';
import type { Phone } from '../phone-number.ts';
import { invite } from '../staff/invitations.ts';
import { takeApplicationStep } from './application-ways.ts';

/** The fewest of the board that any decision needs; the database holds to it whatever is configured. */
export const LEAST_VOTES = 2;

/** What one of the board says. */
export interface Vote {
  id: string;
  userId: string;
  yes: boolean;
  /** Always there against. */
  why: string | null;
}

/** Why a vote is not counted. */
export type VoteRefusal = {
  code: 'application_unknown' | 'application_state' | 'voted_before' | 'vote_reason_missing';
};

/** Counts the vote of one of the board: once by each person, until more is asked for. */
export async function voteOnApplication(
  tx: Tx,
  moment: Moment,
  { id, userId, yes, why }: Vote,
): Promise<Result<{ code: string }, VoteRefusal>> {
  await lockRows(tx, 'application', [id]);
  const found = await tx.application.findUnique({ where: { id } });
  if (!found || found.state === 'draft') return fail({ code: 'application_unknown' });
  if (found.state !== 'looked_at') return fail({ code: 'application_state' });
  if (!yes && why === null) return fail({ code: 'vote_reason_missing' });
  const { code, round } = found;
  const mine = { applicationId: id, round, userId };
  if ((await tx.applicationVote.count({ where: mine })) > 0) return fail({ code: 'voted_before' });
  await tx.applicationVote.create({ data: { ...mine, yes, why, at: moment.now } });
  return ok({ code });
}

/** What the board decided, written down by one of them; `votes`: so many are needed. */
export type Decision = { id: string; byUser: string; votes: number; secret: string } & (
  | { to: 'accepted'; memberCode: string; words: string | null }
  | { to: 'refused'; words: string }
);

/** Why nothing is decided. After `member_code_taken` the transaction can only be rolled back. */
export type DecideRefusal =
  | MemberRefusal
  | { code: 'application_unknown' | 'application_state' }
  | { code: 'board_undecided'; needed: number; yes: number; no: number };

/** What came of an application: whoever was accepted is a member, and invited unless their number has an account. */
export interface Decided {
  code: string;
  memberId: string | null;
  invitationId: string | null;
}

/**
 * Writes the board's decision down. Accepted, the applicant becomes a member whose land waits to be surveyed, and is
 * invited to sign in; where their number has an account that is no member's yet, it becomes theirs.
 */
export async function decideApplication(
  tx: Tx,
  moment: Moment,
  decision: Decision,
): Promise<Result<Decided, DecideRefusal>> {
  const { id, byUser, to, words } = decision;
  await lockRows(tx, 'application', [id]);
  const found = await tx.application.findUnique({
    where: { id },
    include: { votes: true, plots: { orderBy: { position: 'asc' } } },
  });
  if (!found || found.state === 'draft') return fail({ code: 'application_unknown' });
  if (found.state !== 'looked_at') return fail({ code: 'application_state' });
  const counted = found.votes.filter(({ round }) => round === found.round);
  const yes = counted.filter((vote) => vote.yes).length;
  const no = counted.length - yes;
  const needed = Math.max(LEAST_VOTES, decision.votes);
  const [mine, other] = to === 'accepted' ? [yes, no] : [no, yes];
  if (mine < needed || mine <= other) return fail({ code: 'board_undecided', needed, yes, no });
  const step = { id, from: 'looked_at', to, byUser, words } as const;
  if (to === 'refused') {
    await takeApplicationStep(tx, moment, step);
    return ok({ code: found.code, memberId: null, invitationId: null });
  }
  const { name, plots } = found;
  const member = {
    code: decision.memberCode,
    name,
    shown: 'nothing',
    joinedOn: vietnamDay(moment.now),
  } as const;
  const made = await addMember(tx, moment, { userId: byUser }, member);
  if (!made.ok) return made;
  const { id: memberId } = made.value;
  await draftPlots(tx, moment, memberId, plots);
  await takeApplicationStep(tx, moment, { ...step, memberId });
  const invitationId = await inviteMember(tx, moment, {
    ...decision,
    memberId,
    name,
    phone: found.phone as Phone,
  });
  if (found.demo) await tx.member.update({ where: { id: memberId }, data: { demo: true } });
  return ok({ code: found.code, memberId, invitationId });
}

/** Invites a new member to sign in; null where their number has an account, which is theirs from now on. */
async function inviteMember(
  tx: Tx,
  moment: Moment,
  who: { id: string; memberId: string; name: string; phone: Phone; byUser: string; secret: string },
): Promise<string | null> {
  const { id, memberId, name, phone, byUser, secret } = who;
  const invited = await invite(tx, moment, { name, phone, roles: ['member'], secret, byUser });
  if (invited.ok) {
    await tx.application.update({ where: { id }, data: { invitationId: invited.value.id } });
    return invited.value.id;
  }
  const account = await tx.user.findFirst({
    where: { phoneNumber: phone, member: null },
    select: { id: true },
  });
  if (account) {
    await tx.member.update({ where: { id: memberId }, data: { userId: account.id } });
    await tx.userRole.createMany({ data: [{ userId: account.id, role: 'member' }], skipDuplicates: true });
  }
  return null;
}

/** Invites an accepted applicant again, who has not signed in yet: the link of before may be lost or late. */
export async function inviteAgain(
  tx: Tx,
  moment: Moment,
  { id, byUser, secret }: { id: string; byUser: string; secret: string },
): Promise<Result<Decided, { code: 'application_unknown' | 'phone_taken' }>> {
  await lockRows(tx, 'application', [id]);
  const found = await tx.application.findUnique({ where: { id }, include: { member: true } });
  if (!found?.member) return fail({ code: 'application_unknown' });
  const { code, name, memberId } = found;
  if (found.member.userId !== null) return fail({ code: 'phone_taken' });
  const invited = await invite(tx, moment, {
    ...{ name, phone: found.phone as Phone, roles: ['member'], secret, byUser },
  });
  if (!invited.ok) return invited;
  const { id: invitationId } = invited.value;
  await tx.application.update({ where: { id }, data: { invitationId } });
  return ok({ code, memberId, invitationId });
}
