import { type Actor, isProved, provesBy } from '@baunghe/coop';
import type { Role } from '@baunghe/db';
import { refusalOf } from '@baunghe/db';
import { captureKeyId, type Reader } from '@baunghe/trace';
import { initTRPC, TRPCError } from '@trpc/server';
import superjson from 'superjson';
import type { ApiContext } from './context.ts';
import { wantFactor } from './factor-wanted.ts';
import { noteOnce, noteRefused } from './note-once.ts';

/** Who may call a procedure: `anyone`, or people with one of the roles, or a capture key. Every procedure says it. */
export interface Access {
  may: 'anyone' | readonly (Role | 'capture_key' | 'buyer')[];
}

/** What a procedure does: a query reads, a mutation writes. */
type Does = 'query' | 'mutation' | 'subscription';

/** Who may truly call a procedure: what a manager may read, an auditor may read too, and an auditor writes nothing. */
export function mayCall(may: Access['may'], does: Does): Access['may'] {
  if (may === 'anyone' || does !== 'query' || !may.includes('manager') || may.includes('auditor')) return may;
  return [...may, 'auditor'];
}

const t = initTRPC.context<ApiContext>().meta<Access>().create({ transformer: superjson });

/** Makes a router. */
export const router = t.router;

/** Makes callers that run procedures in this process. */
export const createCallerFactory = t.createCallerFactory;

const storageAnswers = t.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const told = storageAnswer(result.error.cause ?? result.error);
  if (told) throw told;
  return result;
});

/**
 * Keeps every act of the office in the trail: most note themselves in the transaction that does them (`writeOnce`), the
 * others are noted here once they are done. What failed changed nothing and is no act.
 */
const notesActs = t.middleware(async ({ ctx, next, type, path, getRawInput }) => {
  if (type !== 'mutation') return next();
  const inAct = { ...ctx, act: { noted: false } };
  const result = await next({ ctx: inAct });
  if (!result.ok || inAct.act.noted || isFailure(result.data)) return result;
  await noteOnce(inAct, ctx.database, path, await getRawInput(), result.data);
  return result;
});

function isFailure(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false;
}

/** A procedure that anyone may call. */
export const anyone = t.procedure.meta({ may: 'anyone' }).use(storageAnswers);

/** A procedure for people with one of the roles, and for auditors where it reads; `ctx.person` is who asks. */
export function only(...roles: readonly Role[]) {
  return t.procedure
    .meta({ may: roles })
    .use(storageAnswers)
    .use(async ({ ctx, next, type, path }) => {
      if (ctx.actor.kind === 'guest') throw new TRPCError({ code: 'UNAUTHORIZED' });
      const may = mayCall(roles, type);
      if (!ctx.actor.roles.some((role) => may.includes(role))) {
        if (type === 'mutation') await noteRefused(ctx, ctx.actor.userId, path);
        throw new TRPCError({ code: 'FORBIDDEN' });
      }
      return next({ ctx: { ...ctx, person: ctx.actor } });
    })
    .use(notesActs);
}

/**
 * A procedure for money: as `only`, and whoever has a second factor (codes of a telephone, or a passkey) must have
 * proved it in this session within a quarter of an hour. Where everybody must have one, who has none is refused until
 * they do.
 */
export function provedTwice(...roles: readonly Role[]) {
  return only(...roles).use(async ({ ctx, next }) => {
    await wantProof(ctx, ctx.settings.secondFactor ?? false);
    return next();
  });
}

/**
 * A procedure for one's own second factors: as `provedTwice`, but whoever has none yet may go on, as that is how they
 * come by one.
 */
export function provedIfHas(...roles: readonly Role[]) {
  return only(...roles).use(async ({ ctx, next }) => {
    await wantProof(ctx, false);
    return next();
  });
}

/**
 * A procedure for what would undo another's second factor: as `only`, and whoever asks must have one and have proved it
 * within a quarter of an hour, wherever it is a must or not.
 */
export function provedJustNow(...roles: readonly Role[]) {
  return only(...roles).use(async ({ ctx, next }) => {
    await wantProof(ctx, true);
    return next();
  });
}

/** Throws what is wanted of who has not proved themselves twice lately; `isMust`: also of who has nothing to prove by. */
async function wantProof(
  { database, moment, person }: ApiContext & { person: Extract<Actor, { kind: 'person' }> },
  isMust: boolean,
): Promise<void> {
  const { userId, session } = person;
  if (isProved(moment().now, session.provedAt)) return;
  const { code, passkey } = await provesBy(database, userId);
  if (code) throw wantFactor('second_factor_wanted');
  if (passkey) throw wantFactor('passkey_wanted');
  if (isMust) throw wantFactor('second_factor_to_set_up');
}

/** A procedure for buyers who are signed in; `ctx.buyer` is who asks. No role of the cooperative's stands in for it. */
export const onlyBuyer = t.procedure
  .meta({ may: ['buyer'] })
  .use(storageAnswers)
  .use(({ ctx, next }) => {
    if (ctx.buyer) return next({ ctx: { ...ctx, buyer: ctx.buyer } });
    throw new TRPCError({ code: ctx.actor.kind === 'guest' ? 'UNAUTHORIZED' : 'FORBIDDEN' });
  });

/** A procedure for the EPCIS repository that anyone may call; `ctx.reader` is what they may see. */
export const epcisReader = t.procedure
  .meta({ may: 'anyone' })
  .use(storageAnswers)
  .use(async ({ ctx, next }) => next({ ctx: { ...ctx, reader: await readerOf(ctx, 'query') } }));

/** A procedure for managers and the holders of a capture key; `ctx.reader` is which of them asks. */
export const epcisWriter = t.procedure
  .meta({ may: ['manager', 'capture_key'] })
  .use(storageAnswers)
  .use(async ({ ctx, next, type }) => {
    const reader = await readerOf(ctx, type);
    if (reader.kind !== 'public') return next({ ctx: { ...ctx, reader } });
    throw new TRPCError({ code: ctx.actor.kind === 'guest' ? 'UNAUTHORIZED' : 'FORBIDDEN' });
  })
  .use(notesActs);

/** A key that opens nothing is refused, rather than taken for no key. */
async function readerOf({ database, headers, actor }: ApiContext, does: Does): Promise<Reader> {
  const authorization = headers.get('authorization');
  if (authorization !== null) {
    const key = /^Bearer\s+(\S+)\s*$/i.exec(authorization)?.[1];
    const keyId = key === undefined ? null : await captureKeyId(database, key);
    if (keyId === null) throw new TRPCError({ code: 'UNAUTHORIZED' });
    return { kind: 'key', keyId };
  }
  const may = mayCall(['manager'], does);
  const isOffice = actor.kind === 'person' && actor.roles.some((role) => may.includes(role));
  return isOffice ? { kind: 'office' } : { kind: 'public' };
}

/** U+0000 and halves of characters, which PostgreSQL's text and jsonb cannot hold. */
const NOT_TEXT = new Set(['22021', '22P05']);
const STORAGE_FULL = new Set(['53100', '53200', '53300']);
const DATABASE_AWAY = new Set(['57P01', '57P02', '57P03', '08006', '08001', '08003']);
/** What the driver says, with no code, of a crowded pool and of a connection that broke under a statement. */
const GONE =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/;
const AWAY_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'P1001',
  'P1002',
  'P1017',
  'P2024',
  'P2028',
]);

/**
 * What storage answered, with a word that pages turn into a sentence: 503 for a full disk or an absent database, 400
 * for what is no text; other errors are null.
 */
function storageAnswer(error: unknown): TRPCError | null {
  const sqlState = refusalOf(error)?.sqlState ?? '';
  if (NOT_TEXT.has(sqlState)) {
    return new TRPCError({ code: 'BAD_REQUEST', message: 'not_text', cause: error });
  }
  if (STORAGE_FULL.has(sqlState)) {
    return new TRPCError({ code: 'SERVICE_UNAVAILABLE', message: 'storage_full', cause: error });
  }
  const code = error !== null && typeof error === 'object' && 'code' in error ? String(error.code) : '';
  const isGone = error instanceof Error && GONE.test(error.message);
  if (DATABASE_AWAY.has(sqlState) || AWAY_CODES.has(code) || isGone) {
    return new TRPCError({ code: 'SERVICE_UNAVAILABLE', message: 'database_away', cause: error });
  }
  return null;
}
