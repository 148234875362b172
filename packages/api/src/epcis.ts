import { fail, ok, type Result, type Tx } from '@baunghe/db';
import {
  type CheckedDocument,
  captureJob,
  captureJobs,
  captureKeys,
  checkDocument,
  checkLoneEvent,
  collection,
  createQuery,
  type EpcisFailure,
  type EventPage,
  endCaptureKey,
  holdsValue,
  type JsonObject,
  keepDocument,
  MOST_BYTES,
  makeCaptureKey,
  type Names,
  namedQueries,
  namedQuery,
  namesOf,
  ownerOf,
  type Parameters,
  PER_PAGE,
  parametersOf,
  parseJson,
  prefixesOf,
  queryEvents,
  type Reader,
  readQuery,
  removeQuery,
  valuesOfKind,
} from '@baunghe/trace';
import { z } from 'zod';
import type { ApiContext } from './context.ts';
import { id, line } from './fields.ts';
import { epcisReader, epcisWriter, only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const manager = only('manager');

/** A document as its JSON text: read here, so that nothing but JSON comes in on any way. */
const text = z.string().max(MOST_BYTES);
const kind = z.enum(['bizLocations', 'bizSteps', 'dispositions', 'epcs', 'eventTypes', 'readPoints']);
const page = z.object({
  perPage: z.number().int().min(1).max(PER_PAGE.most),
  nextPageToken: z.string().max(2_000).nullable(),
});
const names = z.object({ extensions: z.record(z.string().max(100), z.string().max(500)) });
const values = z.record(z.string().max(2_000), z.array(z.string().max(8_000)));

/** The parameter that asks for one member of a top-level resource. */
const PARAMETER_OF: Record<z.infer<typeof kind>, string> = {
  bizLocations: 'EQ_bizLocation',
  bizSteps: 'EQ_bizStep',
  dispositions: 'EQ_disposition',
  epcs: 'MATCH_anyEPC',
  eventTypes: 'eventType',
  readPoints: 'EQ_readPoint',
};

/** The EPCIS 2.0 repository. Our own events are open to all; to capture, and to read what was captured, needs a key. */
export const epcisRouter = router({
  /** Takes in a document; the answer is its job, done already. */
  capture: epcisWriter
    .input(z.object({ text, errorBehaviour: z.enum(['rollback', 'proceed']) }))
    .mutation(async ({ ctx, input: { text: sent, errorBehaviour } }) => {
      const document = parseJson(sent);
      if (!document.ok) return document;
      const captured = { document: document.value, owner: ownerOf(ctx.reader), errorBehaviour };
      const checked = await checkDocument(captured);
      return checked.ok ? ok(await keep(ctx, checked.value)) : checked;
    }),

  /** Takes in one event. The answer is the event as it is kept. */
  captureEvent: epcisWriter
    .input(z.object({ text }))
    .mutation(
      async ({ ctx, input }): Promise<Result<{ eventId: string; event: JsonObject }, EpcisFailure>> => {
        const document = parseJson(input.text);
        if (!document.ok) return document;
        const captured = { document: document.value, owner: ownerOf(ctx.reader) };
        const checked = await checkLoneEvent(captured);
        if (!checked.ok) return checked;
        const kept = await keep(ctx, checked.value);
        const [eventId] = kept.written;
        const [row] = checked.value.rows;
        if (eventId === undefined || !row) {
          const detail = `an event with the eventID ${row?.row.eventId ?? ''} is kept already`;
          return fail({ code: 'already_exists', detail });
        }
        return ok({ eventId, event: { ...checked.value.envelope, ...(row.row.body as JsonObject) } });
      },
    ),

  captureJob: epcisWriter
    .input(z.object({ id }))
    .query(({ ctx, input }) => captureJob(ctx.database, ctx.reader, input.id)),

  captureJobs: epcisWriter
    .input(page)
    .query(({ ctx, input }) => captureJobs(ctx.database, ctx.reader, listed(ctx, input))),

  /** A page of events: of all, or of one member of a top-level resource. */
  events: epcisReader
    .input(
      page.extend(names.shape).extend({
        parameters: values,
        within: z.object({ kind, value: z.string().max(2_000) }).nullable(),
      }),
    )
    .query(async ({ ctx, input }): Promise<Result<EventPage, EpcisFailure>> => {
      const { parameters, within } = input;
      if (within && !(await holdsValue(ctx.database, ctx.reader, within.kind, within.value))) {
        return fail({ code: 'no_such_name', detail: `nothing is known of it in ${within.kind}` });
      }
      const named = { name: 'SimpleEventQuery', asked: JSON.stringify([parameters, within]) };
      const also = within ? { [PARAMETER_OF[within.kind]]: [within.value] } : {};
      return find(ctx, ctx.reader, {
        ...input,
        ...named,
        parameters,
        also,
        names: namesFor(ctx, input.extensions),
      });
    }),

  /** One event, with the error declarations that speak of it. */
  event: epcisReader
    .input(z.object({ eventId: z.string().min(1).max(2_000) }))
    .query(async ({ ctx, input: { eventId } }): Promise<Result<EventPage, EpcisFailure>> => {
      const wanted = { parameters: { EQ_eventID: [eventId] }, also: {}, names: namesFor(ctx, {}) };
      const first = { perPage: PER_PAGE.most, nextPageToken: null, name: 'SimpleEventQuery', asked: '' };
      const found = await find(ctx, ctx.reader, { ...wanted, ...first });
      if (found.ok && found.value.events === 0)
        return fail({ code: 'no_such_name', detail: 'no such event' });
      return found;
    }),

  /** What a top-level resource holds. */
  values: epcisReader.input(page.extend({ kind })).query(async ({ ctx, input }) => {
    const found = await valuesOfKind(ctx.database, ctx.reader, input.kind, listed(ctx, input));
    if (!found.ok) return found;
    return ok({ document: collection(found.value.members), next: found.value.next });
  }),

  holdsValue: epcisReader
    .input(z.object({ kind, value: z.string().max(2_000) }))
    .query(({ ctx, input }) => holdsValue(ctx.database, ctx.reader, input.kind, input.value)),

  createQuery: epcisWriter
    .input(names.extend({ text: z.string().max(100_000) }))
    .mutation(async ({ ctx, input }) => {
      const definition = parseJson(input.text);
      if (!definition.ok) return definition;
      const { now } = ctx.moment();
      const owner = ownerOf(ctx.reader);
      return createQuery(ctx.database, now, owner, definition.value, namesFor(ctx, input.extensions));
    }),

  queries: epcisWriter
    .input(page)
    .query(({ ctx, input }) => namedQueries(ctx.database, ownerOf(ctx.reader), listed(ctx, input))),

  query: epcisWriter
    .input(z.object({ name: z.string().max(200) }))
    .query(({ ctx, input }) => namedQuery(ctx.database, ownerOf(ctx.reader), input.name)),

  removeQuery: epcisWriter
    .input(z.object({ name: z.string().max(200) }))
    .mutation(({ ctx, input }) => removeQuery(ctx.database, ownerOf(ctx.reader), input.name)),

  /** A page of what a named query finds. */
  queryEvents: epcisWriter
    .input(page.extend(names.shape).extend({ name: z.string().max(200) }))
    .query(async ({ ctx, input }): Promise<Result<EventPage, EpcisFailure>> => {
      const defined = await namedQuery(ctx.database, ownerOf(ctx.reader), input.name);
      if (!defined.ok) return defined;
      const { name, query } = defined.value;
      const parameters = parametersOf(query);
      if (!parameters.ok) return parameters;
      const asked = {
        name,
        asked: JSON.stringify([name, query]),
        names: namesOf(query, namesFor(ctx, input.extensions)),
      };
      return find(ctx, ctx.reader, { ...input, ...asked, parameters: parameters.value, also: {} });
    }),

  /** The keys of others' systems, without the keys themselves. */
  keys: manager.query(({ ctx }) => captureKeys(ctx.database)),

  /** Makes a key, once: it is told to the first sending alone, and stands in no kept answer. */
  makeKey: manager
    .input(writeKey.extend({ name: line(80, 'name_missing') }))
    .mutation(async ({ ctx, input }) => {
      let told: string | null = null;
      const done = await writeOnce(ctx, 'epcis.makeKey', input, async (tx) => {
        const by = { userId: ctx.person.userId, name: input.name };
        const { id, key } = await makeCaptureKey(tx, ctx.moment(), by);
        told = key;
        return ok({ id });
      });
      return told === null ? fail({ code: 'key_shown_once' }) : ok({ ...done.value, key: String(told) });
    }),

  endKey: manager
    .input(z.object({ id }))
    .mutation(({ ctx, input }) => endCaptureKey(ctx.database, ctx.moment(), input.id)),
});

function keep(ctx: ApiContext, checked: CheckedDocument) {
  return ctx.database.$transaction((tx: Tx) => keepDocument(tx, ctx.moment(), checked));
}

function listed(ctx: ApiContext, { perPage, nextPageToken }: z.infer<typeof page>) {
  return { perPage, nextPageToken, now: ctx.moment().now };
}

function namesFor(ctx: ApiContext, extensions: Record<string, string>): Names {
  return { prefixes: prefixesOf(extensions), ownNamespace: `${ctx.settings.publicUrl}/epcis/terms/` };
}

interface Wanted extends z.infer<typeof page> {
  name: string;
  asked: string;
  parameters: Parameters;
  also: Parameters;
  names: Names;
}

async function find(
  ctx: ApiContext,
  reader: Reader,
  wanted: Wanted,
): Promise<Result<EventPage, EpcisFailure>> {
  const query = readQuery(wanted.parameters, wanted.names);
  if (!query.ok) return query;
  const also = readQuery(wanted.also, wanted.names);
  if (!also.ok) return also;
  query.value.allOf.push(...also.value.allOf);
  query.value.epcs.push(...also.value.epcs);
  return ctx.database.$transaction((tx: Tx) =>
    queryEvents(tx, {
      reader,
      query: query.value,
      asked: wanted.asked,
      queryName: wanted.name,
      ownNamespace: wanted.names.ownNamespace,
      ...listed(ctx, wanted),
    }),
  );
}
