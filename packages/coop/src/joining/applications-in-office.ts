import type { ApplicationState, MembershipKind, Tx } from '@baunghe/db';
import { type ApplicationView, applicationByCode } from './application-view.ts';

/** An application in the office's list. */
export interface ApplicationRow {
  code: string;
  state: ApplicationState;
  name: string;
  kind: MembershipKind;
  place: string;
  sentAt: Date;
  demo: boolean;
  isPhoneProved: boolean;
  /** Votes of this round. */
  yes: number;
  no: number;
}

/** Those that anybody of the office still has something to do with. */
const OPEN: ApplicationState[] = ['received', 'looked_at', 'more_asked'];

/** Applications of a state, or all that are open; the oldest first, a page at a time; `next` is what comes after. */
export async function applicationsPage(
  tx: Tx,
  wanted: { state: ApplicationState | null; after: string | null; limit: number },
): Promise<{ rows: ApplicationRow[]; next: string | null }> {
  const { state, after, limit } = wanted;
  const found = await tx.application.findMany({
    where: {
      state: state === null ? { in: OPEN } : state,
      ...{ sentAt: { not: null }, erasedAt: null },
      // Ids begin with their time, so that they go by age.
      ...(after === null ? {} : { id: { gt: after } }),
    },
    include: { votes: true },
    orderBy: { id: 'asc' },
    take: limit + 1,
  });
  const rows = found.slice(0, limit);
  return {
    rows: rows.map(({ code, state: now, name, kind, place, sentAt, demo, votes, round, ...row }) => {
      const counted = votes.filter((vote) => vote.round === round);
      const yes = counted.filter((vote) => vote.yes).length;
      const told = { code, state: now, name, kind, place, demo };
      return {
        ...{ ...told, isPhoneProved: row.phoneProvedAt !== null, sentAt: sentAt ?? row.createdAt },
        ...{ yes, no: counted.length - yes },
      };
    }),
    next: found.length > limit ? (rows.at(-1)?.id ?? null) : null,
  };
}

/** An application as the board sees it: with votes, who gave them, and what became of it. */
export interface ApplicationInOffice extends ApplicationView {
  round: number;
  votes: { userId: string; name: string; yes: boolean; why: string | null; at: Date; round: number }[];
  member: { id: string; code: string; signsIn: boolean } | null;
  /** A code for the member that nobody has yet. */
  nextMemberCode: string;
}

/** An application for the office; null when there is none, and while it is a draft. */
export async function applicationInOffice(tx: Tx, code: string): Promise<ApplicationInOffice | null> {
  const view = await applicationByCode(tx, code);
  if (!view || view.state === 'draft') return null;
  const { round, member, votes } = await tx.application.findUniqueOrThrow({
    where: { code },
    select: { round: true, member: true, votes: { orderBy: { at: 'asc' } } },
  });
  const people = await tx.user.findMany({
    where: { id: { in: votes.map(({ userId }) => userId) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    ...view,
    round,
    votes: votes.map(({ userId, yes, why, at, round: given }) => ({
      ...{ userId, yes, why, at, round: given },
      name: names.get(userId) ?? '',
    })),
    member: member && { id: member.id, code: member.code, signsIn: member.userId !== null },
    nextMemberCode: await nextMemberCode(tx),
  };
}

async function nextMemberCode(tx: Tx): Promise<string> {
  const [found] = await tx.$queryRaw<{ last: number }[]>`
    SELECT coalesce(max(substr("code", 3)::int), 0) AS last FROM "member" WHERE "code" ~ '^XV[0-9]{1,6}$'`;
  return `XV${String((found?.last ?? 0) + 1).padStart(2, '0')}`;
}
