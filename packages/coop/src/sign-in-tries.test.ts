import { describe, expect, it } from 'vitest';
import { type Phone, phoneNumber } from './phone-number.ts';
import { SignInTries } from './sign-in-tries.ts';

const MINUTE = 60_000;
const at = (ms: number) => new Date(Date.UTC(2026, 5, 1) + ms);

function phone(text: string): Phone {
  const parsed = phoneNumber(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value.e164;
}

describe('SignInTries', () => {
  it('lets ten through in fifteen minutes and tells how long to wait', () => {
    const tries = new SignInTries();
    for (let i = 0; i < 10; i++) expect(tries.take(phone('0912345678'), at(i * MINUTE))).toBe(0);
    expect(tries.take(phone('0912345678'), at(10 * MINUTE))).toBe(300);
    expect(tries.take(phone('0912345678'), at(15 * MINUTE - 1))).toBe(1);
    expect(tries.take(phone('0912345678'), at(15 * MINUTE))).toBe(0);
  });

  it('counts each number by itself and forgets one that signed in', () => {
    const tries = new SignInTries();
    for (let i = 0; i < 11; i++) tries.take(phone('0912345678'), at(0));
    expect(tries.take(phone('0987654321'), at(0))).toBe(0);
    tries.forget(phone('0912345678'));
    expect(tries.take(phone('0912345678'), at(0))).toBe(0);
  });

  it('keeps no more than ten thousand numbers, letting the oldest go', () => {
    const tries = new SignInTries();
    for (let i = 0; i < 11; i++) tries.take(phone('0912345678'), at(0));
    for (let i = 0; i < 10_000; i++) tries.take(`+8498${String(i).padStart(7, '0')}` as Phone, at(1));
    expect(tries.take(phone('0912345678'), at(2))).toBe(0);
  });
});
