import type { ActOutcome, Prisma, Tx } from '@baunghe/db';

/** What an act was about, as a kind and a code, such as `order` and `BN1234567`. */
export interface Thing {
  kind: string;
  code: string;
}

/** An act as it is kept. */
export interface NewAct {
  byUser: string;
  /** The procedure's path, such as `money.settle`. */
  procedure: string;
  about: readonly Thing[];
  outcome: ActOutcome;
}

/** An act as the trail shows it, with its doer's name of today. */
export interface ActRow {
  id: string;
  at: Date;
  byUser: string;
  byName: string | null;
  procedure: string;
  about: Thing[];
  outcome: ActOutcome;
}

/** What to look for; null: any. `kinds` are those that `code` may be of, `from` and `until` the instants between. */
export interface ActsWanted {
  byUser: string | null;
  procedure: string | null;
  things: readonly Thing[] | null;
  from: Date | null;
  until: Date | null;
  /** The last act of the page before. */
  after: string | null;
  limit: number;
}

const MOST_THINGS = 50;
/** What the database takes for a code: anything else may be a person's word, and is left out. */
const CODE = /^[A-Za-z0-9._~-]{1,64}$/;

/** Keeps that somebody of the office did something. It stays as it is written. */
export async function noteAct(tx: Tx, now: Date, act: NewAct): Promise<void> {
  const { byUser, procedure, outcome } = act;
  const about = [...new Set(act.about.filter(({ code }) => CODE.test(code)).map(textOf))];
  await tx.act.create({
    data: { at: now, byUser, procedure, outcome, about: about.slice(0, MOST_THINGS) },
    select: { id: true },
  });
}

/** Acts, newest first, a page at a time; `next` is what the next page comes after. */
export async function actsPage(tx: Tx, wanted: ActsWanted): Promise<{ rows: ActRow[]; next: string | null }> {
  const found = await tx.act.findMany({
    where: whereOf(wanted),
    orderBy: { id: 'desc' },
    take: wanted.limit + 1,
  });
  const acts = found.slice(0, wanted.limit);
  const people = await tx.user.findMany({
    where: { id: { in: [...new Set(acts.map(({ byUser }) => byUser))] } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const rows = acts.map(({ id, about, ...act }) => ({
    ...act,
    id: String(id),
    byName: names.get(act.byUser) ?? null,
    about: about.map(thingOf),
  }));
  return { rows, next: found.length > wanted.limit ? (rows.at(-1)?.id ?? null) : null };
}

function whereOf({ byUser, procedure, things, from, until, after }: ActsWanted): Prisma.ActWhereInput {
  return {
    ...(byUser === null ? {} : { byUser }),
    ...(procedure === null ? {} : { procedure }),
    ...(things === null ? {} : { about: { hasSome: things.map(textOf) } }),
    ...(after === null ? {} : { id: { lt: BigInt(after) } }),
    ...(from || until ? { at: { ...(from && { gte: from }), ...(until && { lt: until }) } } : {}),
  };
}

const textOf = ({ kind, code }: Thing): string => `${kind}:${code}`;

function thingOf(text: string): Thing {
  const at = text.indexOf(':');
  return { kind: text.slice(0, at), code: text.slice(at + 1) };
}
