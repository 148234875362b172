import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  EXAMPLES,
  eventsIn,
  example,
  faultsOf,
  type Json,
  type JsonObject,
  type OpenDoors,
  openDoors,
} from './doors.builders';

const NAMES = readdirSync(EXAMPLES).filter((name) => name.endsWith('.jsonld'));
const GS1 = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';

let doors: OpenDoors;
beforeAll(async () => {
  doors = await openDoors();
});
afterAll(() => doors.close());

/** Instants as what they mean, whatever their zone and number of noughts. */
function meaning(value: Json): Json {
  if (typeof value === 'string') {
    return /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(value)
      ? new Date(value).toISOString()
      : value;
  }
  if (Array.isArray(value)) return value.map(meaning);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, meaning(inner)]));
}

/** An event without what the repository itself says of it. */
function told({ recordTime: _recordTime, eventID: _eventID, ...event }: JsonObject): Json {
  return meaning(event);
}

function eventsOf(document: JsonObject): JsonObject[] {
  const body = document.epcisBody as {
    eventList?: JsonObject[];
    queryResults?: { resultsBody: { eventList: JsonObject[] } };
  };
  return body.eventList ?? body.queryResults?.resultsBody.eventList ?? [];
}

const beyondGs1 = (context: Json | undefined) => [context ?? []].flat().filter((entry) => entry !== GS1);

describe("GS1's example documents", () => {
  it('are all here', () => {
    expect(NAMES.length).toBe(30);
  });

  it.each(NAMES)('%s is captured and comes back equal in meaning', async (name) => {
    const document = example(name);
    const key = await doors.key(name.slice(0, 60));
    const sent = await doors.send('POST', '/capture', document, key);
    expect(sent.document).toEqual({});
    expect(sent.status).toBe(202);
    const job = await doors.get(sent.headers.get('location') ?? '', key);
    expect(job.document).toMatchObject({ running: false, success: true, errors: [] });

    const answer = await doors.get('/events?perPage=100', key);
    const given = eventsOf(document);
    expect(given.length).toBeGreaterThan(0);
    expect(eventsIn(answer).map(told)).toEqual(given.map(told));
    given.forEach((event, number) => {
      if (event.eventID) expect(eventsIn(answer)[number]?.eventID).toBe(event.eventID);
    });
    expect(beyondGs1(answer.document['@context'])).toEqual(beyondGs1(document['@context']));
    expect(faultsOf(answer.document)).toEqual([]);
  });

  it.each(NAMES.filter((name) => eventsOf(example(name)).length === 1))(
    '%s also as one event',
    async (name) => {
      const document = example(name);
      const [event = {}] = eventsOf(document);
      const key = await doors.key();
      const sent = await doors.send(
        'POST',
        '/events',
        { '@context': document['@context'] ?? [], ...event },
        key,
      );
      expect(sent.document).toMatchObject({ type: event.type });
      expect(sent.status).toBe(201);
      const answer = await doors.get(sent.headers.get('location') ?? '', key);
      expect(eventsIn(answer).map(told)).toEqual([told(event)]);
      expect(faultsOf(answer.document)).toEqual([]);
    },
  );
});
