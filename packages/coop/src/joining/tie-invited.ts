import type { Tx } from '@baunghe/db';

/** Gives an account that an accepted applicant's invitation made to the member they became. */
export async function tieInvited(
  tx: Tx,
  { invitationId, userId }: { invitationId: string; userId: string },
): Promise<void> {
  const application = await tx.application.findUnique({
    where: { invitationId },
    select: { memberId: true },
  });
  if (application?.memberId)
    await tx.member.updateMany({ where: { id: application.memberId, userId: null }, data: { userId } });
}
