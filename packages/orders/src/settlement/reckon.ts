import { fail, ok, type Result, type SettledKind, type Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { type Earned, earnedBefore } from './earned.ts';
import { type MemberSum, memberSums } from './member-sums.ts';
import { beginOfDay, cooperativePart, endOfDay, type SharingRule, sharingRules } from './rules.ts';
import { type TakenOff, takenOffBefore } from './taken-off.ts';

/** A box in a settlement, or what is taken off for it, shared between its member and the cooperative. */
export interface ReckonedLine {
  key: string;
  kind: SettledKind;
  boxId: string;
  memberId: string;
  ruleId: string;
  at: Date;
  grams: number;
  gross: Dong;
  coop: Dong;
  member: Dong;
}

/** What a settlement would be. */
export interface Reckoning {
  lines: ReckonedLine[];
  members: MemberSum[];
}

/** Why nothing can be reckoned: no rule says how what was earned on a day is shared. */
export type ReckonRefusal = { code: 'no_rule_for_day'; day: Date };

/**
 * What members are owed of all that was earned up to a day and is in no settlement yet, corrections of what was settled
 * included; of one member's fruit alone, where named. Writes nothing.
 */
export async function reckon(
  tx: Tx,
  toDay: Date,
  memberId?: string,
): Promise<Result<Reckoning, ReckonRefusal>> {
  const end = endOfDay(toDay);
  const [rules, earned] = await Promise.all([sharingRules(tx), earnedBefore(tx, end, memberId)]);
  const lines: ReckonedLine[] = [];
  for (const each of earned) {
    const rule = rules.find(({ fromDay }) => +beginOfDay(fromDay) <= +each.at);
    if (!rule) return fail({ code: 'no_rule_for_day', day: each.at });
    lines.push(shared(each, rule));
  }
  lines.push(...(await corrections(tx, end, rules, lines)));
  const own = memberId === undefined ? lines : lines.filter((line) => line.memberId === memberId);
  return ok({ lines: own, members: await memberSums(tx, own) });
}

function shared({ gross, ...earned }: Earned, rule: SharingRule): ReckonedLine {
  const coop = cooperativePart(rule.keeps, gross, earned.grams);
  return { ...earned, ruleId: rule.id, gross, coop, member: dong(gross - coop) };
}

/** What is taken off for boxes that earn now or earned before, by the rule that they earned by. */
async function corrections(
  tx: Tx,
  end: Date,
  rules: readonly SharingRule[],
  now: readonly ReckonedLine[],
): Promise<ReckonedLine[]> {
  const off = await takenOffBefore(
    tx,
    end,
    now.map(({ boxId }) => boxId),
  );
  if (off.length === 0) return [];
  const before = await tx.settlementLine.findMany({
    where: { counts: true, boxId: { in: off.map(({ boxId }) => boxId) } },
    orderBy: { id: 'asc' },
  });
  const settled = new Set(before.map(({ key }) => key));
  const ofBox = new Map<string, BoxSoFar>();
  const standing = before.map(({ grossDong, ...line }) => ({ ...line, gross: dong(grossDong) }));
  for (const line of [...standing, ...now]) count(ofBox, line);
  const lines: ReckonedLine[] = [];
  for (const each of off) {
    const box = ofBox.get(each.boxId);
    const rule = rules.find(({ id }) => id === box?.ruleId);
    if (!box || !rule || settled.has(each.key)) continue;
    const line = correction(each, box, rule);
    if (!line) continue;
    lines.push(line);
    box.gross = dong(box.gross + line.gross);
  }
  return lines;
}

interface BoxSoFar {
  memberId: string;
  ruleId: string;
  grams: number;
  gross: Dong;
}

function count(ofBox: Map<string, BoxSoFar>, line: BoxSoFar & { boxId: string; kind: SettledKind }): void {
  const known = ofBox.get(line.boxId);
  if (known) known.gross = dong(known.gross + line.gross);
  else {
    const { memberId, ruleId, grams, gross } = line;
    ofBox.set(line.boxId, { memberId, ruleId, grams, gross });
  }
}

/** A correction's line; null where the cooperative bears it, or where nothing is left to take off. */
function correction(
  { off, always, ...told }: TakenOff,
  box: BoxSoFar,
  rule: SharingRule,
): ReckonedLine | null {
  if (!always && !rule.claimsOnMember) return null;
  const gross = dong(-Math.min(off ?? box.gross, box.gross));
  if (gross === 0) return null;
  const { memberId, ruleId, grams } = box;
  const before = cooperativePart(rule.keeps, box.gross, grams);
  const coop = dong(cooperativePart(rule.keeps, dong(box.gross + gross), grams) - before);
  return { ...told, memberId, ruleId, grams: 0, gross, coop, member: dong(gross - coop) };
}
