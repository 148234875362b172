import { ok, type Prisma, type Result, type Tx } from '@baunghe/db';
import { badToken, type ListAsked, type ListPage, pageOf, startOf } from './collections.ts';
import { type EpcisFailure, refuse } from './failure.ts';
import type { Json, JsonObject } from './json.ts';
import type { Reader } from './reader.ts';

/** A capture job as the standard shows it (EPCIS 2.0, 12.6.1), to whoever sent it and to the office. */
export async function captureJob(
  tx: Tx,
  reader: Reader,
  captureId: string,
): Promise<Result<JsonObject, EpcisFailure>> {
  const job = await tx.captureJob.findFirst({ where: { id: captureId, ...sentBy(reader) } });
  return job ? ok(shown(job)) : refuse('no_such_name', 'no such capture job');
}

/** The capture jobs that a reader may see, the newest last. */
export async function captureJobs(
  tx: Tx,
  reader: Reader,
  asked: ListAsked,
): Promise<Result<ListPage<JsonObject>, EpcisFailure>> {
  const after = startOf(asked, 'capture');
  if (after === undefined) return badToken();
  const jobs = await tx.captureJob.findMany({
    where: { ...sentBy(reader), id: { gt: after } },
    orderBy: { id: 'asc' },
    take: asked.perPage + 1,
  });
  const page = pageOf(jobs, ({ id }) => id, asked, 'capture');
  return ok({ ...page, members: page.members.map(shown) });
}

function sentBy(reader: Reader): Prisma.CaptureJobWhereInput {
  if (reader.kind === 'office') return {};
  return { owner: reader.kind === 'key' ? reader.keyId : '' };
}

function shown(job: Prisma.CaptureJobGetPayload<object>): JsonObject {
  return {
    captureID: job.id,
    createdAt: job.createdAt.toISOString(),
    finishedAt: job.finishedAt.toISOString(),
    running: false,
    success: job.success,
    captureErrorBehaviour: job.errorBehaviour,
    errors: job.errors as Json,
  };
}
