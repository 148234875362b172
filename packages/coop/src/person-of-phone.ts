import type { Role, Tx } from '@baunghe/db';
import type { Phone } from './phone-number.ts';

/** Whose registered number it is. */
export interface PhonePerson {
  userId: string;
  roles: Role[];
  memberId: string | null;
  /** An account of the demo season, whose number is nobody's: never to be messaged. */
  demo: boolean;
}

/** The person of a registered number; null for nobody's, and for an account that is switched off. */
export async function personOfPhone(tx: Tx, phone: Phone): Promise<PhonePerson | null> {
  const user = await tx.user.findUnique({
    where: { phoneNumber: phone },
    select: {
      id: true,
      demo: true,
      switchedOffAt: true,
      member: { select: { id: true } },
      roles: { select: { role: true } },
    },
  });
  if (!user || user.switchedOffAt) return null;
  const roles = user.roles.map(({ role }) => role);
  return { userId: user.id, roles, memberId: user.member?.id ?? null, demo: user.demo };
}
