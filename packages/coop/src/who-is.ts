import type { Role, Tx } from '@baunghe/db';

/** Who asks for something: everyone is a guest until signed in. */
export type Actor =
  | { kind: 'guest' }
  | {
      kind: 'person';
      userId: string;
      name: string;
      roles: Role[];
      memberId: string | null;
      session: HeldSession;
    };

/** The session in which somebody asks. */
export interface HeldSession {
  id: string;
  /** When a code of their second factor was last given in it. */
  provedAt: Date | null;
}

interface SessionRow {
  userId: string;
  name: string;
  memberId: string | null;
  roles: Role[];
  expiresAt: Date;
  sessionId: string;
  provedAt: Date | null;
}

/**
 * Finds the person behind a session's token, in one query (an index look-up by token). An expired session, a demo
 * account where those may not sign in, and one that is switched off, is a guest.
 */
export async function whoHolds(db: Tx, token: string, now: Date, allowDemo: boolean): Promise<Actor> {
  const [row] = await db.$queryRaw<SessionRow[]>`
    SELECT u."id" AS "userId", u."name", m."id" AS "memberId", s."expiresAt", s."id" AS "sessionId", s."provedAt",
      ARRAY(SELECT r."role"::text FROM "user_role" r WHERE r."userId" = u."id" ORDER BY r."role") AS "roles"
    FROM "session" s
    JOIN "user" u ON u."id" = s."userId"
    LEFT JOIN "member" m ON m."userId" = u."id"
    WHERE s."token" = ${token} AND (${allowDemo} OR NOT u."demo") AND u."switchedOffAt" IS NULL`;
  if (!row || row.expiresAt <= now) return { kind: 'guest' };
  const { userId, name, roles, memberId, sessionId, provedAt } = row;
  return { kind: 'person', userId, name, roles, memberId, session: { id: sessionId, provedAt } };
}
