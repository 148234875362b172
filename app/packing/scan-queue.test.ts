import { describe, expect, it } from 'vitest';
import { isGarbled, meaningOf, withSeparator } from './scan-keys';
import { type Scan, ScanQueue } from './scan-queue';

describe('a scanner at full speed', () => {
  it('loses none of twenty scans and doubles none, though the line breaks in the middle', async () => {
    const wrote = new Map<string, string>();
    const order: string[] = [];
    const done: string[] = [];
    let tries = 0;
    let next = 0;
    const queue = new ScanQueue<string, string>({
      newKey: () => `key-${next++}`,
      send: async ({ key, what }: Scan<string>) => {
        tries += 1;
        // The far end writes once a key; of every third answer nothing comes back.
        if (!wrote.has(key)) {
          wrote.set(key, what);
          order.push(what);
        }
        return tries % 3 === 0 ? { sent: false } : { sent: true, answer: what };
      },
      done: (_, answer) => done.push(answer),
      pause: async () => {},
    });
    const scans = Array.from({ length: 20 }, (_, at) => `LOT${at}`);
    let text = '';
    for (const key of scans.flatMap((scan) => [...scan, 'Enter'])) {
      if (meaningOf({ key, ctrlKey: false }) === 'end') {
        queue.take(text);
        text = '';
      } else text += key;
    }
    await queue.empty();
    expect(order).toEqual(scans);
    expect(done).toEqual(scans);
    expect(tries).toBeGreaterThan(20);
  });

  it('types what no keyboard has by other keys', () => {
    expect(meaningOf({ key: ']', ctrlKey: true })).toBe('separator');
    expect(meaningOf({ key: ']', ctrlKey: false })).toBe('own');
    expect(withSeparator('10AB', 4, 4)).toBe('10AB\u001D');
  });

  it('is known to be rewritten by an input method', () => {
    expect(isGarbled('https://shop.example/01/09521234002000/10/BCĐ23456')).toBe(true);
    expect(isGarbled('0109521234002000\u001D10BCD23456')).toBe(false);
  });
});
