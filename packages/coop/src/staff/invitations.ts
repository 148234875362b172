import { createHash, createHmac } from 'node:crypto';
import { fail, type Moment, newId, ok, type Result, type Role, type Tx } from '@baunghe/db';
import { type CreateAccountFailure, createAccount } from '../create-account.ts';
import { tieInvited } from '../joining/tie-invited.ts';
import type { Phone } from '../phone-number.ts';

const SEVEN_DAYS_MS = 7 * 86_400_000;

/** Who is asked to work here. */
export interface Invited {
  name: string;
  phone: Phone;
  roles: readonly Role[];
}

/** An invitation that nobody has followed yet. */
export interface OpenInvitation {
  id: string;
  name: string;
  phone: string;
  roles: Role[];
  expiresAt: Date;
}

/** Why an invitation opens nothing: unknown, used, withdrawn and late ones are told alike. */
export type InvitationRefusal = CreateAccountFailure | { code: 'invitation_gone' };

/**
 * The word in an invitation's link. It is kept nowhere, only its hash: the server's secret makes it from the id, so that
 * an invitation that was sent twice has one link.
 */
export function invitationToken(secret: string, id: string): string {
  return createHmac('sha256', secret).update(`invitation:${id}`).digest('base64url').slice(0, 26);
}

/** Asks somebody to work here; their link opens once, within seven days. */
export async function invite(
  tx: Tx,
  moment: Moment,
  { secret, byUser, ...who }: Invited & { secret: string; byUser: string },
): Promise<Result<{ id: string }, { code: 'phone_taken' }>> {
  if ((await tx.user.count({ where: { phoneNumber: who.phone } })) > 0) return fail({ code: 'phone_taken' });
  const { now } = moment;
  const id = newId('inv', moment);
  const expiresAt = new Date(now.getTime() + SEVEN_DAYS_MS);
  const tokenHash = hashOf(invitationToken(secret, id));
  await tx.invitation.create({
    data: {
      ...{ id, tokenHash, byUser, expiresAt, createdAt: now },
      ...{ name: who.name, phone: who.phone, roles: [...new Set(who.roles)] },
    },
  });
  return ok({ id });
}

/** Those that nobody has followed yet, the latest first. */
export async function openInvitations(tx: Tx, now: Date): Promise<OpenInvitation[]> {
  return tx.invitation.findMany({
    where: { usedAt: null, expiresAt: { gt: now } },
    select: { id: true, name: true, phone: true, roles: true, expiresAt: true },
    orderBy: { createdAt: 'desc' },
  });
}

/** Takes an invitation back: its link opens nothing any more. */
export async function withdrawInvitation(tx: Tx, id: string): Promise<void> {
  await tx.invitation.deleteMany({ where: { id, usedAt: null } });
}

/** Whose invitation a link is; null for one that opens nothing. */
export async function invitationOf(tx: Tx, now: Date, token: string): Promise<OpenInvitation | null> {
  return tx.invitation.findFirst({
    where: { tokenHash: hashOf(token), usedAt: null, expiresAt: { gt: now } },
    select: { id: true, name: true, phone: true, roles: true, expiresAt: true },
  });
}

/** Makes the account that an invitation asks for. Of two who follow one link at once, one gets it. */
export async function acceptInvitation(
  tx: Tx,
  moment: Moment,
  { token, password }: { token: string; password: string },
): Promise<Result<{ userId: string; phone: Phone }, InvitationRefusal>> {
  const { now } = moment;
  await tx.$queryRaw`SELECT FROM "invitation" WHERE "tokenHash" = ${hashOf(token)} FOR UPDATE`;
  const found = await invitationOf(tx, now, token);
  if (!found) return fail({ code: 'invitation_gone' });
  const { id, name, roles } = found;
  const phone = found.phone as Phone;
  if ((await tx.user.count({ where: { phoneNumber: phone } })) > 0) return fail({ code: 'phone_taken' });
  const made = await createAccount(tx, { name, phone, password, roles, demo: false }, moment);
  if (!made.ok) return made;
  const { userId } = made.value;
  await tx.invitation.update({ where: { id }, data: { usedAt: now, userId } });
  await tieInvited(tx, { invitationId: id, userId });
  return ok({ userId, phone });
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
