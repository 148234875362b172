import { Prisma, type Tx } from '@baunghe/db';
import type { AnyOf, Comparison, EventQuery } from './query-parameters.ts';
import { type Reader, seenBy } from './reader.ts';
import { presence } from './terms.ts';

const FEW = 2_000;
const WALKS = ['enable_seqscan', 'enable_indexscan', 'enable_indexonlyscan'];

/** The condition under which an event `e` is what a reader asks for. */
function conditions(reader: Reader, query: EventQuery): Prisma.Sql {
  const all = [
    seenBy(reader, Prisma.sql`e."owner"`),
    ...query.allOf.map(anyOf),
    ...query.comparisons.map(comparison),
    ...query.times.map(({ column, is, than }) => {
      const left = column === 'eventTime' ? Prisma.sql`e."eventTime"` : Prisma.sql`e."recordTime"`;
      return Prisma.sql`${left} ${OPERATORS[is]} ${than}::timestamptz`;
    }),
    ...(query.eventIds ? [Prisma.sql`e."eventId" = ANY(${[...query.eventIds]})`] : []),
  ];
  return Prisma.join(all, ' AND ');
}

const OPERATORS: Record<Comparison['is'], Prisma.Sql> = {
  EQ: Prisma.sql`=`,
  GE: Prisma.sql`>=`,
  GT: Prisma.sql`>`,
  LE: Prisma.sql`<=`,
  LT: Prisma.sql`<`,
};

function anyOf({ terms, beginnings }: AnyOf): Prisma.Sql {
  const found = beginnings.map(
    ({
      field,
      with: beginning,
    }) => Prisma.sql`e."terms" && COALESCE((SELECT array_agg(${`${field}=`} || v."value")
      FROM (SELECT "value" FROM "epcis_value" WHERE "kind" = 'epcs' AND "value" >= ${beginning}
        AND "value" < ${`${beginning}\u{10ffff}`}) AS v), '{}')`,
  );
  const exact = terms.length > 0 ? [Prisma.sql`e."terms" && ${terms}::text[]`] : [];
  return Prisma.sql`(${Prisma.join([...exact, ...found], ' OR ')})`;
}

function comparison({ field, is, than }: Comparison): Prisma.Sql {
  return Prisma.sql`(e."terms" @> ${[presence(field)]}::text[] AND EXISTS (
    SELECT 1 FROM jsonb_array_elements(e."numbers" -> ${field}) AS n WHERE n::numeric::float8 ${OPERATORS[is]} ${than}::float8))`;
}

/**
 * The condition once more, with the few positions that fulfil it where they are few. PostgreSQL takes a term that it has
 * no count of for common, and would walk through all events in the order of the answer to find the one box that is asked
 * for; looked up by the index of terms first, rare and common are told apart.
 */
export async function narrowed(tx: Tx, reader: Reader, query: EventQuery): Promise<Prisma.Sql> {
  const condition = conditions(reader, query);
  if (query.allOf.length + query.comparisons.length === 0) return condition;
  await tx.$executeRaw`SELECT set_config(walk, 'off', true) FROM unnest(${WALKS}::text[]) AS walk`;
  const few = await tx.$queryRaw<{ position: bigint }[]>`
    SELECT e."position" FROM "epcis_event" e WHERE ${condition} LIMIT ${FEW + 1}`;
  await tx.$executeRaw`SELECT set_config(walk, 'on', true) FROM unnest(${WALKS}::text[]) AS walk`;
  if (few.length > FEW) return condition;
  return Prisma.sql`e."position" = ANY(${few.map(({ position }) => position)}::bigint[])`;
}
