import { Prisma, type Tx, vietnamDay } from '@baunghe/db';
import { type ReckonedLine, reckon } from '../settlement/reckon.ts';
import { type Source, sumsBy } from './source.ts';

/** What one member is owed, in whole đồng. */
export interface OwedToMember {
  memberCode: string;
  name: string;
  /** Of approved statements that nobody paid yet. */
  unpaid: number;
  /** Of statements that wait to be approved. */
  prepared: number;
  /** Earned, and in no settlement yet, before advances are taken off. */
  unsettled: number;
  /** Had in advance and taken off by no approved settlement yet. */
  advance: number;
}

/** How a figure of a member's is called; each is the sum of its rows. */
type OwedKind = 'unpaid' | 'prepared' | 'unsettled' | 'advance';

type OwedSum = { memberCode: string; name: string; kind: OwedKind; dong: number };

/** What members are owed; `unreckoned` is the first day that no sharing rule is of, and hides what is not settled. */
export interface Owed {
  members: OwedToMember[];
  unreckoned: Date | null;
}

/**
 * What members are owed as it stands: statements, and what the next settlement would make of fruit that is
 * delivered and paid, reckoned by the settlement's own rules.
 */
export async function owedNow(tx: Tx, now: Date): Promise<{ source: Source; unreckoned: Date | null }> {
  const reckoned = await reckon(tx, vietnamDay(now));
  return {
    source: sourceOf(owedRows(reckoned.ok ? reckoned.value.lines : [])),
    unreckoned: reckoned.ok ? null : reckoned.error.day,
  };
}

/** What members had in advance, and what settlements took off for it: no part of what they are owed. */
export const advancesNow = (): Source => sourceOf(ADVANCES);

function sourceOf(rows: Prisma.Sql): Source {
  const query = Prisma.sql`
    SELECT a.key, a.kind, e."code" AS "memberCode", e."id" AS "memberId", e."name", a."statementId", a."orderCode", a."batch",
      a.words, (a.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day, a.grams, a.dong
    FROM (${rows}) a JOIN "member" e ON e."id" = a."memberId"`;
  return { query, by: { member: Prisma.sql`s."memberCode"`, kind: Prisma.sql`s."kind"` } };
}

const ADVANCES = Prisma.sql`
  SELECT 'advance:' || v."id" AS key, 'advance' AS kind, v."memberId", NULL AS "statementId", NULL AS "orderCode",
    NULL AS "batch", v."reference" AS words, v."at", 0 AS grams, v."amountDong"::float8 AS dong
  FROM "member_advance" v
  UNION ALL
  SELECT 'taken-off:' || t."id", 'advance', t."memberId", t."id", NULL, NULL, NULL, s."closedAt", 0, -t."advanceDong"::float8
  FROM "member_statement" t JOIN "settlement" s ON s."id" = t."settlementId"
  WHERE s."state" = 'approved' AND t."advanceDong" > 0`;

function owedRows(lines: readonly ReckonedLine[]): Prisma.Sql {
  const earned = JSON.stringify(
    lines.map(({ key, boxId, memberId, at, grams, member }) => ({
      key,
      boxId,
      memberId,
      at,
      grams,
      dong: member,
    })),
  );
  return Prisma.sql`
    SELECT 'statement:' || t."id" AS key, CASE s."state" WHEN 'approved' THEN 'unpaid' ELSE 'prepared' END AS kind,
      t."memberId", CASE s."state" WHEN 'approved' THEN t."id" END AS "statementId", NULL AS "orderCode", NULL AS "batch",
      to_char(s."fromDay", 'DD/MM/YYYY') || ' – ' || to_char(s."toDay", 'DD/MM/YYYY') AS words,
      coalesce(s."closedAt", s."preparedAt") AS at, t."grams", t."payDong"::float8 AS dong
    FROM "member_statement" t JOIN "settlement" s ON s."id" = t."settlementId"
    WHERE s."state" <> 'dropped' AND t."payDong" > 0
      AND NOT EXISTS (SELECT FROM "member_payout" p WHERE p."statementId" = t."id")
    UNION ALL
    SELECT 'unsettled:' || u.key, 'unsettled', u."memberId", NULL, o."code", l."batch", NULL, u.at, u.grams, u.dong
    FROM jsonb_to_recordset(${earned}::jsonb)
      AS u(key text, "boxId" text, "memberId" text, at timestamptz, grams int, dong float8)
    JOIN "box" b ON b."id" = u."boxId" JOIN "lot" l ON l."id" = b."lotId" JOIN "order" o ON o."id" = b."orderId"`;
}

/** What each member is owed, by code; of those of whom there is anything to say. */
export async function owedByMember(tx: Tx, now: Date): Promise<Owed> {
  const { source, unreckoned } = await owedNow(tx, now);
  const columns = Prisma.sql`s."memberCode", s."name", s."kind"`;
  const sums = [
    ...(await sumsBy<OwedSum>(tx, source, columns)),
    ...(await sumsBy<OwedSum>(tx, advancesNow(), columns)),
  ];
  const members = new Map<string, OwedToMember>();
  for (const { memberCode, name, kind, dong } of sums) {
    const nothing = { memberCode, name, unpaid: 0, prepared: 0, unsettled: 0, advance: 0 };
    members.set(memberCode, { ...(members.get(memberCode) ?? nothing), [kind]: dong });
  }
  const isOwed = ({ unpaid, prepared, unsettled, advance }: OwedToMember) =>
    unpaid !== 0 || prepared !== 0 || unsettled !== 0 || advance !== 0;
  const known = [...members.values()].sort((a, b) => (a.memberCode < b.memberCode ? -1 : 1));
  return { members: known.filter(isOwed), unreckoned };
}
