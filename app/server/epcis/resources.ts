import {
  type EpcisFailure,
  EVENTS_PER_PAGE,
  type JsonObject,
  MOST_CAPTURED_BYTES,
  MOST_CAPTURED_EVENTS,
  type ValueKind,
} from '@baunghe/api';
import type { Request } from 'express';
import type { Caller } from '../gate';
import { extensionsOf } from './negotiate';
import { notImplemented, problemOf } from './problems';
import { readText } from './read-text';

/** A request on its way through the doors. */
export interface Asked {
  api: Caller['epcis'];
  request: Request;
  parameters: URLSearchParams;
  /** The address of a resource of the repository, from its path. */
  address: (path: string) => string;
  /** The path that was asked for, as it came. */
  path: string;
}

/** What goes back. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** What a resource answers to, by method, and what OPTIONS tells of it beside the usual. */
export interface Resource {
  methods: Partial<Record<'DELETE' | 'GET' | 'POST', (asked: Asked) => Promise<Answer>>>;
  discovery?: Record<string, string>;
}

type Outcome<T> = { ok: true; value: T } | { ok: false; error: EpcisFailure };
type Next = { token: string; expires: Date } | null;

const KINDS: readonly ValueKind[] = [
  'eventTypes',
  'epcs',
  'bizSteps',
  'bizLocations',
  'readPoints',
  'dispositions',
];
const TOP_LEVEL = ['events', ...KINDS, 'capture', 'queries'];
const GS1_CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';

/** The resource at a path below /epcis (EPCIS 2.0, 12); null when there is none. */
export function resourceAt(parts: readonly string[]): Resource | null {
  const [top, ...rest] = parts;
  if (top === undefined) return { methods: { GET: async () => found(collection(TOP_LEVEL)) } };
  if (top === 'capture') return captureAt(rest);
  if (top === 'events') return rest.length === 0 ? EVENTS : oneEvent(rest.join('/'));
  if (top === 'queries') return queriesAt(rest);
  if (top === 'nextPageToken' && rest.length === 1) return TOKENS;
  const kind = KINDS.find((each) => each === top);
  return kind ? valuesAt(kind, rest) : null;
}

function captureAt(rest: readonly string[]): Resource | null {
  if (rest.length === 0) return CAPTURE;
  const [id = ''] = rest;
  if (rest.length > 1) return null;
  return { methods: { GET: async ({ api }) => found(taken(await api.captureJob({ id: id.slice(0, 64) }))) } };
}

const CAPTURE: Resource = {
  discovery: {
    'GS1-EPCIS-Capture-Limit': String(MOST_CAPTURED_EVENTS),
    'GS1-EPCIS-Capture-File-Size-Limit': String(MOST_CAPTURED_BYTES),
    'GS1-Capture-Error-Behaviour': 'all',
  },
  methods: {
    async POST({ api, request, address }) {
      const errorBehaviour = request.get('gs1-capture-error-behaviour') ?? 'rollback';
      if (errorBehaviour !== 'rollback' && errorBehaviour !== 'proceed') {
        throw problemOf({
          code: 'validation',
          detail: 'GS1-Capture-Error-Behaviour must be rollback or proceed',
        });
      }
      const { captureId } = taken(await api.capture({ text: await readText(request), errorBehaviour }));
      return { status: 202, headers: { Location: address(`capture/${captureId}`) } };
    },
    async GET(asked) {
      const { members, next } = taken(await asked.api.captureJobs(pageOf(asked)));
      return found(members, onwards(asked, next));
    },
  },
};

const EVENTS: Resource = {
  methods: {
    async GET(asked) {
      return events(asked, null);
    },
    async POST({ api, request, address }) {
      const { eventId, event } = taken(await api.captureEvent({ text: await readText(request) }));
      const headers = { Location: address(`events/${encodeURIComponent(eventId)}`) };
      return { status: 201, headers, body: event };
    },
  },
};

function oneEvent(given: string): Resource {
  return {
    methods: {
      async GET({ api, parameters }) {
        // An event hash id holds a question mark, which not every client encodes.
        const version = parameters.get('ver');
        const eventId =
          given.startsWith('ni:') && version && !given.includes('?') ? `${given}?ver=${version}` : given;
        return found(taken(await api.event({ eventId: eventId.slice(0, 2_000) })).document);
      },
    },
  };
}

function valuesAt(kind: ValueKind, rest: readonly string[]): Resource {
  if (rest.length === 0) {
    return {
      methods: {
        async GET(asked) {
          const { document, next } = taken(await asked.api.values({ kind, ...pageOf(asked) }));
          return found(document, onwards(asked, next));
        },
      },
    };
  }
  const itsEvents = rest.length > 1 && rest.at(-1) === 'events';
  const value = (itsEvents ? rest.slice(0, -1) : rest).join('/').slice(0, 2_000);
  if (itsEvents) return { methods: { GET: (asked) => events(asked, { kind, value }) } };
  return {
    methods: {
      async GET({ api }) {
        if (await api.holdsValue({ kind, value })) return found(collection(['events']));
        throw problemOf({ code: 'no_such_name', detail: `nothing is known of it in ${kind}` });
      },
    },
  };
}

function queriesAt(rest: readonly string[]): Resource | null {
  const [name, below, ...deeper] = rest;
  if (name === undefined) return QUERIES;
  if (below === undefined) return oneQuery(name);
  if (below === 'subscriptions' && deeper.length <= 1) return SUBSCRIPTIONS;
  return below === 'events' && deeper.length === 0 ? eventsOfQuery(name) : null;
}

const QUERIES: Resource = {
  methods: {
    async GET(asked) {
      const { members, next } = taken(await asked.api.queries(pageOf(asked)));
      return found(members, onwards(asked, next));
    },
    async POST({ api, request, address }) {
      const text = await readText(request);
      const extensions = extensionsOf(request);
      const name = taken(await api.createQuery({ text, extensions }));
      return { status: 201, headers: { Location: address(`queries/${encodeURIComponent(name)}`) } };
    },
  },
};

function oneQuery(name: string): Resource {
  return {
    methods: {
      GET: async ({ api }) => found(taken(await api.query({ name: name.slice(0, 200) }))),
      async DELETE({ api }) {
        taken(await api.removeQuery({ name: name.slice(0, 200) }));
        return { status: 204 };
      },
    },
  };
}

function eventsOfQuery(name: string): Resource {
  return {
    methods: {
      async GET(asked) {
        if (asked.request.headers.upgrade !== undefined)
          throw notImplemented('queries cannot be subscribed to here');
        const wanted = {
          name: name.slice(0, 200),
          extensions: extensionsOf(asked.request),
          ...pageOf(asked),
        };
        const { document, next } = taken(await asked.api.queryEvents(wanted));
        return found(document, onwards(asked, next));
      },
    },
  };
}

const refused = (what: string) => async (): Promise<Answer> => {
  throw notImplemented(what);
};
const noSubscriptions = refused('queries cannot be subscribed to here');
const SUBSCRIPTIONS: Resource = {
  methods: { GET: noSubscriptions, POST: noSubscriptions, DELETE: noSubscriptions },
};
const TOKENS: Resource = { methods: { DELETE: refused('a page token ends by itself within the hour') } };

async function events(asked: Asked, within: { kind: ValueKind; value: string } | null): Promise<Answer> {
  const parameters: Record<string, string[]> = {};
  for (const [name, value] of asked.parameters) {
    if (name === 'perPage' || name === 'nextPageToken') continue;
    if (Object.hasOwn(Object.prototype, name))
      throw problemOf({ code: 'query_parameter', detail: `${name}: unknown` });
    parameters[name] = [...(parameters[name] ?? []), ...value.split('|')];
  }
  const wanted = { parameters, within, extensions: extensionsOf(asked.request), ...pageOf(asked) };
  const { document, next } = taken(await asked.api.events(wanted));
  return found(document, onwards(asked, next));
}

/** The page asked for; a larger one than is given here becomes the largest. */
function pageOf({ parameters }: Asked): { perPage: number; nextPageToken: string | null } {
  const perPage = parameters.get('perPage') ?? String(EVENTS_PER_PAGE.usual);
  if (!/^[1-9]\d{0,8}$/.test(perPage)) {
    throw problemOf({ code: 'query_parameter', detail: 'perPage: must be a whole number from 1' });
  }
  const nextPageToken = parameters.get('nextPageToken')?.slice(0, 2_000) ?? null;
  return { perPage: Math.min(Number(perPage), EVENTS_PER_PAGE.most), nextPageToken };
}

/** The headers that lead to the next page (EPCIS 2.0, 12.4). */
function onwards({ path, parameters, address }: Asked, next: Next): Record<string, string> {
  if (!next) return {};
  const onward = new URLSearchParams(parameters);
  onward.set('nextPageToken', next.token);
  return {
    Link: `<${address(path)}?${onward}>; rel="next"`,
    'GS1-Next-Page-Token-Expires': next.expires.toISOString(),
  };
}

function taken<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw problemOf(outcome.error);
}

function found(body: unknown, headers: Record<string, string> = {}): Answer {
  return { status: 200, headers, body };
}

function collection(member: string[]): JsonObject {
  return { '@context': GS1_CONTEXT, type: 'Collection', member };
}
