import { createHash } from 'node:crypto';
import { type Failed, type Prisma, type Result, refusalOf, type Tx } from '@baunghe/db';
import { TRPCError } from '@trpc/server';
import superjson from 'superjson';
import { z } from 'zod';
import type { ApiContext } from './context.ts';
import { noteOnce } from './note-once.ts';

/** What every write's input begins with: a key that its sender made, the same when it sends again. */
export const writeKey = z.object({ key: z.uuid('key_missing') });

/**
 * Runs a write in one transaction, once by its key: a second sending, also one at the same time, gets the first one's
 * answer and changes nothing. A refusal rolls everything back and leaves the key free, so that a mended form may be
 * sent again. The same key with other input is a CONFLICT.
 */
export async function writeOnce<R extends Result<unknown, { code: string }>>(
  ctx: ApiContext,
  procedure: string,
  input: { key: string },
  act: (tx: Tx) => Promise<R>,
): Promise<R> {
  const { key, ...rest } = input;
  const inputHash = createHash('sha256').update(superjson.stringify(rest)).digest('hex');
  const actor = ctx.actor.kind === 'person' ? ctx.actor.userId : (ctx.buyer?.id ?? 'guest');
  try {
    const result = await untilNoDeadlock(() =>
      ctx.database.$transaction(async (tx) => {
        const before = await claim(tx, { key, procedure, actor, inputHash });
        if (before) {
          // The first sending was noted.
          if (ctx.act) ctx.act.noted = true;
          return before as R;
        }
        const done = await act(tx);
        if (!done.ok) throw new Refused(done);
        const answer = superjson.serialize(done) as unknown as Prisma.InputJsonObject;
        await noteOnce(ctx, tx, procedure, rest, done.value);
        await tx.$executeRaw`UPDATE "write" SET "answer" = ${JSON.stringify(answer)}::jsonb
          WHERE "key" = ${key} AND "procedure" = ${procedure} AND "actor" = ${actor}`;
        return done;
      }),
    );
    ctx.written();
    return result;
  } catch (error) {
    if (error instanceof Refused) return error.refusal as R;
    throw error;
  }
}

/** Runs a transaction, up to four times while it meets another in a deadlock. */
export async function untilNoDeadlock<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === 4 || !isDeadlock(error)) throw error;
    }
  }
}

class Refused extends Error {
  constructor(readonly refusal: Failed<{ code: string }>) {
    super(refusal.error.code);
  }
}

async function claim(
  tx: Tx,
  write: { key: string; procedure: string; actor: string; inputHash: string },
): Promise<Result<unknown, { code: string }> | null> {
  const { key, procedure, actor, inputHash } = write;
  const claimed = await tx.$executeRaw`INSERT INTO "write" ("key", "procedure", "actor", "inputHash")
    VALUES (${key}, ${procedure}, ${actor}, ${inputHash}) ON CONFLICT DO NOTHING`;
  if (claimed === 1) return null;
  const first = await tx.write.findUniqueOrThrow({
    where: { key_procedure_actor: { key, procedure, actor } },
  });
  if (first.inputHash !== inputHash) throw new TRPCError({ code: 'CONFLICT', message: 'key_reused' });
  return superjson.deserialize(first.answer as unknown as Parameters<typeof superjson.deserialize>[0]);
}

function isDeadlock(error: unknown): boolean {
  const sqlState = refusalOf(error)?.sqlState;
  return sqlState === '40P01' || sqlState === '40001';
}
