import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCode } from './read-code';

const GTIN = '09521234002000';
const malformed = (pathname: string) => {
  const read = readCode(pathname);
  return read.kind === 'malformed' ? read.error : read.kind;
};

describe('readCode', () => {
  it('reads a box, in either language and with a slash at the end', () => {
    const code = { gtin: GTIN, batch: 'AB12CD34', serial: 'X1Y2Z3' };
    for (const pathname of [
      `/01/${GTIN}/10/AB12CD34/21/X1Y2Z3`,
      `/en/01/${GTIN}/10/AB12CD34/21/X1Y2Z3`,
      `/01/${GTIN}/10/AB12CD34/21/X1Y2Z3/`,
    ]) {
      expect(readCode(pathname)).toEqual({ kind: 'code', code });
    }
  });

  it('reads a box without its lot, a lot, and a GTIN alone', () => {
    expect(readCode(`/01/${GTIN}/21/X1`)).toMatchObject({ code: { batch: null, serial: 'X1' } });
    expect(readCode(`/01/${GTIN}/10/L1`)).toMatchObject({ code: { batch: 'L1', serial: null } });
    expect(readCode(`/01/${GTIN}`)).toMatchObject({ code: { batch: null, serial: null } });
  });

  it('sends shorter GTINs to their 14 digits, keeping language and qualifiers', () => {
    expect(readCode(`/en/01/${GTIN.slice(1)}/10/L%2F1`)).toEqual({
      kind: 'elsewhere',
      pathname: `/en/01/${GTIN}/10/L%2F1`,
    });
    expect(readCode('/01/96385074')).toEqual({ kind: 'elsewhere', pathname: '/01/00000096385074' });
    expect(readCode('/01/036000291452/')).toEqual({ kind: 'elsewhere', pathname: '/01/00036000291452' });
  });

  it('names what is wrong', () => {
    expect(malformed('/01/9521234002009')).toEqual({ code: 'bad_check_digit', ai: '01' });
    expect(malformed('/01/123')).toEqual({ code: 'bad_length', ai: '01' });
    expect(malformed('/01/0952123400200x')).toEqual({ code: 'bad_characters', ai: '01' });
    expect(malformed(`/01/${GTIN.slice(0, 13)}9/10/L1`)).toEqual({ code: 'bad_check_digit', ai: '01' });
    expect(malformed(`/01/${GTIN}/10/${'A'.repeat(21)}`)).toEqual({ code: 'bad_length', ai: '10' });
    expect(malformed(`/01/${GTIN}/10/L%C3%B4`)).toEqual({ code: 'bad_characters', ai: '10' });
    expect(malformed(`/01/${GTIN}/21/%E0%A4%A`)).toEqual({ code: 'bad_encoding', ai: '21' });
  });

  it('gives every lot and serial number back as it was before encoding', () => {
    const characters = [...'!"%&\'()*+,-./0123456789:;<=>?ABCXYZ_abcxyz'];
    const value = fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(value, value, (batch, serial) => {
        const pathname = `/01/${GTIN}/10/${encodeURIComponent(batch)}/21/${encodeURIComponent(serial)}`;
        // A part of dots alone is a step in the path, not a value: no browser sends it.
        fc.pre(!/\/\.{1,2}(\/|$)/.test(pathname));
        expect(readCode(pathname)).toEqual({ kind: 'code', code: { gtin: GTIN, batch, serial } });
      }),
    );
  });
});
