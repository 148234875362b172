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
  type Told,
} from './doors.builders';

let doors: OpenDoors;
let boxes: string[];
let sscc: string;
beforeAll(async () => {
  doors = await openDoors();
  ({ boxes, sscc } = await ownEvents(doors));
});
afterAll(() => doors.close());

const uri = encodeURIComponent;
const CLASS = 'https://id.gs1.org/01/09521234002000';
/** The boxes that an answer names anywhere. */
const namedIn = ({ document, headers }: Told): string[] => {
  const token = /nextPageToken=([^&>]+)/.exec(headers.get('link') ?? '')?.[1] ?? '';
  const text = JSON.stringify(document) + Buffer.from(token, 'base64url');
  return boxes.filter((epc) => text.includes(epc.slice(-12)));
};
const stepOf = (told: Told, bizStep: string): JsonObject =>
  eventsIn(told).find((event) => event.bizStep === bizStep) ?? {};

describe('an event of ours, to anyone', () => {
  it('counts its boxes by their kind and names none of them, as GS1’s schema has it', async () => {
    const told = await doors.get('/events?perPage=1000');
    expect(eventsIn(told)).toHaveLength(5);
    expect(namedIn(told)).toEqual([]);
    expect(faultsOf(told.document)).toEqual([]);
    const two = [{ epcClass: CLASS, quantity: 2 }];
    expect(stepOf(told, 'shipping')).toMatchObject({ epcList: [sscc], quantityList: two });
    expect(stepOf(told, 'loading')).toMatchObject({ parentID: sscc, childQuantityList: two });
    expect(stepOf(told, 'loading')).not.toHaveProperty('childEPCs');
    expect(stepOf(told, 'packing')).toMatchObject({
      outputQuantityList: [{ epcClass: CLASS, quantity: 1 }],
      'baunghe:unnamedBoxes': 1,
    });
    expect(stepOf(told, 'commissioning')).not.toHaveProperty('baunghe:unnamedBoxes');
  });

  it('names the box that is asked for, and counts the others', async () => {
    const [asked = ''] = boxes;
    for (const path of [
      `/events?MATCH_anyEPC=${uri(asked)}`,
      `/events?MATCH_anyEPC=${uri(asked)}|${uri(sscc)}`,
      `/epcs/${asked}/events`,
      `/epcs/${uri(asked)}/events?perPage=1`,
    ]) {
      const told = await doors.get(path);
      expect(namedIn(told), path).toEqual([asked]);
      expect(faultsOf(told.document)).toEqual([]);
    }
    const told = await doors.get(`/events?MATCH_epc=${uri(asked)}`);
    expect(stepOf(told, 'shipping')).toMatchObject({
      epcList: [sscc, asked],
      quantityList: [{ epcClass: CLASS, quantity: 1 }],
      'baunghe:unnamedBoxes': 1,
    });
    const packing = await doors.get(`/events?MATCH_outputEPC=${uri(asked)}`);
    expect(stepOf(packing, 'packing')).toMatchObject({ outputEPCList: [asked] });
    expect(stepOf(packing, 'packing')).not.toHaveProperty('baunghe:unnamedBoxes');
    const both = await doors.get(`/events?MATCH_anyEPC=${boxes.map(uri).join('|')}`);
    expect(namedIn(both)).toEqual(boxes);
  });

  it('names no box by its id, its load, its lot, a place or a step', async () => {
    const events = eventsIn(await doors.get('/events?perPage=1000'));
    const ids = events.map(({ eventID }) => `/events/${uri(String(eventID))}`);
    const lists = ['eventTypes', 'bizSteps', 'bizLocations', 'readPoints', 'dispositions', 'epcs'];
    for (const kind of lists) {
      const { document } = await doors.get(`/${kind}?perPage=1000`);
      for (const member of document.member as string[]) ids.push(`/${kind}/${uri(member)}/events`);
    }
    ids.push(`/events?MATCH_anyEPCClass=${uri('https://id.gs1.org/01/99521234001006/10/K7M2QXWD')}`);
    for (const path of ids) {
      const told = await doors.get(path);
      expect([path, told.status, namedIn(told)]).toEqual([path, 200, []]);
    }
  });

  it.each([
    'urn:epc:idpat:sgtin:*.*.*',
    'urn:epc:idpat:sgtin:9521234.*.*',
    'urn:epc:idpat:sgtin:9521234.000200.*',
    'urn:epc:idpat:sgtin:9521234.000200.B3F7HJ9KQ00',
    'https://id.gs1.org/01/09521234002000/21/B3F7HJ9KQ00',
    'https://id.gs1.org/01/09521234002000/21/*',
    'https://id.gs1.org/01/09521234002000',
  ])('is not found by a pattern or a beginning of its boxes’ numbers: %s', async (pattern) => {
    for (const name of ['MATCH_epc', 'MATCH_anyEPC', 'MATCH_outputEPC', 'MATCH_epcClass']) {
      const told = await doors.get(`/events?${name}=${uri(pattern)}`);
      if (told.status === 200) expect(eventsIn(told)).toEqual([]);
      else expect(told.status).toBe(400);
    }
    const { status } = await doors.get(`/epcs/${uri(pattern)}/events`);
    expect(status).toBe(404);
  });

  it('is as little told to people of other work than the manager’s', async () => {
    expect(namedIn(await doors.get('/events?perPage=1000', PACKER))).toEqual([]);
    expect((await doors.get('/epcs?perPage=1000', PACKER)).document.member).toEqual([sscc]);
  });
});

describe('the list of EPCs', () => {
  it('holds loads and no box, on whatever page', async () => {
    expect((await doors.get('/epcs')).document.member).toEqual([sscc]);
    expect(namedIn(await doors.get('/epcs?perPage=1'))).toEqual([]);
  });

  it('tells of a box that is named, and of no other', async () => {
    expect((await doors.get(`/epcs/${boxes[0]}`)).status).toBe(200);
    expect((await doors.get(`/epcs/${boxes[0]?.slice(0, -1)}`)).status).toBe(404);
  });
});

describe('our boxes', () => {
  it('are all named to the manager', async () => {
    expect(namedIn(await doors.get('/events?perPage=1000', MANAGER))).toEqual(boxes);
    expect((await doors.get('/epcs?perPage=1000', MANAGER)).document.member).toEqual([sscc, ...boxes].sort());
  });

  it('are named to another’s system once it told of them itself', async () => {
    const key = await doors.key();
    expect(namedIn(await doors.get('/events?perPage=1000', key))).toEqual([]);
    expect((await doors.get('/epcs?perPage=1000', key)).document.member).toEqual([sscc]);
    const [had = ''] = boxes;
    const receiving = documentOf([othersEvent({ epcList: [had] })]);
    expect((await doors.send('POST', '/capture', receiving, key)).status).toBe(202);
    const told = await doors.get('/events?EQ_bizStep=shipping', key);
    expect(namedIn(told)).toEqual([had]);
    expect((await doors.get('/epcs?perPage=1000', key)).document.member).toEqual([sscc, had].sort());
    const other = await doors.key('another importer');
    expect(namedIn(await doors.get('/events?perPage=1000', other))).toEqual([]);
    expect(namedIn(await doors.get('/events?perPage=1000'))).toEqual([]);
  });

  it('are named by a query under a name only where it names them', async () => {
    const key = await doors.key('a third');
    const [asked = ''] = boxes;
    for (const [name, query] of Object.entries({ all: {}, one: { MATCH_anyEPC: [asked] } }))
      expect((await doors.send('POST', '/queries', { name, query }, key)).status).toBe(201);
    expect(namedIn(await doors.get('/queries/all/events', key))).toEqual([]);
    expect(namedIn(await doors.get('/queries/one/events', key))).toEqual([asked]);
  });
});
