import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDigitalLinkUri } from './digital-link-uri.ts';
import { digitalLinkOfEpc, epcOfDigitalLink } from './epc-urn.ts';

const stem = 'https://id.gs1.org';

/** From epclist_normalisation and epcisDocWithAllGS1Keys, github.com/RalphTro/epcis-event-hash-generator, tests/examples. */
const pairs: readonly [urn: string, path: string, prefixLength: number][] = [
  ['urn:epc:id:sgtin:4012345.011111.9876', '/01/04012345111118/21/9876', 7],
  ['urn:epc:id:sgtin:4012345.011111.98%22', '/01/04012345111118/21/98%22', 7],
  ['urn:epc:id:sgtin:415056789012.0.987654', '/01/04150567890128/21/987654', 12],
  [
    'urn:epc:id:sgtin:0614141.812345.6789%2F%26%25%22!%3F()',
    '/01/80614141123458/21/6789%2F%26%25%22%21%3F%28%29',
    7,
  ],
  ['urn:epc:id:sscc:4012345.3111111111', '/00/340123451111111111', 7],
  ['urn:epc:id:sgln:4012345.00005.122', '/414/4012345000054/254/122', 7],
  ['urn:epc:id:sgln:4012345.00005.0', '/414/4012345000054', 7],
  ['urn:epc:id:pgln:4000001.00000', '/417/4000001000005', 7],
  ['urn:epc:id:pgln:999999999999.', '/417/9999999999994', 12],
  ['urn:epc:id:grai:4012345.00022.334455', '/8003/04012345000221334455', 7],
  ['urn:epc:id:giai:4012345.ABC345', '/8004/4012345ABC345', 7],
  ['urn:epc:id:gsrn:4012345.0000006765', '/8018/401234500000067657', 7],
  ['urn:epc:id:gsrnp:4012345.0000000007', '/8017/401234500000000074', 7],
  ['urn:epc:id:gdti:4012345.00009.PO-4711', '/253/4012345000092PO-4711', 7],
  ['urn:epc:id:gdti:987659999999..9', '/253/98765999999929', 12],
  ['urn:epc:id:cpi:0614141.11111111111111-A%23%2F.1234', '/8010/061414111111111111111-A%23%2F/8011/1234', 7],
  ['urn:epc:id:ginc:0614141.xyz47%2F11', '/401/0614141xyz47%2F11', 7],
  ['urn:epc:id:gsin:4012345.222333444', '/402/40123452223334442', 7],
  ['urn:epc:id:itip:4012345.011111.01.02.987', '/8006/040123451111180102/21/987', 7],
  ['urn:epc:id:upui:4012345.012345.AB12', '/01/04012345123456/235/AB12', 7],
  ['urn:epc:id:sgcn:4012345.99999.44', '/255/401234599999044', 7],
  ['urn:epc:class:lgtin:4012345.012345.Lot987', '/01/04012345123456/10/Lot987', 7],
  ['urn:epc:idpat:sgtin:4054739.099914.*', '/01/04054739999148', 7],
  ['urn:epc:idpat:grai:4012345.66666.*', '/8003/04012345666663', 7],
  ['urn:epc:idpat:gdti:4012345.55555.*', '/253/4012345555554', 7],
  ['urn:epc:idpat:sgcn:4012345.99999.*', '/255/4012345999990', 7],
  ['urn:epc:idpat:cpi:4012345.ABC.*', '/8010/4012345ABC', 7],
  ['urn:epc:idpat:itip:4012345.012345.01.02.*', '/8006/040123451234560102', 7],
];

it.each(pairs)('%s is %s', (urn, path, prefixLength) => {
  expect(digitalLinkOfEpc(urn)).toEqual({ ok: true, value: stem + path });
  const link = readDigitalLinkUri(path);
  expect(link.ok && epcOfDigitalLink(link.value, prefixLength)).toEqual({ ok: true, value: urn });
});

it('a serial number comes back, whatever it is and however long the prefix', () => {
  const characters = `!"%&'()*+,-./0123456789:;<=>?AZ_az`;
  const serial = fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(serial, fc.integer({ min: 4, max: 12 }), (text, prefixLength) => {
      const urn = epcOfDigitalLink(
        { key: ['01', '09520001000126'], qualifiers: [['21', text]] },
        prefixLength,
      );
      expect(urn.ok && digitalLinkOfEpc(urn.value)).toMatchObject({ ok: true });
      const link = urn.ok ? digitalLinkOfEpc(urn.value) : urn;
      const read = link.ok ? readDigitalLinkUri(link.value) : null;
      expect(read?.ok && read.value.qualifiers).toEqual([['21', text]]);
    }),
  );
});

describe('what is refused', () => {
  it.each([
    ['https://id.gs1.org/01/09520001000126', { code: 'not_an_epc' }],
    ['urn:epc:id:usdod:CAGEY.5678', { code: 'not_an_epc' }],
    ['urn:epc:id:sgtin:4012345.011111', { code: 'not_an_epc' }],
    ['urn:epc:id:sgtin:4012345.01111.9', { code: 'not_an_epc' }],
    ['urn:epc:id:sgtin:4012345.011111.%E0', { code: 'not_an_epc' }],
    ['urn:epc:id:sgtin:4012345.011111.123456789012345678901', { code: 'bad_length', ai: '21' }],
  ])('%s', (urn, error) => {
    expect(digitalLinkOfEpc(urn)).toEqual({ ok: false, error });
  });

  it('a prefix that does not fit, and a key without an EPC', () => {
    const product = { key: ['01', '09520001000126'], qualifiers: [] } as const;
    expect(epcOfDigitalLink(product, 13)).toEqual({ ok: false, error: { code: 'bad_prefix' } });
    expect(epcOfDigitalLink({ key: ['8013', '1987654Ad4X4bL5ttr2310c2K'], qualifiers: [] }, 7)).toEqual({
      ok: false,
      error: { code: 'not_an_epc' },
    });
  });
});
