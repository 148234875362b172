import type { CertificateKind, MemberRequestKind, MemberRequestState, Tx } from '@baunghe/db';

/** A ring of [longitude, latitude] in degrees. */
type Ring = [number, number][];

/** Trees of one variety. */
interface TreesLine {
  varietyCode: string;
  count: number;
  plantedYear: number;
}

/** A request as its member and the office see it. */
export interface MemberRequestView {
  code: string;
  kind: MemberRequestKind;
  state: MemberRequestState;
  member: { id: string; code: string; name: string };
  certificate: { kind: CertificateKind; number: string } | null;
  plot: { id: string; code: string; name: string } | null;
  areaM2: number | null;
  areaM2Before: number | null;
  variety: { nameVi: string; nameEn: string; nameZh: string | null } | null;
  treeCount: number | null;
  treesBefore: number | null;
  plantedYear: number | null;
  /** Null: nothing of the kind is asked. */
  outline: { before: Ring; after: Ring } | null;
  plantingUnit: { before: string | null; after: string } | null;
  allTrees: { before: TreesLine[]; after: TreesLine[] } | null;
  note: string | null;
  demo: boolean;
  createdAt: Date;
  answer: string | null;
  answeredAt: Date | null;
  hasCopy: boolean;
}

const PARTS = {
  member: { select: { id: true, code: true, name: true } },
  certificate: { select: { kind: true, number: true } },
  plot: { select: { id: true, code: true, name: true } },
  variety: { select: { nameVi: true, nameEn: true, nameZh: true } },
  copy: { select: { requestId: true } },
} as const;

/** Requests: one member's newest first, or all of a state with the oldest first; `next` is what comes after. */
export async function requestsPage(
  tx: Tx,
  wanted: {
    of: { memberId: string } | { state: MemberRequestState };
    after: string | null;
    limit: number;
  },
): Promise<{ rows: MemberRequestView[]; next: string | null }> {
  const { of, after, limit } = wanted;
  const isOne = 'memberId' in of;
  const found = await tx.memberRequest.findMany({
    where: { ...of, ...(after === null ? {} : { id: isOne ? { lt: after } : { gt: after } }) },
    include: PARTS,
    orderBy: { id: isOne ? 'desc' : 'asc' },
    take: limit + 1,
  });
  const rows = found.slice(0, limit);
  return { rows: rows.map(viewOf), next: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}

/** A request by its code; `memberId`: for that member alone. */
export async function requestByCode(
  tx: Tx,
  code: string,
  memberId: string | null,
): Promise<MemberRequestView | null> {
  const found = await tx.memberRequest.findUnique({ where: { code }, include: PARTS });
  return found && (memberId === null || found.memberId === memberId) ? viewOf(found) : null;
}

type Found = Awaited<ReturnType<typeof oneOf>>;
const oneOf = (tx: Tx) => tx.memberRequest.findFirstOrThrow({ include: PARTS });

function viewOf({ copy, ...found }: Found): MemberRequestView {
  const { code, kind, state, member, certificate, plot, variety, note, demo, createdAt, answer } = found;
  const { areaM2, areaM2Before, treeCount, treesBefore, plantedYear, answeredAt } = found;
  const asked = { areaM2, areaM2Before, variety, treeCount, treesBefore, plantedYear, note };
  const { outline, outlineBefore, plantingUnitCode, plantingUnitBefore, allTrees, allTreesBefore } = found;
  return {
    ...{ code, kind, state, member, certificate, plot, ...asked, demo, createdAt, answer, answeredAt },
    outline: outline === null ? null : { before: outlineBefore as Ring, after: outline as Ring },
    plantingUnit: plantingUnitCode === null ? null : { before: plantingUnitBefore, after: plantingUnitCode },
    allTrees:
      allTrees === null
        ? null
        : {
            before: allTreesBefore as unknown as TreesLine[],
            after: allTrees as unknown as TreesLine[],
          },
    hasCopy: copy !== null,
  };
}
