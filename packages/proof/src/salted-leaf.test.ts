import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase64Url, utf8 } from './bytes.ts';
import type { JsonObject } from './canonical.ts';
import { LONGEST_ENTRY } from './entry-bundle.ts';
import { leafHash } from './leaf-hash.ts';
import { disclosureHash, openLeaf, readDisclosure, type SaltedLeaf, saltLeaf } from './salted-leaf.ts';

/** Made-up, as all names here. */
const harvest: JsonObject = {
  type: 'ObjectEvent',
  eventTime: '2026-06-12T03:00:00Z',
  readPoint: { id: 'urn:epc:id:sgln:9520001.00001.0' },
  grower: { name: 'Example Grower', phone: '0900 000 000', plot: 'V07' },
  'odd/~name': 'kept apart',
};

const personal = ['/grower/name', '/grower/phone', '/odd~1~0name'];

describe('a leaf', () => {
  it('shows nothing of what is personal, and the rest as it is', () => {
    const { leaf, disclosures } = salted(harvest, personal);
    const read = JSON.parse(leaf);
    expect(read).toMatchObject({
      type: 'ObjectEvent',
      readPoint: harvest.readPoint,
      grower: { plot: 'V07' },
    });
    expect(leaf).not.toMatch(/Example|0900|apart|phone/);
    expect(read.grower._sd).toEqual([...read.grower._sd].sort());
    expect([...read.grower._sd, ...read._sd].sort()).toEqual(disclosures.map(disclosureHash).sort());
  });

  it('opens to the event with all its disclosures, and without those that were erased', () => {
    const { leaf, disclosures } = salted(harvest, personal);
    expect(openLeaf(leaf, disclosures)).toEqual({ ok: true, value: { event: harvest, withheld: 0 } });
    const { name, ...grower } = harvest.grower as JsonObject;
    const known = disclosures.slice(1);
    expect(name).toBe('Example Grower');
    expect(openLeaf(leaf, known)).toEqual({
      ok: true,
      value: { event: { ...harvest, grower }, withheld: 1 },
    });
    expect(openLeaf(leaf, [])).toMatchObject({ ok: true, value: { withheld: 3 } });
  });

  it('has another hash each time for the same value, so that it cannot be found by guessing', () => {
    const [one, other] = [salted(harvest, personal, 1), salted(harvest, personal, 2)];
    expect(leafHash(utf8(one.leaf))).not.toEqual(leafHash(utf8(other.leaf)));
    expect(openLeaf(one.leaf, other.disclosures)).toMatchObject({
      ok: false,
      error: { code: 'unknown_disclosure' },
    });
  });

  it('is the canonical text of the event when nothing is personal', () => {
    expect(salted({ b: 1, a: [2] }, []).leaf).toBe('{"a":[2],"b":1}');
  });

  it('can hide any member of any event, and gives it back', () => {
    const names = fc
      .string()
      .filter((name) => !['_sd', '_sd_alg', '...', '__proto__'].includes(name) && !/\p{Cs}/u.test(name));
    const values = fc.oneof(fc.boolean(), fc.integer(), fc.constant(null), names, fc.array(fc.integer()));
    const events = fc.dictionary(names, values, { minKeys: 1, noNullPrototype: true });
    fc.assert(
      fc.property(events, fc.nat(), (event, seed) => {
        const hidden = Object.keys(event).filter((_, at) => (seed >> (at % 30)) % 2 === 1);
        const pointers = hidden.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
        const { leaf, disclosures } = salted(event, pointers);
        expect(Object.keys(JSON.parse(leaf)).filter((name) => hidden.includes(name))).toEqual([]);
        expect(openLeaf(leaf, disclosures)).toEqual({ ok: true, value: { event, withheld: 0 } });
      }),
    );
  });

  it('hashes its disclosures as RFC 9901 does (4.2.3)', () => {
    const disclosure = 'WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0';
    expect(disclosureHash(disclosure)).toBe('X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0');
    const leaf = `{"_sd":["${disclosureHash(disclosure)}"]}`;
    expect(openLeaf(leaf, [disclosure])).toEqual({
      ok: true,
      value: { event: { family_name: 'Möbius' }, withheld: 0 },
    });
  });
});

describe('a list in a leaf', () => {
  const load: JsonObject = {
    parentID: 'load',
    childEPCs: ['box 1', 'load', 'box 2'],
    place: { id: 'house' },
  };
  const boxes = ['/childEPCs/0', '/childEPCs/2'];

  it('shows nothing of its hidden elements but how many they are', () => {
    const { leaf, disclosures } = salted(load, boxes);
    expect(leaf).not.toContain('box');
    const hashes = disclosures.map((disclosure) => ({ '...': disclosureHash(disclosure) }));
    expect(JSON.parse(leaf).childEPCs).toEqual([hashes[0], 'load', hashes[1]]);
  });

  it('opens to those elements that are disclosed, in their order, and counts the others', () => {
    const { leaf, disclosures } = salted(load, boxes);
    const opened = (shown: string[]) => openLeaf(leaf, shown);
    const showing = (childEPCs: string[], withheld: number) => ({
      ok: true,
      value: { event: { ...load, childEPCs }, withheld },
    });
    expect(opened([...disclosures].reverse())).toEqual(showing(['box 1', 'load', 'box 2'], 0));
    expect(opened(disclosures.slice(1))).toEqual(showing(['load', 'box 2'], 1));
    expect(opened([])).toEqual(showing(['load'], 2));
    expect(disclosures.map(readDisclosure)).toEqual([
      { name: null, value: 'box 1' },
      { name: null, value: 'box 2' },
    ]);
  });

  it('hashes an element’s disclosure as RFC 9901 does (4.2.2, 4.2.4.2)', () => {
    const disclosure = 'WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIkZSIl0';
    const leaf = '{"nationalities":[{"...":"w0I8EKcdCtUPkGCNUrfwVp2xEgNjtoIDlOxc9-PlOhs"}]}';
    expect(openLeaf(leaf, [disclosure])).toEqual({
      ok: true,
      value: { event: { nationalities: ['FR'] }, withheld: 0 },
    });
  });

  it('takes no disclosure of a member for one of an element, nor the other way round', () => {
    const [member, element] = [toBase64Url(utf8('["salt","a",1]')), toBase64Url(utf8('["salt",1]'))];
    const refused = (disclosure: string) => ({
      ok: false,
      error: { code: 'malformed_disclosure', disclosure },
    });
    expect(openLeaf(`{"a":[{"...":"${disclosureHash(member)}"}]}`, [member])).toEqual(refused(member));
    expect(openLeaf(`{"_sd":["${disclosureHash(element)}"]}`, [element])).toEqual(refused(element));
  });

  it('opens with no disclosure in which any letter, of salt or value, is another one', () => {
    const { leaf, disclosures } = salted(load, boxes);
    const [first = ''] = disclosures;
    const plain = Buffer.from(first, 'base64url').toString();
    fc.assert(
      fc.property(fc.nat(plain.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, sign) => {
        fc.pre(plain[at] !== sign && !/\p{Cs}/u.test(sign));
        const changed = toBase64Url(utf8(plain.slice(0, at) + sign + plain.slice(at + 1)));
        expect(openLeaf(leaf, [changed])).toMatchObject({ ok: false, error: { code: 'unknown_disclosure' } });
      }),
    );
  });
});

describe('what is refused', () => {
  it.each<[string, JsonObject, string[], object]>([
    ['a pointer to nothing', harvest, ['/grower/age'], { code: 'no_such_member', pointer: '/grower/age' }],
    ['a pointer into text', harvest, ['/type/0'], { code: 'no_such_member', pointer: '/type/0' }],
    ['a pointer to the whole', harvest, [''], { code: 'no_such_member', pointer: '' }],
    ['a pointer beyond a list', { a: [1] }, ['/a/1'], { code: 'no_such_member', pointer: '/a/1' }],
    [
      'a pointer to a list’s length',
      { a: [1] },
      ['/a/length'],
      { code: 'no_such_member', pointer: '/a/length' },
    ],
    ['the same element twice', { a: [1] }, ['/a/0', '/a/0'], { code: 'no_such_member', pointer: '/a/0' }],
    [
      'a pointer to a hash',
      { a: [1] },
      ['/a/0', '/a/0/...'],
      { code: 'no_such_member', pointer: '/a/0/...' },
    ],
    ['the same pointer twice', harvest, ['/type', '/type'], { code: 'no_such_member', pointer: '/type' }],
    ['a name that hashes go by', { deep: [{ _sd: [] }] }, [], { code: 'reserved_name' }],
    [
      'an event with no canonical text',
      { weight: Number.NaN },
      [],
      { code: 'not_a_finite_number', at: '/weight' },
    ],
    [
      'an event too long for the log',
      { a: 'x'.repeat(LONGEST_ENTRY) },
      [],
      { code: 'leaf_too_long', bytes: LONGEST_ENTRY + 8 },
    ],
  ])('%s', (_, event, pointers, error) => {
    expect(saltLeaf(event, pointers, randomOf(1))).toEqual({ ok: false, error });
  });

  it.each(['', '[]', 'null', '{"b":1,"a":2}', '{"a": 1}', '{"a":1,"a":1}', '{"a":"\\ud800"}'])(
    'the leaf %j',
    (leaf) => {
      expect(openLeaf(leaf, [])).toEqual({ ok: false, error: { code: 'malformed_leaf' } });
    },
  );

  it.each([
    'not base64 url',
    'WyJzYWx0Il0',
    '',
    toBase64Url(utf8('["salt","_sd",[]]')),
    toBase64Url(utf8('["salt","a",1]')),
  ])('the disclosure %j, though the leaf has its hash', (disclosure) => {
    const leaf = `{"_sd":["${disclosureHash(disclosure)}"],"a":0}`;
    expect(openLeaf(leaf, [disclosure])).toEqual({
      ok: false,
      error: { code: 'malformed_disclosure', disclosure },
    });
  });
});

function salted(event: JsonObject, pointers: string[], seed = 1): SaltedLeaf {
  const leaf = saltLeaf(event, pointers, randomOf(seed));
  if (!leaf.ok) throw new Error(leaf.error.code);
  return leaf.value;
}

/** Bytes that look random and are the same for a seed. */
function randomOf(seed: number): (count: number) => Uint8Array {
  let asked = 0;
  return (count) => {
    asked += 1;
    return leafHash(utf8(`${seed} ${asked}`)).subarray(0, count);
  };
}
