import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  documentOf,
  eventsIn,
  example,
  faultsOf,
  type Json,
  type OpenDoors,
  openDoors,
  othersEvent,
  ownEvents,
} from './doors.builders';

let doors: OpenDoors;
let key: { authorization: string };
let own: { boxes: string[]; sscc: string };
beforeAll(async () => {
  doors = await openDoors();
  own = await ownEvents(doors);
  key = await doors.key();
  for (const name of [
    'object_event_all_possible_fields.jsonld',
    'SensorDataExample1.jsonld',
    'EPCISQueryDocument.jsonld',
  ]) {
    expect((await doors.send('POST', '/capture', example(name), key)).status).toBe(202);
  }
});
afterAll(() => doors.close());

async function count(query: string): Promise<number> {
  const answer = await doors.get(`/events?perPage=1000&${query}`, key);
  expect(answer.document.detail, query).toBeUndefined();
  expect(faultsOf(answer.document)).toEqual([]);
  return eventsIn(answer).length;
}

const all = 5 + 1 + 1 + 2;
const uri = encodeURIComponent;

describe('parameters', () => {
  it.each([
    ['', all],
    ['eventType=AggregationEvent', 1],
    ['eventType=AggregationEvent|TransformationEvent', 3],
    ['EQ_bizStep=shipping', 2],
    ['EQ_bizStep=https%3A%2F%2Fref.gs1.org%2Fcbv%2FBizStep-shipping', 2],
    ['EQ_bizStep=shipping&EQ_action=ADD', 0],
    ['EQ_action=ADD', 3],
    ['EQ_disposition=in_transit', 2],
    ['EQ_persistentDisposition_set=completeness_verified', 1],
    ['EQ_persistentDisposition_unset=completeness_verified', 0],
    [`EQ_readPoint=${uri('urn:epc:id:sgln:4012345.00005.0')}`, 1],
    [`WD_bizLocation=${uri('urn:epc:id:sgln:0012345.11111.0')}`, 2],
    ['GE_eventTime=2026-06-07T00:00:00Z', 4],
    ['LT_eventTime=2006-01-01T00:00:00Z', 3],
    ['GE_eventTime=2005-04-03T20:33:31.116-06:00&LT_eventTime=2005-04-03T20:33:31.117-06:00', 1],
    ['GE_recordTime=2026-06-08T00:00:00Z', 4],
    ['LT_recordTime=2026-06-07T00:00:00Z', 1],
    [`MATCH_epc=${uri('urn:epc:id:sgtin:0614141.107346.2018')}`, 3],
    [`MATCH_epc=${uri('urn:epc:idpat:sgtin:0614141.107346.*')}`, 3],
    [`MATCH_anyEPC=${uri('urn:epc:idpat:sgtin:0614141.*.*')}`, 3],
    [`MATCH_epc=${uri('urn:epc:idpat:sgtin:4012345.*.*')}`, 1],
    [`EQ_bizTransaction_po=${uri('http://transaction.acme.com/po/12345678')}`, 2],
    [`EQ_bizTransaction_desadv=${uri('urn:epcglobal:cbv:bt:0614141073467:1152')}`, 1],
    [`EQ_source_owning_party=${uri('urn:epc:id:pgln:4012345.00225')}`, 1],
    [`EQ_destination_location=${uri('urn:epc:id:sgln:4012345.00225.0')}`, 0],
    [`MATCH_epcClass=${uri('urn:epc:class:lgtin:4012345.012345.998877')}`, 1],
    ['EQ_quantity=200', 1],
    ['GT_quantity=200', 1],
    ['GE_quantity_KGM=240.5', 1],
    ['LT_quantity=11', 2],
    ['EXISTS_errorDeclaration=true', 1],
    ['EXISTS_errorDeclaration=false', all],
    ['EQ_errorReason=incorrect_data', 1],
    ['GE_errorDeclarationTime=2006-11-07T13:00:00Z', 1],
    ['LT_errorDeclarationTime=2006-11-07T13:00:00Z', 0],
    ['EQ_type=Temperature', 3],
    ['GE_value_CEL=26.2', 1],
    ['GE_value_CEL=20&LT_value_CEL=27', 2],
    ['EQ_deviceID=urn:epc:id:giai:4000001.111', 2],
    ['EQ_booleanValue=true', 1],
    ['EQ_hexBinaryValue=f0f0f0', 1],
    ['GE_startTime=2019-04-02T12:55:01Z', 1],
    ['LT_endTime=2019-04-02T13:55:00Z', 0],
    ['EXISTS_ILMD_cbvmda:lotNumber=true', 2],
    ['EQ_ILMD_urn:epcglobal:cbv:mda:lotNumber=K7M2QXWD', 1],
    ['EQ_ILMD_baunghe:variety=RI6', 1],
    ['EQ_ILMD_cbvmda:countryOfOrigin=VN|GB', 2],
    ['GE_ILMD_cbvmda:netWeight=10', 2],
    [`EQ_${uri('http://example.com/ext1/string')}=string`, 1],
    [`EQ_${uri('http://example.com/ext1/#string')}=string`, 1],
    [`GT_${uri('http://example.com/ext1/int')}=9`, 1],
    [`GT_${uri('http://example.com/ext1/int')}=10`, 0],
    [`GE_${uri('http://example.com/ext1/time')}=2013-06-08T14:58:56Z`, 1],
    [`EXISTS_INNER_${uri('http://example.com/ext2/string')}=true`, 1],
    [`EQ_INNER_ILMD_${uri('http://example.com/ext3/string')}=stringInObjectInObject`, 1],
    [`EQ_SENSORREPORT_${uri('http://example.com/ext1/someFurtherReportData')}=someText`, 1],
    ['eventCountLimit=2', 2],
    ['maxEventCount=9', all],
  ])('%s finds %i', async (query, found) => {
    expect(await count(query)).toBe(found);
  });

  it('find boxes, loads and the fruit in them', async () => {
    const [box = ''] = own.boxes;
    expect(await count(`MATCH_outputEPC=${uri(box)}`)).toBe(1);
    expect(await count(`MATCH_inputEPC=${uri(box)}`)).toBe(0);
    expect(await count(`MATCH_anyEPC=${uri(box)}`)).toBe(3);
    expect(await count(`MATCH_parentID=${uri(own.sscc)}`)).toBe(1);
    const lot = 'https://id.gs1.org/01/99521234001006/10/K7M2QXWD';
    expect(await count(`MATCH_inputEPCClass=${uri(lot)}`)).toBe(2);
    expect(await count(`MATCH_anyEPCClass=${uri(lot)}`)).toBe(3);
  });

  it('take short names that GS1-Extensions declares', async () => {
    const headers = { ...key, 'GS1-Extensions': 'x=http://example.com/ext1/' };
    expect(eventsIn(await doors.get('/events?EQ_x:string=string', headers))).toHaveLength(1);
  });

  it.each([
    'EQ_action=MOVE',
    'GE_eventTime=yesterday',
    'GE_eventTime=2026-02-31T00:00:00Z',
    'GT_quantity=heavy',
    'orderBy=bizStep',
    'orderDirection=UP',
    'eventCountLimit=0',
    'eventCountLimit=1&maxEventCount=1',
    'MATCH_epc=urn:epc:idpat:sgtin:*.107346.2018',
    'EQ_bizStep=',
    'HASATTR_bizLocation=x',
    '__proto__=1',
    'nonsense=1',
    'perPage=0',
    'nextPageToken=abc',
  ])('%s is refused with its name', async (query) => {
    const answer = await doors.get(`/events?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.document.type).toBe('epcisException:QueryParameterException');
    expect(answer.document.detail).toContain(query.split('=')[0] ?? '');
  });

  it('say when more is found than may be', async () => {
    const answer = await doors.get('/events?maxEventCount=4');
    expect(answer.status).toBe(413);
    expect(answer.document.type).toBe('epcisException:QueryTooLargeException');
  });
});

describe('pages', () => {
  it.each([
    '',
    'orderBy=eventTime&',
    'orderBy=eventTime&orderDirection=ASC&',
    'orderBy=recordTime&',
    'eventCountLimit=7&',
  ])('of %s hold every event once, in order', async (order) => {
    const whole = eventsIn(await doors.get(`/events?${order}perPage=1000`, key));
    const seen: Json[] = [];
    let next: string | undefined = `${doors.url}/epcis/events?${order}perPage=2`;
    while (next) {
      const page = await doors.get(next, key);
      const link = page.headers.get('link');
      expect(eventsIn(page).length).toBeLessThanOrEqual(2);
      seen.push(...eventsIn(page).map(({ eventID = null }) => eventID));
      expect(page.headers.has('gs1-next-page-token-expires')).toBe(link !== null);
      next = /^<([^>]+)>; rel="next"$/.exec(link ?? '')?.[1];
    }
    expect(seen).toEqual(whole.map(({ eventID }) => eventID));
  });

  it('belong to their query', async () => {
    const link = (await doors.get('/events?perPage=2')).headers.get('link') ?? '';
    const token = /nextPageToken=([^&>]+)/.exec(link)?.[1] ?? '';
    expect((await doors.get(`/events?perPage=2&nextPageToken=${token}`)).status).toBe(200);
    expect((await doors.get(`/events?EQ_action=ADD&nextPageToken=${token}`)).status).toBe(400);
    const forged = Buffer.from(JSON.stringify(['no time', '1', null, 9e15, tokenQuery(token)])).toString(
      'base64url',
    );
    expect((await doors.get(`/events?perPage=2&nextPageToken=${forged}`)).status).toBe(400);
  });
});

function tokenQuery(token: string): Json {
  return JSON.parse(Buffer.from(token, 'base64url').toString())[4];
}

describe('top-level resources', () => {
  it('lead from the root to their members and to the events of each', async () => {
    const root = await doors.get('');
    expect(root.document.member).toEqual(
      expect.arrayContaining(['events', 'epcs', 'bizSteps', 'capture', 'queries']),
    );
    for (const kind of ['eventTypes', 'epcs', 'bizSteps', 'bizLocations', 'readPoints', 'dispositions']) {
      const { document } = await doors.get(`/${kind}?perPage=1000`, key);
      expect(document.type).toBe('Collection');
      const [member = ''] = (document.member as string[]).slice(-1);
      expect((await doors.get(`/${kind}/${uri(member)}`, key)).document.member).toEqual(['events']);
      const events = await doors.get(`/${kind}/${uri(member)}/events`, key);
      expect(eventsIn(events).length, kind).toBeGreaterThan(0);
      expect((await doors.get(`/${kind}/${uri('urn:unknown:x')}/events`, key)).status).toBe(404);
    }
  });

  it('take an EPC whose slashes are not encoded', async () => {
    expect(eventsIn(await doors.get(`/epcs/${own.boxes[0]}/events`))).toHaveLength(3);
  });

  it('are listed page by page', async () => {
    const whole = (await doors.get('/epcs?perPage=1000', key)).document.member as string[];
    const first = await doors.get('/epcs?perPage=3', key);
    const next = /^<([^>]+)>/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const second = await doors.get(next, key);
    expect([...(first.document.member as string[]), ...(second.document.member as string[])]).toEqual(
      whole.slice(0, 6),
    );
  });
});

describe('named queries', () => {
  it('are made, listed, asked and removed by who made them', async () => {
    const query = {
      name: 'leaving',
      query: { eventType: ['ObjectEvent'], EQ_bizStep: ['shipping', 'departing'] },
    };
    const made = await doors.send('POST', '/queries', query, key);
    expect([made.status, made.headers.get('location')]).toEqual([201, `${doors.url}/epcis/queries/leaving`]);
    expect((await doors.send('POST', '/queries', query, key)).status).toBe(409);
    expect((await doors.get('/queries', key)).document).toEqual([query]);
    expect((await doors.get('/queries/leaving', key)).document).toEqual(query);
    const found = await doors.get('/queries/leaving/events?perPage=1', key);
    expect(eventsIn(found)).toHaveLength(1);
    expect(found.headers.get('link')).toContain('/epcis/queries/leaving/events?');
    expect(JSON.stringify(found.document)).toContain('"queryName":"leaving"');
    expect(faultsOf(found.document)).toEqual([]);
    const other = await doors.key('another');
    expect((await doors.get('/queries/leaving', other)).status).toBe(404);
    expect((await doors.get('/queries/leaving/events')).status).toBe(401);
    expect((await doors.send('DELETE', '/queries/leaving', undefined, key)).status).toBe(204);
    expect((await doors.get('/queries/leaving', key)).document.type).toBe(
      'epcisException:NoSuchNameException',
    );
  });

  it('are refused when nobody could answer them', async () => {
    for (const query of [{ EQ_action: ['MOVE'] }, { nonsense: 1 }, { EQ_bizStep: [{}] }]) {
      expect((await doors.send('POST', '/queries', { name: 'bad', query }, key)).status).toBe(400);
    }
  });

  it('are not subscribed to here, and say so', async () => {
    const answer = await doors.send('POST', '/queries/leaving/subscriptions', {}, key);
    expect([answer.status, answer.document.type]).toEqual([501, 'epcisException:ImplementationException']);
  });
});

describe('negotiation', () => {
  it('tells in OPTIONS what a resource answers to', async () => {
    for (const [path, allow] of [
      ['/events', 'OPTIONS, GET, POST'],
      ['/capture', 'OPTIONS, POST, GET'],
      ['/bizSteps', 'OPTIONS, GET'],
      ['/queries/x', 'OPTIONS, GET, DELETE'],
    ]) {
      const { status, headers } = await doors.send('OPTIONS', path ?? '', undefined);
      expect([status, headers.get('allow')]).toEqual([204, allow]);
      expect(headers.get('gs1-epcis-max')).toBe('2.0.0');
    }
    const refused = await doors.send('PUT', '/events', {});
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'OPTIONS, GET, POST']);
  });

  it('gives JSON and JSON-LD, and nothing else', async () => {
    for (const media of ['application/json', 'application/ld+json']) {
      const answer = await doors.get('/events', { accept: media });
      expect(answer.headers.get('content-type')).toBe(media);
      expect(answer.headers.get('gs1-epcis-version')).toBe('2.0.0');
    }
    const refused: Record<string, string>[] = [
      { accept: 'application/xml' },
      { 'GS1-EPCIS-Min': '2.1.0' },
      { 'GS1-CBV-Max': '1.2' },
      { 'GS1-EPCIS-Version': 'new' },
      { 'GS1-EPC-Format': 'Always_EPC_URN' },
    ];
    for (const headers of refused) {
      const answer = await doors.get('/events', headers);
      expect([answer.status, answer.document.type]).toEqual([406, 'epcisException:NotAcceptableException']);
    }
  });

  it('keeps contexts apart that say different things with one short name', async () => {
    const mixed = await doors.key('mixed');
    const event = (id: string) => othersEvent({ eventID: `urn:uuid:${id}`, 'ex:mark': 'x' });
    for (const [id, ns] of [
      ['a', 'http://one.example/'],
      ['b', 'http://two.example/'],
    ] as const) {
      await doors.send('POST', '/capture', documentOf([event(id)], [{ ex: ns }]), mixed);
    }
    const answer = await doors.get('/events?EXISTS_http://one.example/mark=true', mixed);
    expect(answer.document['@context']).toContainEqual({ ex: 'http://one.example/' });
    const both = await doors.get('/events?EQ_bizStep=receiving', mixed);
    expect(eventsIn(both).map((one) => one['@context'])).toEqual([
      [{ ex: 'http://one.example/' }],
      [{ ex: 'http://two.example/' }],
    ]);
    expect(faultsOf(both.document)).toEqual([]);
  });
});
