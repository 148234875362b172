import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  documentOf,
  eventsIn,
  faultsOf,
  type JsonObject,
  MANAGER,
  type OpenDoors,
  openDoors,
  othersEvent,
  ownEvents,
  PACKER,
} from './doors.builders';

let doors: OpenDoors;
beforeAll(async () => {
  doors = await openDoors();
  await ownEvents(doors);
});
afterAll(() => doors.close());

let last = 0;
/** An event of another's with an id of its own. */
function anEvent(changes: JsonObject = {}): JsonObject {
  last += 1;
  return othersEvent({
    eventID: `urn:uuid:00000000-0000-4000-8000-${String(last).padStart(12, '0')}`,
    ...changes,
  });
}

const EPCS = ['B3F7HJ9KQ001', 'B3F7HJ9KQ002'].map((serial) => `urn:epc:id:sgtin:9521234.000200.${serial}`);

const wrong = () => anEvent({ eventTime: 'yesterday' });

describe('capture', () => {
  it('is for keys and managers', async () => {
    const document = documentOf([anEvent()]);
    const guest = await doors.send('POST', '/capture', document);
    expect(guest.status).toBe(401);
    expect(guest.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(guest.document).toMatchObject({ type: 'epcisException:SecurityException', status: 401 });
    expect((await doors.send('POST', '/capture', document, PACKER)).status).toBe(403);
    const unknown = { authorization: `Bearer epcis_${'A'.repeat(43)}` };
    expect((await doors.send('POST', '/capture', document, unknown)).status).toBe(401);
    expect((await doors.get('/events', unknown)).status).toBe(401);
    expect((await doors.send('POST', '/capture', document, MANAGER)).status).toBe(202);
  });

  it('keeps only the hash of a key, and an ended key opens nothing', async () => {
    const key = await doors.key('soon gone');
    const secret = key.authorization.slice('Bearer '.length);
    const kept = await doors.test.db.captureKey.findFirstOrThrow({ where: { name: 'soon gone' } });
    expect(JSON.stringify(kept)).not.toContain(secret);
    expect((await doors.get('/capture', key)).status).toBe(200);
    await doors.test.db.captureKey.update({ where: { id: kept.id }, data: { endedAt: new Date() } });
    expect((await doors.get('/capture', key)).status).toBe(401);
  });

  it('names the faulty field by its JSON pointer, and keeps nothing of a document under rollback', async () => {
    const key = await doors.key();
    const answer = await doors.send('POST', '/capture', documentOf([anEvent(), wrong()]), key);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.document.type).toBe('epcisException:ValidationException');
    expect(answer.document.detail).toContain('/epcisBody/eventList/1/eventTime');
    expect((await doors.get('/capture', key)).document).toEqual([]);
    const kept = eventsIn(await doors.get('/events?perPage=1000', key));
    expect(kept.filter(({ bizStep }) => bizStep === 'receiving')).toEqual([]);
  });

  it('keeps what it can under proceed, and says in the job what it could not', async () => {
    const key = await doors.key();
    const proceed = { ...key, 'GS1-Capture-Error-Behaviour': 'proceed' };
    const answer = await doors.send('POST', '/capture', documentOf([wrong(), anEvent()]), proceed);
    expect(answer.status).toBe(202);
    const job = await doors.get(answer.headers.get('location') ?? '', key);
    expect(job.document).toMatchObject({ running: false, success: false, captureErrorBehaviour: 'proceed' });
    expect(JSON.stringify(job.document.errors)).toContain('/epcisBody/eventList/0/eventTime');
    expect(eventsIn(await doors.get('/events?EQ_bizStep=receiving', key))).toHaveLength(1);
  });

  it('refuses a document of more events or bytes than the limits that OPTIONS tells', async () => {
    const key = await doors.key();
    const limits = (await doors.send('OPTIONS', '/capture', undefined)).headers;
    const events = Number(limits.get('gs1-epcis-capture-limit'));
    const bytes = Number(limits.get('gs1-epcis-capture-file-size-limit'));
    const many = await doors.send('POST', '/capture', documentOf(Array(events + 1).fill({})), key);
    expect(many.status).toBe(413);
    expect(many.document.type).toBe('epcisException:CaptureLimitExceededException');
    const large = await doors.send('POST', '/capture', ' '.repeat(bytes + 1), key);
    expect(large.status).toBe(413);
  });

  it('keeps the same document once, however often and at once it comes', async () => {
    const key = await doors.key();
    const document = documentOf([anEvent(), anEvent(), anEvent()]);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => doors.send('POST', '/capture', document, key)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(202));
    const jobs = await Promise.all(
      answers.map(({ headers }) => doors.get(headers.get('location') ?? '', key)),
    );
    expect(jobs.map((job) => job.document.success)).toEqual(Array(6).fill(true));
    expect(eventsIn(await doors.get('/events?EQ_bizStep=receiving', key))).toHaveLength(3);
  });

  it('keeps events without eventID once, under the hash of what they say, however they are written', async () => {
    const key = await doors.key();
    const { eventID: _none, ...event } = anEvent({ 'ex:note': ['b', null, 'a'], epcList: EPCS });
    const rewritten = { ...event, epcList: EPCS.toReversed(), eventTime: '2026-06-09T01:00:00Z' };
    const context = [{ ex: 'https://ns.example.com/epcis/' }];
    const sends = [documentOf([event], context), documentOf([event, rewritten], context)];
    for (const document of [...sends, ...sends]) {
      const answer = await doors.send('POST', '/capture', document, key);
      const job = await doors.get(answer.headers.get('location') ?? '', key);
      expect(job.document).toMatchObject({ success: true });
    }
    const kept = eventsIn(await doors.get('/events?EQ_bizStep=receiving', key));
    expect(kept).toHaveLength(1);
    expect(kept[0]?.eventID).toMatch(/^ni:\/\/\/sha-256;[0-9a-f]{64}\?ver=CBV2\.0$/);
    const other = documentOf([{ ...event, bizStep: 'storing' }], context);
    await doors.send('POST', '/capture', other, key);
    expect(eventsIn(await doors.get('/events?EQ_bizStep=storing', key))).toHaveLength(1);
    const again = { '@context': documentOf([], context)['@context'] ?? null, ...event };
    expect((await doors.send('POST', '/events', again, key)).status).toBe(409);
  });

  it('refuses another event under an eventID that is kept', async () => {
    const key = await doors.key();
    const event = anEvent();
    await doors.send('POST', '/capture', documentOf([event]), key);
    const other = documentOf([{ ...event, bizStep: 'storing' }, anEvent()]);
    const answer = await doors.send('POST', '/capture', other, key);
    const job = await doors.get(answer.headers.get('location') ?? '', key);
    expect(job.document).toMatchObject({ success: false });
    expect(JSON.stringify(job.document.errors)).toContain('ResourceAlreadyExistsException');
    expect(eventsIn(await doors.get('/events?EQ_bizStep=receiving', key))).toHaveLength(1);
  });

  it('keeps an error declaration beside the event that it speaks of', async () => {
    const key = await doors.key();
    const event = anEvent();
    const declared = {
      ...event,
      errorDeclaration: { declarationTime: '2026-06-11T00:00:00Z', reason: 'did_not_occur' },
    };
    await doors.send('POST', '/capture', documentOf([event]), key);
    await doors.send('POST', '/capture', documentOf([declared]), key);
    const answer = await doors.get(`/events/${encodeURIComponent(String(event.eventID))}`, key);
    expect(eventsIn(answer)).toHaveLength(2);
    expect(faultsOf(answer.document)).toEqual([]);
    expect(eventsIn(await doors.get('/events?EXISTS_errorDeclaration=true', key))).toHaveLength(1);
  });

  it('cannot be changed or emptied afterwards', async () => {
    const { db } = doors.test;
    for (const deed of [
      () => db.epcisEvent.updateMany({ data: { owner: 'own' } }),
      () => db.epcisEvent.deleteMany({}),
      () => db.captureJob.deleteMany({}),
      () => db.$executeRawUnsafe('TRUNCATE "epcis_event" CASCADE'),
    ]) {
      await expect(deed()).rejects.toThrow(/append.only|epcis_event|capture_job/);
    }
  });
});

describe('one event', () => {
  it('is captured at once and told back, the second time as a conflict', async () => {
    const key = await doors.key();
    const event = { '@context': documentOf([])['@context'] ?? [], ...anEvent() };
    const first = await doors.send('POST', '/events', event, key);
    expect(first.status).toBe(201);
    expect(first.document).toEqual(event);
    expect(faultsOf(first.document)).toEqual([]);
    const second = await doors.send('POST', '/events', event, key);
    expect(second.status).toBe(409);
    expect(second.document.type).toBe('epcisException:ResourceAlreadyExistsException');
  });

  it('gets an eventID when it has none', async () => {
    const key = await doors.key();
    const { eventID: _eventID, ...nameless } = anEvent();
    const told = await doors.send('POST', '/events', { '@context': [], ...nameless }, key);
    expect(told.document.eventID).toMatch(/^ni:\/\/\/sha-256;/);
    const again = await doors.get(told.headers.get('location') ?? '', key);
    expect(eventsIn(again)).toHaveLength(1);
  });
});

describe('what was captured', () => {
  it('is shown to its sender and the office, and to nobody else', async () => {
    const [mine, theirs] = [await doors.key('mine'), await doors.key('theirs')];
    const event = anEvent({ bizLocation: { id: 'urn:epc:id:sgln:9529999.00777.0' } });
    const sent = await doors.send('POST', '/capture', documentOf([event]), mine);
    const address = `/events/${encodeURIComponent(String(event.eventID))}`;
    const place = `/bizLocations/${encodeURIComponent('urn:epc:id:sgln:9529999.00777.0')}/events`;
    for (const path of [address, place]) {
      expect((await doors.get(path, mine)).status, path).toBe(200);
      expect((await doors.get(path, MANAGER)).status, path).toBe(200);
      for (const other of [theirs, PACKER, {}]) expect((await doors.get(path, other)).status, path).toBe(404);
    }
    const job = sent.headers.get('location') ?? '';
    expect((await doors.get(job, theirs)).status).toBe(404);
    expect((await doors.get(job)).status).toBe(401);
    expect(JSON.stringify((await doors.get('/bizLocations?perPage=1000')).document)).not.toContain('00777');
  });

  it('of the cooperative itself is shown to anyone', async () => {
    const answer = await doors.get('/events');
    expect(eventsIn(answer).map(({ bizStep }) => bizStep)).toEqual([
      'commissioning',
      'packing',
      'packing',
      'loading',
      'shipping',
    ]);
    expect(faultsOf(answer.document)).toEqual([]);
    expect(JSON.stringify(answer.document)).not.toMatch(/ord_|box_|lot_|har_/);
  });
});
