import { fail, lockRows, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import { keepPlot, type PlotRefusal, type ReportRefusal, readReport } from '@baunghe/farm';
import { openBytes, sealBytes } from '../seal-bytes.ts';

/** How the office answers a request. */
export interface RequestAnswer {
  code: string;
  byUser: string;
  isGranted: boolean;
  /** Always there when it is refused. */
  words: string | null;
  /** Of a certificate: the copy, a photo or a PDF; `secret` seals it. */
  copy: Uint8Array | null;
  secret: string;
}

/** Why a request is not answered. */
export type AnswerRefusal =
  | PlotRefusal
  | ReportRefusal
  | { code: 'request_unknown' | 'request_answered' | 'answer_missing' | 'copy_missing' };

/** Answers a request once: a correction that is granted changes the plot, a copy is kept for this member alone. */
export async function answerRequest(
  tx: Tx,
  moment: Moment,
  answer: RequestAnswer,
): Promise<Result<{ code: string; plotId: string | null; memberId: string }, AnswerRefusal>> {
  const { code, byUser, isGranted, words } = answer;
  const request = await lockedRequest(tx, code);
  if (!request) return fail({ code: 'request_unknown' });
  if (request.state !== 'received') return fail({ code: 'request_answered' });
  if (!isGranted && words === null) return fail({ code: 'answer_missing' });
  const { id, plotId, memberId } = request;
  if (isGranted && request.kind === 'plot_correction') {
    const done = await correctPlot(tx, moment, request);
    if (!done.ok) return done;
  }
  if (isGranted && request.kind === 'certificate_copy') {
    if (!answer.copy) return fail({ code: 'copy_missing' });
    const read = await readReport(answer.copy);
    if ('code' in read) return fail(read);
    const sealed = sealBytes(moment, answer.secret, 'certificate-copy', read.bytes);
    await tx.certificateCopy.create({ data: { requestId: id, mediaType: read.mediaType, sealed } });
  }
  await tx.memberRequest.update({
    where: { id },
    data: {
      state: isGranted ? 'granted' : 'refused',
      ...{ answer: words, answeredAt: moment.now, answeredBy: byUser },
    },
    select: { id: true },
  });
  return ok({ code, plotId, memberId });
}

/** Takes a request of one's own back that nobody has answered. */
export async function withdrawRequest(
  tx: Tx,
  moment: Moment,
  { code, memberId }: { code: string; memberId: string },
): Promise<Result<{ code: string }, { code: 'request_unknown' | 'request_answered' }>> {
  const request = await lockedRequest(tx, code);
  if (request?.memberId !== memberId) return fail({ code: 'request_unknown' });
  if (request.state !== 'received') return fail({ code: 'request_answered' });
  const { id } = request;
  await tx.memberRequest.update({
    where: { id },
    data: { state: 'withdrawn', answeredAt: moment.now },
    select: { id: true },
  });
  return ok({ code });
}

/** The copy that a request was granted; `memberId`: for that member alone. */
export async function copyOfRequest(
  tx: Tx,
  { code, memberId, secret }: { code: string; memberId: string | null; secret: string },
): Promise<{ mediaType: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  const found = await tx.memberRequest.findUnique({
    where: { code, ...(memberId === null ? {} : { memberId }) },
    select: { copy: true },
  });
  if (!found?.copy) return null;
  const bytes = openBytes(secret, 'certificate-copy', found.copy.sealed);
  return bytes && { mediaType: found.copy.mediaType, bytes };
}

async function lockedRequest(tx: Tx, code: string) {
  const found = await tx.memberRequest.findUnique({ where: { code }, select: { id: true } });
  if (!found) return null;
  await lockRows(tx, 'member_request', [found.id]);
  return tx.memberRequest.findUniqueOrThrow({ where: { code } });
}

type Asked = NonNullable<Awaited<ReturnType<typeof lockedRequest>>>;

/** As if somebody of the office had changed the plot's form: all that was not asked about stays. */
async function correctPlot(tx: Tx, moment: Moment, asked: Asked): Promise<Result<string, PlotRefusal>> {
  const plot = await tx.plot.findUniqueOrThrow({
    where: { id: asked.plotId ?? '' },
    include: { trees: true, member: { select: { code: true } } },
  });
  const { id, code, name, member } = plot;
  // Words alone change nothing by themselves.
  if ([asked.areaM2, asked.varietyCode, asked.outline, asked.plantingUnitCode, asked.allTrees].every(isNull))
    return ok(id);
  const corners = ((asked.outline ?? plot.outline) as [number, number][]).slice(0, -1);
  return keepPlot(tx, moment, {
    ...{ id, code, name, memberCode: member.code },
    plantingUnitCode: asked.plantingUnitCode ?? plot.plantingUnitCode,
    trees: treesAfter(asked, plot.trees),
    areaM2: asked.areaM2 ?? plot.areaM2,
    outline: corners.map(([longitude, latitude]) => `${latitude}, ${longitude}`).join('\n'),
  });
}

const isNull = (value: unknown): boolean => value === null;

type Trees = { varietyCode: string; count: number; plantedYear: number }[];

/** The trees that will stand there: all as they were listed, or those of one variety as they were told. */
function treesAfter({ varietyCode, treeCount, plantedYear, allTrees }: Asked, before: Trees): Trees {
  if (allTrees !== null) return allTrees as Trees;
  const trees = before.map((each) => ({
    ...{ varietyCode: each.varietyCode, count: each.count, plantedYear: each.plantedYear },
  }));
  if (varietyCode === null || treeCount === null) return trees;
  const here = trees.find((each) => each.varietyCode === varietyCode);
  const told = { count: treeCount, plantedYear: plantedYear ?? here?.plantedYear ?? 0 };
  if (here) Object.assign(here, told);
  else trees.push({ varietyCode, ...told });
  return trees;
}
