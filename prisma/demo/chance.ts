import { createHash } from 'node:crypto';
import type { Moment } from '@baunghe/db';

/** The demo's own dice: the same season every time, from a seed. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed;
  }

  /** A number from 0 up to, not with, 1. */
  next(): number {
    this.state = (this.state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return this.state / 4_294_967_296;
  }

  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** One of the list. */
  pick<T>(list: readonly T[]): T {
    const one = list[this.whole(0, list.length - 1)];
    if (one === undefined) throw new RangeError('nothing to pick from');
    return one;
  }

  /** Bytes that no two calls share. */
  bytes(count: number): Uint8Array {
    const digest = createHash('sha512').update(`${this.state}:${this.next()}`).digest();
    return Uint8Array.from({ length: count }, (_, i) => digest[i % digest.length] ?? 0);
  }

  /** A moment of the season. */
  at(instant: Date): Moment {
    return { now: instant, random: (count) => this.bytes(count) };
  }
}
