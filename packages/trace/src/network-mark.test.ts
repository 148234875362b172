import { describe, expect, it } from 'vitest';
import { coarseCell, kilometresBetween } from './coarse-cell.ts';
import { NetworkMarks, networkOf } from './network-mark.ts';
import { at } from './trace.builders.ts';

describe('the network of an address', () => {
  it('is its /24 or /48 in one form', () => {
    expect(networkOf('203.0.113.77')).toBe('203.0.113');
    expect(networkOf('::ffff:203.0.113.9')).toBe('203.0.113');
    expect(networkOf('2001:0db8:00a1:7::5')).toBe('2001:db8:a1');
    expect(networkOf('2001:db8:a1:8:1:2:3:4')).toBe('2001:db8:a1');
    expect(networkOf('2001:db8::1')).toBe('2001:db8:0');
    expect(networkOf('::1')).toBe('0:0:0');
    expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0');
    for (const none of ['', 'unknown', '203.0.113', '203.0.113.256']) expect(networkOf(none)).toBeNull();
  });
});

describe('a mark', () => {
  const marks = new NetworkMarks();
  const morning = marks.of('203.0.113.77', at('2026-06-07T01:00:00Z'));

  it('is the same for one network on one day, and holds nothing of the address', () => {
    expect(marks.of('203.0.113.12', at('2026-06-07T20:00:00Z'))).toEqual(morning);
    expect(marks.of('203.0.114.12', at('2026-06-07T20:00:00Z'))?.network).not.toBe(morning?.network);
    expect(morning).toEqual({
      era: expect.stringMatching(/^[0-9a-f]{8}$/),
      network: expect.stringMatching(/^[0-9a-f]{8}$/),
    });
    expect(JSON.stringify(marks)).toBe('{}');
  });

  it('is another on the next day, and in another process', () => {
    const next = marks.of('203.0.113.77', at('2026-06-08T01:00:00Z'));
    expect(next?.era).not.toBe(morning?.era);
    expect(next?.network).not.toBe(morning?.network);
    expect(new NetworkMarks().of('203.0.113.77', at('2026-06-07T01:00:00Z'))).not.toEqual(morning);
  });
});

describe('a told place', () => {
  it('is taken only as coarse as it should be', () => {
    expect(coarseCell('11.8,107.0')).toBe('11.8,107.0');
    expect(coarseCell('-7.3,-0.1')).toBe('-7.3,-0.1');
    for (const finer of ['11.82,107.01', '11,107', '91.0,0.0', '0.0,181.0', '11.8', '', 'here']) {
      expect(coarseCell(finer)).toBeNull();
    }
  });

  it('lies as far from another as the map says', () => {
    // Hồ Chí Minh City and Hà Nội: some 1,140 km by air.
    expect(kilometresBetween('10.8,106.7', '21.0,105.8')).toBeCloseTo(1138, -1);
    expect(kilometresBetween('0.0,179.9', '0.0,-179.9')).toBeCloseTo(22, 0);
  });
});
