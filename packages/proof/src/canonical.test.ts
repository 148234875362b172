import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from './canonical.ts';
import { fromHex } from './proof.builders.ts';

const textOf = (value: unknown) => {
  const text = canonical(value);
  return text.ok ? text.value : text.error;
};

describe('RFC 8785', () => {
  it.each([
    // RFC 8785, 3.2.2 and 3.2.3.
    [
      String.raw`{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}`,
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    ],
    [
      String.raw`{"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
        "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"}`,
      `{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}`,
    ],
    // The test data of github.com/cyberphone/json-canonicalization, by the author of the RFC.
    ['[56, {"d": true, "10": null, "1": [ ]}]', '[56,{"1":[],"10":null,"d":true}]'],
    ['{"peach": 1, "péché": 2, "pêche": 3, "sin": 4}', '{"peach":1,"péché":2,"pêche":3,"sin":4}'],
    [
      String.raw`{"1": {"f": {"f": "hi","F": 5}, "\n": 56.0}, "10": {}, "": "empty", "a": {}, "111": [{"e": "yes","E": "no"}], "A": {}}`,
      String.raw`{"":"empty","1":{"\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}`,
    ],
    [String.raw`{"Unnormalized Unicode":"A\u030a"}`, '{"Unnormalized Unicode":"A\u030a"}'],
  ])('%s', (json, text) => {
    expect(textOf(JSON.parse(json))).toBe(text);
  });

  // RFC 8785, appendix B: the bits of a double, and its text.
  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('the number %s is %s', (bits, text) => {
    expect(textOf(new DataView(fromHex(bits).buffer).getFloat64(0))).toBe(text);
  });
});

describe('the canonical text', () => {
  it('is JSON of the same value, whatever the order of its members', () => {
    const values = fc.jsonValue({ depthSize: 'medium' }).filter((value) => !/\p{Cs}/u.test(deepText(value)));
    fc.assert(
      fc.property(values, (value) => {
        const text = textOf(value);
        expect(text).toEqual(expect.any(String));
        const again: unknown = JSON.parse(text as string);
        expect(textOf(again)).toBe(text);
        expect(textOf(backwards(value))).toBe(text);
        expect(JSON.stringify(again, sorted)).toBe(JSON.stringify(JSON.parse(JSON.stringify(value)), sorted));
      }),
    );
  });

  it('leaves out a member that is undefined', () => {
    expect(textOf({ b: undefined, a: 1 })).toBe('{"a":1}');
  });

  const round: Record<string, unknown> = {};
  round.again = round;
  it.each([
    [Number.NaN, { code: 'not_a_finite_number', at: '' }],
    [{ a: [1, Number.POSITIVE_INFINITY] }, { code: 'not_a_finite_number', at: '/a/1' }],
    [{ 'a/~b': 'half \ud800' }, { code: 'not_unicode', at: '/a~1~0b' }],
    [{ '\udc00': 1 }, { code: 'not_unicode', at: '/\udc00' }],
    [[undefined], { code: 'not_json', at: '/0' }],
    [{ big: 1n }, { code: 'not_json', at: '/big' }],
    [{ when: new Date(0) }, { code: 'not_json', at: '/when' }],
    [new Map(), { code: 'not_json', at: '' }],
    [() => 1, { code: 'not_json', at: '' }],
    [Array(1), { code: 'not_json', at: '/0' }],
    [round, { code: 'too_deep', at: '/again'.repeat(65) }],
  ])('refuses %s', (value, error) => {
    expect(textOf(value)).toEqual(error);
  });
});

function deepText(value: unknown): string {
  return JSON.stringify(value).replaceAll(/\\u(d[89a-f]..)/gi, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, each]) => [name, backwards(each)]),
  );
}

function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
