import type { Role, Tx } from '@baunghe/db';

/** Who asks for something: everyone is a guest until signed in. */
export type Actor =
  | { kind: 'guest' }
  | { kind: 'person'; userId: string; name: string; roles: Role[]; memberId: string | null };

interface SessionRow {
  userId: string;
  name: string;
  memberId: string | null;
  roles: Role[];
  expiresAt: Date;
}

/**
 * Finds the person behind a session's token, in one query (an index look-up by token). An expired session, and a demo
 * account where those may not sign in, is a guest.
 */
export async function whoHolds(db: Tx, token: string, now: Date, allowDemo: boolean): Promise<Actor> {
  const [row] = await db.$queryRaw<SessionRow[]>`
    SELECT u."id" AS "userId", u."name", m."id" AS "memberId", s."expiresAt",
      ARRAY(SELECT r."role"::text FROM "user_role" r WHERE r."userId" = u."id" ORDER BY r."role") AS "roles"
    FROM "session" s
    JOIN "user" u ON u."id" = s."userId"
    LEFT JOIN "member" m ON m."userId" = u."id"
    WHERE s."token" = ${token} AND (${allowDemo} OR NOT u."demo")`;
  if (!row || row.expiresAt <= now) return { kind: 'guest' };
  return { kind: 'person', userId: row.userId, name: row.name, roles: row.roles, memberId: row.memberId };
}
