import { fail, ok, type Result, type Role, refusalOf, type Tx } from '@baunghe/db';
import { endStaffSessions } from './staff-sessions.ts';

/** Somebody of the office, as managers see them. */
export interface PersonInOffice {
  id: string;
  name: string;
  phone: string | null;
  roles: Role[];
  memberCode: string | null;
  /** Null: the account is on. */
  switchedOffAt: Date | null;
  /** Whether money asks them for a code as well. */
  hasSecondFactor: boolean;
  /** How many passkeys they have. */
  passkeys: number;
  /** In how many browsers they are signed in. */
  sessions: number;
}

/** Why a person stays as they are. After `last_manager` the transaction can only be rolled back. */
export type PersonRefusal = { code: 'person_unknown' | 'last_manager' };

/** Everybody with an account, by name. */
export async function peopleInOffice(tx: Tx, now: Date): Promise<PersonInOffice[]> {
  const people = await tx.user.findMany({
    include: {
      roles: { orderBy: { role: 'asc' } },
      member: { select: { code: true } },
      secondFactor: { select: { confirmedAt: true } },
      _count: { select: { passkeys: true, sessions: { where: { expiresAt: { gt: now } } } } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return people.map(({ id, name, phoneNumber, roles, member, secondFactor, switchedOffAt, _count }) => ({
    ...{ id, name, phone: phoneNumber, switchedOffAt, sessions: _count.sessions, passkeys: _count.passkeys },
    roles: roles.map(({ role }) => role),
    memberCode: member?.code ?? null,
    hasSecondFactor: Boolean(secondFactor?.confirmedAt),
  }));
}

/** Gives a person these roles and no others. The last manager stays one: the database sees to it, also in a race. */
export async function changeRoles(
  tx: Tx,
  { userId, roles }: { userId: string; roles: readonly Role[] },
): Promise<Result<undefined, PersonRefusal>> {
  if ((await tx.user.count({ where: { id: userId } })) === 0) return fail({ code: 'person_unknown' });
  await tx.userRole.createMany({ data: roles.map((role) => ({ userId, role })), skipDuplicates: true });
  return unlessLast(() => tx.userRole.deleteMany({ where: { userId, role: { notIn: [...roles] } } }));
}

/** Switches an account off, which ends its sessions, or on again. */
export async function switchAccount(
  tx: Tx,
  now: Date,
  { userId, isOn }: { userId: string; isOn: boolean },
): Promise<Result<undefined, PersonRefusal>> {
  if ((await tx.user.count({ where: { id: userId } })) === 0) return fail({ code: 'person_unknown' });
  if (!isOn) await endStaffSessions(tx, userId, 'all');
  return unlessLast(() =>
    tx.user.updateMany({
      where: { id: userId, switchedOffAt: isOn ? { not: null } : null },
      data: { switchedOffAt: isOn ? null : now },
    }),
  );
}

async function unlessLast(act: () => PromiseLike<unknown>): Promise<Result<undefined, PersonRefusal>> {
  try {
    await act();
    return ok(undefined);
  } catch (error) {
    if (refusalOf(error)?.constraint === 'a_manager_remains') return fail({ code: 'last_manager' });
    throw error;
  }
}
