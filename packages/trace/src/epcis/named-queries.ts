import { ok, type Prisma, type Result, type Tx } from '@baunghe/db';
import { badToken, type ListAsked, type ListPage, pageOf, startOf } from './collections.ts';
import { prefixesOf } from './context.ts';
import { type EpcisFailure, refuse } from './failure.ts';
import { isObject, type Json, type JsonObject, unstorable } from './json.ts';
import { type Names, type Parameters, readQuery } from './query-parameters.ts';

/** A query under a name. */
export interface NamedQuery {
  name: string;
  query: JsonObject;
}

const MOST_QUERIES = 1_000;
const NAME = /^[A-Za-z0-9][A-Za-z0-9._~-]{0,99}$/;

/** Keeps a query under a name of its maker's (EPCIS 2.0, 12.8): `{ "name": …, "query": { "EQ_bizStep": […], … } }`. */
export async function createQuery(
  tx: Tx,
  now: Date,
  owner: string,
  definition: Json,
  names: Names,
): Promise<Result<string, EpcisFailure>> {
  if (!isObject(definition)) return refuse('validation', '/ must be an object with name and query');
  const { name, query } = definition;
  if (typeof name !== 'string' || !NAME.test(name)) {
    return refuse(
      'validation',
      '/name must be 1 to 100 letters, digits, dots, dashes, tildes and underscores',
    );
  }
  if (!isObject(query)) return refuse('validation', '/query must be an object of query parameters');
  const bad = unstorable(query, '/query');
  if (bad) return refuse('validation', bad);
  const parameters = parametersOf(query);
  if (!parameters.ok) return parameters;
  const read = readQuery(parameters.value, namesOf(query, names));
  if (!read.ok) return read;
  if ((await tx.namedQuery.count({ where: { owner } })) >= MOST_QUERIES) {
    return refuse('validation', `at most ${MOST_QUERIES} queries are kept for one key`);
  }
  const json = query as Prisma.InputJsonObject;
  const { count } = await tx.namedQuery.createMany({
    data: { owner, name, query: json, createdAt: now },
    skipDuplicates: true,
  });
  return count === 1 ? ok(name) : refuse('already_exists', `a query with the name ${name} exists`);
}

/** A query of the maker's, by its name. */
export async function namedQuery(
  tx: Tx,
  owner: string,
  name: string,
): Promise<Result<NamedQuery, EpcisFailure>> {
  const found =
    NAME.test(name) && (await tx.namedQuery.findUnique({ where: { owner_name: { owner, name } } }));
  return found ? ok({ name, query: found.query as JsonObject }) : refuse('no_such_name', 'no such query');
}

/** The maker's queries by name. */
export async function namedQueries(
  tx: Tx,
  owner: string,
  asked: ListAsked,
): Promise<Result<ListPage<NamedQuery>, EpcisFailure>> {
  const after = startOf(asked, 'queries');
  if (after === undefined) return badToken();
  const found = await tx.namedQuery.findMany({
    where: { owner, name: { gt: after } },
    orderBy: { name: 'asc' },
    take: asked.perPage + 1,
  });
  const queries = found.map(({ name, query }) => ({ name, query: query as JsonObject }));
  return ok(pageOf(queries, ({ name }) => name, asked, 'queries'));
}

/** Forgets a query of the maker's. */
export async function removeQuery(tx: Tx, owner: string, name: string): Promise<Result<void, EpcisFailure>> {
  if (!NAME.test(name)) return refuse('no_such_name', 'no such query');
  const { count } = await tx.namedQuery.deleteMany({ where: { owner, name } });
  return count === 1 ? ok(undefined) : refuse('no_such_name', 'no such query');
}

/** The parameters of a query that was written as JSON. */
export function parametersOf(query: JsonObject): Result<Parameters, EpcisFailure> {
  const parameters = new Map<string, string[]>();
  for (const [name, value] of Object.entries(query)) {
    if (name === '@context') continue;
    const values = Array.isArray(value) ? value : [value];
    const texts = values.flatMap((one) => (one === null || typeof one === 'object' ? [] : [String(one)]));
    if (texts.length !== values.length) {
      return refuse(
        'query_parameter',
        `${name.slice(0, 200)}: must be text, a number, true, false or a list of such`,
      );
    }
    parameters.set(name, texts);
  }
  return ok(Object.fromEntries(parameters));
}

/** The names that a query brings along in its own `@context`. */
export function namesOf(query: JsonObject, names: Names): Names {
  return query['@context'] === undefined
    ? names
    : { ...names, prefixes: { ...names.prefixes, ...prefixesOf(query['@context']) } };
}
