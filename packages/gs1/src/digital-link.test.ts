import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batch } from './batch.ts';
import { digitalLink } from './digital-link.ts';
import { gtin13From, gtin14 } from './gtin.ts';
import { parseDigitalLink } from './parse-digital-link.ts';
import { serial } from './serial.ts';

const characters = `!"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz`;
const text82 = fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: 20 });
const base = 'https://baunghe.example';

describe('Digital Link', () => {
  it('is written in the order of the standard', () => {
    const link = digitalLink({
      base: `${base}/`,
      gtin: gtin14('8939876540018'),
      serial: serial('S7'),
      batch: batch('L/1'),
      attributes: { '3103': '012500', '15': '260630' },
    });
    expect(link).toBe(`${base}/01/08939876540018/10/L%2F1/21/S7?15=260630&3103=012500`);
  });

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.nat(99_999), fc.option(text82), fc.option(text82), (reference, lot, box) => {
        const gtin = gtin13From('9520001', reference);
        const attributes = { '7007': '260612' };
        const names = {
          batch: lot === null ? undefined : batch(lot),
          serial: box === null ? undefined : serial(box),
        };
        const uri = digitalLink({ base, gtin, ...names, attributes });
        const value = { key: '01', gtin, variant: null, batch: lot, serial: box, attributes };
        expect(parseDigitalLink(uri)).toEqual({ ok: true, value });
        expect(parseDigitalLink(uri.slice(base.length))).toEqual({ ok: true, value });
      }),
    );
  });

  it('may have a path before the key, and other things in the query', () => {
    const read = parseDigitalLink('https://example.org/en/01/08939876540018?linkType=gs1:pip&15=260630#top');
    expect(read).toMatchObject({
      ok: true,
      value: { gtin: '08939876540018', attributes: { '15': '260630' } },
    });
  });

  it('names places and parties', () => {
    const place = parseDigitalLink('/414/9520123456788/254/V07-2');
    expect(place).toMatchObject({
      ok: true,
      value: { key: '414', gln: '9520123456788', extension: 'V07-2' },
    });
    expect(parseDigitalLink('/417/9520123456788')).toMatchObject({ ok: true, value: { key: '417' } });
  });

  it.each([
    ['/', { code: 'no_primary_key' }],
    ['/san-pham/ri6', { code: 'no_primary_key' }],
    ['/8003/095200010001', { code: 'unknown_primary_key', ai: '8003' }],
    ['/01', { code: 'missing_value', ai: '01' }],
    ['/01/08939876540017', { code: 'bad_check_digit', ai: '01' }],
    ['/01/8939876540018', { code: 'bad_length', ai: '01' }],
    ['/01/0893987654001x', { code: 'bad_characters', ai: '01' }],
    ['/01/08939876540018/10', { code: 'missing_value', ai: '10' }],
    ['/01/08939876540018/10//21/S', { code: 'missing_value', ai: '10' }],
    ['/01/08939876540018/10/l%C3%B4', { code: 'bad_characters', ai: '10' }],
    ['/01/08939876540018/10/%E0%A4', { code: 'bad_encoding', ai: '10' }],
    [`/01/08939876540018/10/${'A'.repeat(21)}`, { code: 'bad_length', ai: '10' }],
    ['/01/08939876540018/21/S/10/L', { code: 'qualifier_order', ai: '10' }],
    ['/01/08939876540018/10/L/10/M', { code: 'qualifier_order', ai: '10' }],
    ['/01/08939876540018/254/L', { code: 'unknown_qualifier', ai: '254' }],
    ['/01/08939876540018/lot/L', { code: 'unknown_qualifier', ai: 'lot' }],
    ['/01/08939876540018?15=261332', { code: 'bad_date', ai: '15' }],
  ])('%s is refused', (path, error) => {
    expect(parseDigitalLink(path)).toEqual({ ok: false, error });
  });

  it('never throws, whatever the address', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.webPath()), (address) => {
        expect(typeof parseDigitalLink(address).ok).toBe('boolean');
        expect(typeof parseDigitalLink(`/01/08939876540018/10/${address}`).ok).toBe('boolean');
      }),
    );
  });

  it('refuses to write an attribute that is none', () => {
    const gtin = gtin14('8939876540018');
    expect(() => digitalLink({ base, gtin, attributes: { '21': 'S' } })).toThrow(RangeError);
    expect(() => digitalLink({ base, gtin, attributes: { '15': '261332' } })).toThrow(RangeError);
  });
});
