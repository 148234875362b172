import { describe, expect, it } from 'vitest';
import { eventHashId } from './event-hash.ts';
import { type EpcisEvent, eventPreHash } from './event-pre-hash.ts';

const namespaces = { example: 'https://ns.example.com/epcis/' };

/** Events and hashes from github.com/RalphTro/epcis-event-hash-generator, tests/examples, by the names of the files. */
const vectors: Record<string, { event: EpcisEvent; hash: string }> = {
  ReferenceEventHashAlgorithm: {
    event: {
      type: 'ObjectEvent',
      eventTime: '2020-03-04T11:00:30.000+01:00',
      eventTimeZoneOffset: '+01:00',
      recordTime: '2020-03-04T11:00:30.999+01:00',
      epcList: [
        'urn:epc:id:sscc:4012345.0000000333',
        'urn:epc:id:sscc:4012345.0000000111',
        'urn:epc:id:sscc:4012345.0000000222',
      ],
      action: 'OBSERVE',
      bizStep: 'departing',
      readPoint: { id: 'urn:epc:id:sgln:4012345.00011.987' },
      'example:myField1': { 'example:mySubField1': '2', 'example:mySubField2': '5' },
      'example:myField2': '0',
      'example:myField3': { 'example:mySubField3': ['3', '1'] },
    },
    hash: '6ae96341e0acc6d7a261364751f60e68278a81cdf51da0abb6b4e617014e39d7',
  },
  ReferenceEventHashAlgorithm2: {
    event: {
      type: 'ObjectEvent',
      eventTime: '2020-04-01T15:00:00+01:00',
      eventTimeZoneOffset: '+01:00',
      epcList: ['urn:epc:id:sgtin:4012345.011111.9876'],
      action: 'OBSERVE',
      bizStep: 'inspecting',
      readPoint: { id: 'urn:epc:id:sgln:4012345.00005.0' },
      sensorElementList: [
        {
          sensorMetadata: {
            deviceID: 'urn:epc:id:giai:4000001.111',
            deviceMetadata: 'https://id.gs1.org/8004/4000001111',
          },
          sensorReport: [
            { type: 'Temperature', value: 26, sDev: 0.1, uom: 'CEL' },
            { type: 'AbsoluteHumidity', value: 12.1, uom: 'A93' },
            {
              type: 'Dimensionless',
              microorganism: 'https://www.ncbi.nlm.nih.gov/taxonomy/1126011',
              value: 0.05,
              uom: 'C35',
            },
            {
              type: 'Dimensionless',
              chemicalSubstance: 'https://identifiers.org/inchikey:CZMRCDWAGMRECN-UGDNZRGBSA-N',
              value: 0.18,
              uom: 'C35',
            },
          ],
        },
      ],
    },
    hash: '49b13037c36e84ad9307c531671b00e901318c3957e4b1151f816ec49eb668da',
  },
  ReferenceEventHashAlgorithm3: {
    event: {
      type: 'ObjectEvent',
      eventTime: '2020-03-04T11:00:30+01:00',
      eventTimeZoneOffset: '+01:00',
      epcList: ['urn:epc:id:sgtin:0614141.011111.987'],
      action: 'OBSERVE',
      bizStep: 'departing',
      disposition: 'in_transit',
      readPoint: { id: 'urn:epc:id:sgln:4012345.00011.0', 'example:myField1': 'AB-12' },
      bizTransactionList: [{ type: 'po', bizTransaction: 'urn:epc:id:gdti:4012345.11111.123' }],
      sourceList: [{ type: 'owning_party', source: 'urn:epc:id:pgln:4012345.00000' }],
      destinationList: [{ type: 'owning_party', destination: 'urn:epc:id:pgln:0614141.00000' }],
      'example:userExt': 'CD-34',
    },
    hash: 'a13cbe6c8bb6df3710b3edaeff760a1365ec8fd69ca1f4d7e0c10eb5189a883a',
  },
  epcisDocWithAllGS1Keys: {
    event: {
      type: 'ObjectEvent',
      eventTime: '2023-03-27T11:30:00.0Z',
      eventTimeZoneOffset: '+01:00',
      epcList: [
        'urn:epc:id:sgtin:4012345.012345.12',
        'urn:epc:id:sscc:4012345.0000000333',
        'https://id.gs1.org/00/040123450000003338',
        'urn:epc:id:grai:4012345.66666.87',
        'urn:epc:id:giai:4012345.AAbb',
        'urn:epc:id:gsrn:4012345.9876540000',
        'urn:epc:id:gsrnp:4012345.0000098765',
        'urn:epc:id:gdti:4012345.55555.98',
        'urn:epc:id:cpi:4012345.ABC.123',
        'urn:epc:id:sgcn:4012345.99999.44',
        'urn:epc:id:ginc:4012345.333',
        'urn:epc:id:gsin:4012345.999987654',
        'urn:epc:id:itip:4012345.012345.01.02.999',
        'urn:epc:id:upui:4012345.012345.AB12',
      ],
      quantityList: [
        { epcClass: 'urn:epc:class:lgtin:4054739.099914.20160711' },
        { epcClass: 'urn:epc:idpat:sgtin:4054739.099914.*' },
        { epcClass: 'urn:epc:idpat:grai:4012345.66666.*' },
        { epcClass: 'urn:epc:idpat:gdti:4012345.55555.*' },
        { epcClass: 'urn:epc:idpat:sgcn:4012345.99999.*' },
        { epcClass: 'urn:epc:idpat:cpi:4012345.ABC.*' },
        { epcClass: 'urn:epc:idpat:itip:4012345.012345.01.02.*' },
      ],
      action: 'OBSERVE',
      bizStep: 'other',
      readPoint: { id: 'urn:epc:id:sgln:4012345.00011.987' },
    },
    hash: '40744f32beff53a4bf5bb5956d465cb52de5bbcc9f131409d8efb903b04d9351',
  },
  epcisDocWithShippingAndTransportingEvent: {
    event: {
      type: 'ObjectEvent',
      eventTime: '2022-02-16T12:50:00.000+01:00',
      eventTimeZoneOffset: '+01:00',
      epcList: ['urn:epc:id:sscc:4012345.1112223334'],
      action: 'OBSERVE',
      bizStep: 'departing',
      readPoint: { id: 'urn:epc:id:sgln:4012345.00022.0' },
      bizTransactionList: [{ type: 'desadv', bizTransaction: 'urn:epcglobal:cbv:bt:4012345000009:ASN1099' }],
      sourceList: [{ type: 'possessing_party', source: 'urn:epc:id:pgln:4012345.00000' }],
      destinationList: [{ type: 'possessing_party', destination: 'urn:epc:id:pgln:4023333.00000' }],
    },
    hash: '7a82a68b0f9c78bebb1c729d950edbf1fd40c56f3351906020d2d67d5dffbc72',
  },
};

describe('hash ids of events', () => {
  it.each(Object.entries(vectors))('%s', async (_, { event, hash }) => {
    expect(await eventHashId(event, namespaces)).toBe(`ni:///sha-256;${hash}?ver=CBV2.0`);
  });

  it('are the same however the event is written', async () => {
    const event: EpcisEvent = {
      type: 'ObjectEvent',
      eventTime: '2026-06-12T08:30:00.0004Z',
      eventTimeZoneOffset: '+07:00',
      epcList: [],
      quantityList: [{ epcClass: 'https://id.gs1.org/01/09520001000126/10/L7', quantity: 12.5, uom: 'KGM' }],
      action: 'ADD',
      bizStep: 'commissioning',
    };
    const other: EpcisEvent = {
      bizStep: 'urn:epcglobal:cbv:bizstep:commissioning',
      action: ' ADD ',
      eventID: 'urn:uuid:1',
      quantityList: [
        {
          uom: 'KGM',
          quantity: '12.50',
          epcClass: 'https://baunghe.example/vi/gtin/9520001000126/lot/L7?15=260630',
        },
      ],
      eventTimeZoneOffset: '+07:00',
      eventTime: '2026-06-12T15:30:00+07:00',
      type: 'ObjectEvent',
    };
    expect(eventPreHash(event)).toBe(eventPreHash(other));
    expect(await eventHashId(event)).not.toBe(await eventHashId({ ...event, action: 'OBSERVE' }));
  });

  it('round a fraction of a millisecond as the standard does', () => {
    const time = (eventTime: string) => eventPreHash({ type: 'ObjectEvent', eventTime });
    expect(time('2023-01-18T11:04:03.1415Z')).toBe('eventType=ObjectEventeventTime=2023-01-18T11:04:03.142Z');
    expect(time('2023-01-18T11:04:03.9996Z')).toBe('eventType=ObjectEventeventTime=2023-01-18T11:04:04.000Z');
  });
});
