import { expect, it } from 'vitest';
import { base32, codeOfStep, stepAt, stepOfCode } from './totp.ts';

const SECRET = Buffer.from('12345678901234567890');

// RFC 6238, appendix B, the rows of SHA-1: seconds since 1970, and eight digits.
it.each([
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
])('makes the code of second %i as the standard prints it', (second, code) => {
  expect(codeOfStep(SECRET, stepAt(new Date(second * 1000)), 8)).toBe(code);
});

it('takes a code of a clock that is a step off, none that is further off, and none a second time', () => {
  const now = new Date(1_234_567_890_000);
  const step = stepAt(now);
  expect([-2, -1, 0, 1, 2].map((off) => stepOfCode(SECRET, codeOfStep(SECRET, step + off), now, 0))).toEqual([
    null,
    step - 1,
    step,
    step + 1,
    null,
  ]);
  expect(stepOfCode(SECRET, codeOfStep(SECRET, step), now, step)).toBeNull();
});

it('writes a secret as RFC 4648 does', () => {
  expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
});
